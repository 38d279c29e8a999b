using GutGuide.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Postgres;

[Collection(OnPostgres.Name)]
public sealed class PostgresSetupTests(PostgresServer server)
{
    [Fact]
    public async Task Machines_that_start_at_once_make_one_database_and_one_key()
    {
        var connection = server.ConnectionTo("at_once");
        var machines = Enumerable.Range(0, 4).Select(_ => Machine(connection)).ToArray();

        await Task.WhenAll(machines.Select(machine => machine.GetRequiredService<DatabaseSetup>().PrepareAsync()));

        await using var db = await machines[0].GetRequiredService<IDbContextFactory<PostgresGutGuideDbContext>>().CreateDbContextAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(1, await db.DataProtectionKeys.CountAsync());
        await DisposeAsync(machines);
    }

    [Fact]
    public async Task What_one_machine_saved_another_can_read()
    {
        var connection = server.ConnectionTo("shared");
        var machines = new[] { Machine(connection), Machine(connection) };
        await Task.WhenAll(machines.Select(machine => machine.GetRequiredService<DatabaseSetup>().PrepareAsync()));

        var (_, token) = await machines[0].GetRequiredService<ConsultationStore>().StartAsync("hash");

        Assert.NotNull(await machines[1].GetRequiredService<ConsultationHolders>().FindByTokenAsync(token));
        await DisposeAsync(machines);
    }

    [Fact]
    public async Task What_expires_is_taken_away_by_one_machine_only()
    {
        var database = new PostgresDatabase(server);
        await database.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => database.Consultations.StartAsync("hash")));
        database.Clock.Advance(TimeSpan.FromDays(31));
        var expired = await database.Consultations.ExpiredUnfinishedAsync(100);

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => database.Consultations.DeleteExpiredAsync(expired)));

        Assert.Equal(40, taken.Sum(some => some.Count));
        Assert.Equal(40, taken.SelectMany(some => some).Select(consultation => consultation.Id).Distinct().Count());
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_is_not_there_stops_the_start_with_a_sentence_that_tells_no_password()
    {
        await using var machine = Machine("Host=/nowhere;Database=guide;Username=site;Password=open-sesame");

        var fault = await Assert.ThrowsAsync<DataFolderException>(() => machine.GetRequiredService<DatabaseSetup>().PrepareAsync());

        Assert.StartsWith("The PostgreSQL database guide on /nowhere cannot be used (", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_does_not_answer()
    {
        await using var machine = Machine("Host=/nowhere;Database=guide;Username=site");

        Assert.False(await machine.GetRequiredService<DatabaseSetup>().AnswersAsync(machine.GetRequiredService<IDatabaseWrites>()));
    }

    [Fact]
    public void Its_migrations_say_all_that_the_model_says()
    {
        using var db = new PostgresGutGuideDbContext(new DbContextOptionsBuilder<PostgresGutGuideDbContext>().UseNpgsql().Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_backup_command_leaves_PostgreSQL_to_its_own_tools()
    {
        var fault = Assert.Throws<DataFolderException>(() => DataExtensions.BackupOf(Settings("Host=db.example;Database=guide;Password=open-sesame")));

        Assert.Contains("use pg_dump and pg_restore", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.example;Datbase=guide")]
    [InlineData("Data Sorce=guide.db")]
    [InlineData("guide.db")]
    public void A_connection_string_that_cannot_be_read_says_how_one_looks(string connection)
    {
        var fault = Assert.Throws<DataFolderException>(() => DatabaseEngine.Of(Settings(connection)));

        Assert.Contains("Write \"Host=...;Database=...;Username=...;Password=...\"", fault.Message, StringComparison.Ordinal);
    }

    private static async Task DisposeAsync(IEnumerable<ServiceProvider> machines)
    {
        foreach (var machine in machines)
        {
            await machine.DisposeAsync();
        }
    }

    private static IConfiguration Settings(string connection) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:GutGuide", (string?)connection)]).Build();

    /// <summary>What a machine has of the data, without the site.</summary>
    private static ServiceProvider Machine(string connection) =>
        new ServiceCollection().AddLogging().AddMetrics().AddSingleton(TimeProvider.System).AddData(Settings(connection)).BuildServiceProvider();
}
