using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Operating;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Operating;

public sealed class BackupTests(SiteFactory site) : IClassFixture<SiteFactory>, IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gutguide-backup-");

    [Fact]
    public async Task A_backup_taken_while_people_answer_is_whole_and_opens_with_its_keys()
    {
        var store = site.Services.GetRequiredService<ConsultationStore>();
        var (_, token) = await AnsweredAsync(store);
        using var goOn = new CancellationTokenSource();
        var others = Task.Run(async () =>
        {
            while (!goOn.IsCancellationRequested)
            {
                await AnsweredAsync(store);
            }
        });

        var (exit, _, error) = await RunAsync(site.DataDirectory, "backup", At("copy.db"), "--keys", At("copy.keys"));
        await goOn.CancelAsync();
        await others;

        Assert.Equal((0, ""), (exit, error));
        using var elsewhere = Restored();
        Assert.Equal(0, (await RunAsync(elsewhere.DataDirectory, "restore", At("copy.db"), "--keys", At("copy.keys"))).Exit);
        var found = await elsewhere.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token);
        Assert.Equal(Answer.Of("adult"), found?.Content.Answers["who"]);
    }

    [Fact]
    public async Task A_backup_without_its_keys_gives_nobody_an_answer()
    {
        var (_, token) = await AnsweredAsync(site.Services.GetRequiredService<ConsultationStore>());
        await RunAsync(site.DataDirectory, "backup", At("alone.db"));

        using var elsewhere = Restored();
        elsewhere.Settings[AnswerKeys.Setting] = "true";
        Assert.Equal(0, (await RunAsync(elsewhere.DataDirectory, "restore", At("alone.db"))).Exit);

        Assert.Null(await elsewhere.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token));
    }

    [Fact]
    public async Task Restoring_under_a_running_site_is_refused()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("running.db"));

        var (exit, _, error) = await RunAsync(site.DataDirectory, "restore", At("running.db"), "--replace");

        Assert.Equal(1, exit);
        Assert.Contains("A site is running on it; stop it first.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_loses_no_database_unless_told_to()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("once.db"));
        var target = At("data");
        await RunAsync(target, "restore", At("once.db"));

        var refused = await RunAsync(target, "restore", At("once.db"));
        var told = await RunAsync(target, "restore", At("once.db"), "--replace");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("add --replace if it may be lost", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, told.Exit);
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("good.db"));
        var bytes = await File.ReadAllBytesAsync(At("good.db"));
        await File.WriteAllBytesAsync(At("cut.db"), bytes[..(bytes.Length / 2)]);

        var (exit, _, error) = await RunAsync(At("data-cut"), "restore", At("cut.db"));

        Assert.Equal(1, exit);
        Assert.StartsWith(At("cut.db"), error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(At("data-cut"), "gutguide.db")));
    }

    [Fact]
    public async Task A_restore_that_fails_leaves_the_database_with_what_its_journal_holds()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("small.db"));
        var target = At("data-kept");
        await RunAsync(target, "restore", At("small.db"));
        var database = Path.Combine(target, "gutguide.db");
        var before = await File.ReadAllBytesAsync(database);
        await File.WriteAllTextAsync(database + "-wal", "the journal");
        Directory.CreateDirectory(database + ".restoring");

        var (exit, _, error) = await RunAsync(target, "restore", At("small.db"), "--replace");

        Assert.Equal(1, exit);
        Assert.Contains("the database is as it was", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database));
        Assert.Equal("the journal", await File.ReadAllTextAsync(database + "-wal"));
    }

    [Fact]
    public async Task After_a_restore_no_old_journal_is_played_into_the_new_database()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("clean.db"));
        var target = At("data-journal");
        await RunAsync(target, "restore", At("clean.db"));
        await File.WriteAllTextAsync(Path.Combine(target, "gutguide.db-wal"), "the journal");

        var (exit, _, error) = await RunAsync(target, "restore", At("clean.db"), "--replace");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["gutguide.db"], Directory.EnumerateFiles(target, "gutguide.db*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_backup_can_be_verified_with_its_keys()
    {
        await AnsweredAsync(site.Services.GetRequiredService<ConsultationStore>());
        await RunAsync(site.DataDirectory, "backup", At("checked.db"), "--keys", At("checked.keys"));

        var (exit, output, error) = await RunAsync(At("none"), "backup", "--verify", At("checked.db"), "--keys", At("checked.keys"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("is sound, and the keys in", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_whose_keys_are_those_of_another_site_does_not_pass()
    {
        await AnsweredAsync(site.Services.GetRequiredService<ConsultationStore>());
        await RunAsync(site.DataDirectory, "backup", At("mine.db"));
        using var other = new SiteFactory();
        await new FormVisitor(other.Visitor()).StartAsync();
        await RunAsync(other.DataDirectory, "backup", At("other.db"), "--keys", At("other.keys"));

        var (exit, _, error) = await RunAsync(At("none"), "backup", "--verify", At("mine.db"), "--keys", At("other.keys"));

        Assert.Equal(1, exit);
        Assert.Contains("is missing or damaged", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_does_not_pass()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("whole.db"));
        var bytes = await File.ReadAllBytesAsync(At("whole.db"));
        await File.WriteAllBytesAsync(At("half.db"), bytes[..(bytes.Length / 2)]);

        var (exit, _, error) = await RunAsync(At("none"), "backup", "--verify", At("half.db"));

        Assert.Equal(1, exit);
        Assert.StartsWith(At("half.db"), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_its_owners_alone_and_never_replaces_another()
    {
        using var browser = site.Visitor();
        await RunAsync(site.DataDirectory, "backup", At("first.db"), "--keys", At("first.keys"));

        var (exit, _, error) = await RunAsync(site.DataDirectory, "backup", At("first.db"));

        Assert.Equal(1, exit);
        Assert.Contains("exists already", error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("first.db")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("first.keys")));
        }
    }

    [Theory]
    [InlineData("backup needs a FILE", "backup")]
    [InlineData("restore needs a FILE", "restore", "--replace")]
    [InlineData("backup does not take \"--replace\"", "backup", "a.db", "--replace")]
    [InlineData("backup does not take \"b.db\"", "backup", "a.db", "b.db")]
    [InlineData("counts does not take \"a.db\"", "counts", "a.db")]
    public async Task What_cannot_be_understood_is_named(string fault, params string[] args)
    {
        var (exit, _, error) = await RunAsync(At("none"), args);

        Assert.Equal((2, fault), (exit, error.Trim()));
    }

    [Fact]
    public async Task Counts_are_printed_by_day_and_small_ones_hidden()
    {
        await AnsweredAsync(site.Services.GetRequiredService<ConsultationStore>());
        await site.Services.GetRequiredService<DailyCounts>().AddAsync(DailyCounts.LeftAt("alarm-body"), 3);

        var (exit, output, _) = await RunAsync(site.DataDirectory, "counts");

        Assert.Equal(0, exit);
        Assert.StartsWith("day\twhat\tcount\n", output, StringComparison.Ordinal);
        Assert.Contains("2026-11-22\tleft:alarm-body\tunder 5\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static async Task<(Web.Data.Consultation Consultation, string Token)> AnsweredAsync(ConsultationStore store)
    {
        var (started, token) = await store.StartAsync("hash");
        var said = new Dictionary<string, Answer?> { ["who"] = Answer.Of("adult") };
        await store.ChangeAsync(started, content => content.WithPage("start", said, started.StartedAt));
        return (started, token);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string dataDirectory, params string[] args)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("GutGuide:DataDirectory", (string?)dataDirectory)]).Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await OperatingCommands.RunAsync(args, settings, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A site on another folder, not started before it is asked for something.</summary>
    private static SiteFactory Restored() => new();

    private string At(string name) => Path.Combine(_place.FullName, name);
}
