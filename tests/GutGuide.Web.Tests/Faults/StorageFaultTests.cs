using System.Net;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Faults;

/// <summary>What happens to people and their answers when the disk or the database does not do its part.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly SiteFactory _site = new();

    [Fact]
    public async Task On_a_full_disk_nothing_is_acknowledged_and_all_goes_on_when_there_is_room()
    {
        var visitor = await new FormVisitor(_site.Visitor()).StartAsync();
        await FillDiskAsync();

        // More than fits into what is free inside the file.
        using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("who", new string('x', 55_000)));
        SqliteConnection.ClearAllPools();
        await visitor.OpenAsync("/consultation/q/start");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Contains("<h1>We cannot save right now</h1>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("checked", visitor.Page, StringComparison.Ordinal);
        await visitor.AnswerAsync(("who", "adult"));
        Assert.Equal("/consultation/q/about", visitor.Address);
    }

    [Fact]
    public async Task In_a_folder_that_became_read_only_reading_works_and_saving_says_so()
    {
        var visitor = await new FormVisitor(_site.Visitor()).StartAsync();
        await _site.Services.GetRequiredService<IDatabaseWrites>().RunAsync("PRAGMA query_only = ON");

        using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("who", "adult"));
        SqliteConnection.ClearAllPools();
        await visitor.OpenAsync("/consultation/q/start");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task While_another_program_holds_the_database_reading_works_and_saving_says_so()
    {
        var visitor = await new FormVisitor(_site.Visitor()).StartAsync();
        await using var other = new SqliteConnection(new DataFolder(_site.DataDirectory).ConnectionString);
        await other.OpenAsync();
        await using (await other.BeginTransactionAsync())
        {
            await visitor.OpenAsync("/consultation/q/start");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);

            using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("who", "adult"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await visitor.AnswerAsync(("who", "adult"));
        Assert.Equal("/consultation/q/about", visitor.Address);
    }

    [Fact]
    public async Task Started_without_its_keys_old_answers_are_as_gone_as_deleted_ones_and_a_new_start_works()
    {
        var (_, token) = await _site.Services.GetRequiredService<ConsultationStore>().StartAsync("hash");
        foreach (var key in Directory.GetFiles(Path.Combine(_site.DataDirectory, "keys")))
        {
            File.Delete(key);
        }

        await using var restarted = _site.Again();
        restarted.Settings[AnswerKeys.Setting] = "true";
        var afterwards = await new FormVisitor(restarted.Visitor()).StartAsync();

        Assert.Null(await restarted.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token));
        Assert.Equal("/consultation/q/start", afterwards.Address);
    }

    [Fact]
    public async Task Two_sites_on_one_folder_share_everybody()
    {
        var first = _site.Visitor();
        var visitor = await new FormVisitor(first).StartAsync();
        await using var second = _site.Again();
        IServiceProvider[] sites = [_site.Services, second.Services];

        var starts = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => sites[number % 2].GetRequiredService<ConsultationStore>().StartAsync("hash")));

        Assert.Equal("/consultation/q/start", visitor.Address);
        foreach (var (_, token) in starts)
        {
            Assert.NotNull(await sites[0].GetRequiredService<ConsultationHolders>().FindByTokenAsync(token));
            Assert.NotNull(await sites[1].GetRequiredService<ConsultationHolders>().FindByTokenAsync(token));
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_back_loses_nobody_and_one_that_jumps_ahead_forgets_on_time()
    {
        var store = _site.Services.GetRequiredService<ConsultationStore>();
        var holders = _site.Services.GetRequiredService<ConsultationHolders>();
        var (known, token) = await store.StartAsync("hash");
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow().AddYears(-1));

        var saved = await store.ChangeAsync(known, content => content);
        var found = await holders.FindByTokenAsync(token);
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow().AddYears(2));

        Assert.NotNull(saved);
        Assert.NotNull(found);
        Assert.Null(await holders.FindByTokenAsync(token));
    }

    [Fact]
    public async Task A_content_folder_that_vanishes_takes_nothing_away_from_a_running_site()
    {
        var folder = Directory.CreateTempSubdirectory("gutguide-content-").FullName;
        CopyAll(Content.ShippedContent.Directory, folder);
        using var site = new SiteFactory();
        site.Settings["GutGuide:ContentDirectory"] = folder;
        var visitor = new FormVisitor(site.Visitor());
        await visitor.OpenAsync("/learn");

        Directory.Delete(folder, recursive: true);
        await visitor.OpenAsync("/help");
        var read = visitor.Status;
        await visitor.StartAsync();

        Assert.Equal(HttpStatusCode.OK, read);
        Assert.Equal("/consultation/q/start", visitor.Address);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>SQLite answers like a full disk when the database may hold no more pages than it has.</summary>
    private Task<int> FillDiskAsync() => _site.Services.GetRequiredService<IDatabaseWrites>().RunAsync("PRAGMA max_page_count = 1");

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>A data folder that cannot be used is said so at once, with what to do.</summary>
public sealed class DataFolderFaultTests
{
    [Fact]
    public async Task A_database_that_is_none_stops_the_start_with_a_sentence()
    {
        var directory = Directory.CreateTempSubdirectory("gutguide-broken-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "gutguide.db"), new string('?', 8192));
            var folder = new DataFolder(directory.FullName);
            var contexts = new Contexts(folder);
            using var setup = new SqliteSetup(contexts, folder, TimeProvider.System);

            var fault = await Assert.ThrowsAsync<DataFolderException>(() => setup.PrepareAsync());

            Assert.StartsWith($"The database in {directory.FullName} cannot be used", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_start_with_what_to_do()
    {
        var file = Path.GetTempFileName();
        try
        {
            var folder = new DataFolder(Path.Combine(file, "data"));
            using var setup = new SqliteSetup(new Contexts(folder), folder, TimeProvider.System);

            var fault = await Assert.ThrowsAsync<DataFolderException>(() => setup.PrepareAsync());

            Assert.Contains("Give the site's user write access, or set GutGuide:DataDirectory to another folder.", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_folder_that_others_could_look_into_is_closed_to_them()
    {
        var directory = Directory.CreateTempSubdirectory("gutguide-open-");
        try
        {
            var folder = new DataFolder(directory.FullName);
            Directory.CreateDirectory(folder.Keys);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }

            folder.Create();

            Assert.All(
                new[] { folder.Path, folder.Keys },
                path => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_damaged_key_stops_the_start_and_is_named()
    {
        var directory = Directory.CreateTempSubdirectory("gutguide-keys-");
        try
        {
            var folder = new DataFolder(directory.FullName);
            Directory.CreateDirectory(folder.Keys);
            var key = Path.Combine(folder.Keys, "key-1.xml");
            await File.WriteAllTextAsync(key, "<key>broken");
            using var setup = new SqliteSetup(new Contexts(folder), folder, TimeProvider.System);

            var fault = await Assert.ThrowsAsync<DataFolderException>(() => setup.PrepareAsync());

            Assert.StartsWith($"The key {key} cannot be read", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed class Contexts(DataFolder folder) : IDbContextFactory<GutGuideDbContext>
    {
        public GutGuideDbContext CreateDbContext() => new(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite(folder.ConnectionString).Options);
    }
}
