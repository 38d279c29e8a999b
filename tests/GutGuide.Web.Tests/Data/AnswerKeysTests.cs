using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GutGuide.Web.Tests.Data;

public class AnswerKeysTests : IAsyncLifetime
{
    private readonly TestDatabase _database;

    public AnswerKeysTests()
        : this(new TestDatabase())
    {
    }

    protected AnswerKeysTests(TestDatabase database) => _database = database;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var (started, _) = await _database.Consultations.StartAsync("hash");
        var said = new Dictionary<string, Answer?> { ["pain"] = Answer.Of("yes") };
        await _database.Consultations.ChangeAsync(started, content => content.WithPage("one", said, started.StartedAt));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task With_its_keys_a_site_starts()
    {
        await KeysOf(_database.Protector).RequireAsync();
    }

    [Fact]
    public async Task A_lost_key_stops_the_start_and_says_what_can_be_done()
    {
        var fault = await Assert.ThrowsAsync<DataFolderException>(() => KeysOf(OtherKeys()).RequireAsync());

        Assert.DoesNotContain('\n', fault.Message);
        Assert.Contains("is missing or damaged", fault.Message, StringComparison.Ordinal);
        Assert.Contains("set GutGuide:StartWithoutLostAnswers to true", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_so_starts_without_the_lost_answers()
    {
        await KeysOf(OtherKeys(), "true").RequireAsync();
    }

    [Fact]
    public async Task A_setting_that_is_neither_true_nor_false_is_named()
    {
        var fault = await Assert.ThrowsAsync<DataFolderException>(() => KeysOf(OtherKeys(), "yes please").RequireAsync());

        Assert.Equal("GutGuide:StartWithoutLostAnswers is \"yes please\"; write true or false.", fault.Message);
    }

    [Fact]
    public async Task Nobody_misses_the_key_of_answers_that_have_expired()
    {
        _database.Clock.Advance(TimeSpan.FromDays(31));

        await KeysOf(OtherKeys()).RequireAsync();
    }

    [Fact]
    public async Task One_damaged_row_is_no_lost_key()
    {
        var (other, _) = await _database.Consultations.StartAsync("hash");
        await using var db = _database.CreateDbContext();
        var bytes = (await db.Consultations.AsNoTracking().SingleAsync(row => row.Id == other.Id)).Protected;
        bytes[^1] ^= 1;
        await _database.Writes.RunAsync("UPDATE \"Consultations\" SET \"Protected\" = @bytes WHERE \"Id\" = @id", ("@bytes", bytes), ("@id", other.Id));

        await KeysOf(_database.Protector).RequireAsync();
    }

    [Fact]
    public async Task A_database_that_can_be_read_and_written_says_so_each_time()
    {
        var setup = new Damaged(_database);

        Assert.True(await setup.AnswersAsync(_database.Writes));
        Assert.True(await setup.AnswersAsync(_database.Writes));
    }

    [Fact]
    public async Task A_damaged_database_is_told_in_one_line_wherever_the_start_meets_it()
    {
        await using var services = new ServiceCollection().AddSingleton<DatabaseSetup>(new Damaged(_database)).BuildServiceProvider();

        var fault = await Assert.ThrowsAsync<DataFolderException>(() => new SiteStartup(services).CompleteAsync());

        Assert.DoesNotContain('\n', fault.Message);
        Assert.Contains("put a backup in its place: restore FILE --replace", fault.Message, StringComparison.Ordinal);
    }

    private static ConsultationProtector OtherKeys() => new(new EphemeralDataProtectionProvider(), NullLogger<ConsultationProtector>.Instance);

    private AnswerKeys KeysOf(ConsultationProtector protector, string? without = null) => new(
        _database,
        protector,
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(AnswerKeys.Setting, without)]).Build(),
        _database.Clock);

    private sealed class Damaged(IDbContextFactory<GutGuideDbContext> contexts) : DatabaseSetup(contexts)
    {
        public override Task PrepareAsync(CancellationToken cancellation = default) => throw new SqliteException("database disk image is malformed", 11);
    }
}
