using GutGuide.Core.Questionnaires;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Tests.Data;

public sealed class GroupCommitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_is_acknowledged_can_be_read_by_everybody()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => database.Counts.AddAsync("acknowledged")));

        var counts = await database.Counts.ReadAsync();

        Assert.Equal(300, counts.Single(count => count.What == "acknowledged").Count);
    }

    [Fact]
    public async Task One_that_cannot_be_written_does_not_stop_the_others()
    {
        var started = await database.Consultations.StartAsync("hash");
        var tries = new[]
        {
            database.Counts.AddAsync("beside a fault"),
            database.Writes.RunAsync("INSERT INTO \"Rulesets\" (\"Hash\") VALUES (@hash)", ("@hash", "no other column")),
            database.Counts.AddAsync("beside a fault"),
        };

        await Assert.ThrowsAsync<SqliteException>(() => tries[1]);
        await Task.WhenAll(tries[0], tries[2]);

        Assert.Equal(2, (await database.Counts.ReadAsync()).Single(count => count.What == "beside a fault").Count);
        Assert.NotNull(await database.Consultations.FindAsync(started.Consultation.Id));
    }

    [Fact]
    public async Task A_change_made_with_old_knowledge_keeps_what_came_between()
    {
        var (known, _) = await database.Consultations.StartAsync("hash");
        await database.Consultations.ChangeAsync(known, content => content.WithPage("one", Said("first"), known.StartedAt));

        var saved = await database.Consultations.ChangeAsync(known, content => content.WithPage("two", Said("second"), known.StartedAt));

        Assert.Equal(2, saved?.Content.Answers.Count);
    }

    [Fact]
    public async Task Closing_waits_for_what_was_accepted()
    {
        var writes = new Web.Data.GroupCommit(database);
        var accepted = Enumerable.Range(0, 50).Select(_ => new Web.Data.DailyCounts(database, writes, database.Clock).AddAsync("closing")).ToArray();

        await writes.DisposeAsync();

        Assert.All(accepted, write => Assert.True(write.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task What_is_deleted_is_overwritten_in_the_file()
    {
        var said = await SavedAsync(database, many: 40);

        await Task.WhenAll(said.Select(one => database.Consultations.ForgetAsync(one.Id)));

        Assert.All(said, one => Assert.False(IsInAFile(database, one.Bytes)));
    }

    [Fact]
    public async Task What_has_expired_is_overwritten_in_the_files_once_it_is_deleted()
    {
        var own = new TestDatabase();
        await own.InitializeAsync();
        var said = await SavedAsync(own, many: 5);
        var before = said.Count(one => IsInAFile(own, one.Bytes));
        own.Clock.Advance(TimeSpan.FromDays(31));

        await own.Consultations.DeleteExpiredAsync();

        Assert.Equal(5, before);
        Assert.All(said, one => Assert.False(IsInAFile(own, one.Bytes)));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task What_a_reader_kept_from_being_overwritten_is_so_with_the_next_write()
    {
        var own = new TestDatabase();
        await own.InitializeAsync();
        var said = Assert.Single(await SavedAsync(own, many: 1));
        await using (var reader = new SqliteConnection(own.Folder.ConnectionString))
        {
            await reader.OpenAsync();
            await using var snapshot = reader.BeginTransaction(deferred: true);
            await using var look = reader.CreateCommand();
            look.CommandText = "SELECT COUNT(*) FROM \"Consultations\"";
            await look.ExecuteScalarAsync();
            await own.Consultations.ForgetAsync(said.Id);
        }

        await own.Counts.AddAsync("next");

        Assert.False(IsInAFile(own, said.Bytes));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_cannot_even_be_closed_does_not_end_all_writing()
    {
        await using var writes = new Web.Data.GroupCommit(new Unclosable(database));
        var counts = new Web.Data.DailyCounts(database, writes, database.Clock);
        await Assert.ThrowsAsync<SqliteException>(() => writes.RunAsync("no statement"));

        await counts.AddAsync("after a fault").WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await counts.ReadAsync()).Single(count => count.What == "after a fault").Count);
    }

    [Fact]
    public async Task A_read_that_finds_no_database_leaves_nothing_open()
    {
        var contexts = new Nowhere();
        using var reads = new Web.Data.PreparedReads<string>(contexts, "SELECT @key", reader => reader.GetString(0));

        await Assert.ThrowsAsync<SqliteException>(() => reads.FirstAsync("any", CancellationToken.None));

        Assert.True(contexts.IsDisposed);
    }

    [Fact]
    public async Task The_database_writes_ahead_so_that_readers_never_wait()
    {
        await using var connection = new SqliteConnection(database.Folder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", await command.ExecuteScalarAsync());
    }

    private static Dictionary<string, Answer?> Said(string linkId) => new() { [linkId] = Answer.Of("yes") };

    /// <summary>People who have answered twice, with a part of what is stored of each.</summary>
    private static async Task<(Guid Id, byte[] Bytes)[]> SavedAsync(TestDatabase database, int many)
    {
        var started = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => database.Consultations.StartAsync("hash")));
        await Task.WhenAll(started.Select(one => database.Consultations.ChangeAsync(one.Consultation, content => content.WithPage("one", Said("first"), database.Clock.GetUtcNow()))));
        await using var db = database.CreateDbContext();
        var ids = started.Select(one => one.Consultation.Id).ToArray();
        var rows = await db.Consultations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        return [.. rows.Select(row => (row.Id, row.Protected[^24..]))];
    }

    /// <summary>Looks into the raw files, the journal among them.</summary>
    private static bool IsInAFile(TestDatabase database, byte[] bytes) =>
        Directory.EnumerateFiles(database.Folder.Path, "gutguide.db*").Any(path => ReadShared(path).AsSpan().IndexOf(bytes) >= 0);

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The first context throws when it is closed.</summary>
    private sealed class Unclosable(TestDatabase database) : IDbContextFactory<Web.Data.GutGuideDbContext>
    {
        private bool _isMade;

        public Web.Data.GutGuideDbContext CreateDbContext()
        {
            if (_isMade)
            {
                return database.CreateDbContext();
            }

            _isMade = true;
            return new Stuck(new DbContextOptionsBuilder<Web.Data.GutGuideDbContext>().UseSqlite(database.Folder.ConnectionString).Options);
        }

        private sealed class Stuck(DbContextOptions options) : Web.Data.GutGuideDbContext(options)
        {
            public override void Dispose()
            {
                base.Dispose();
                throw new InvalidOperationException("It does not close.");
            }
        }
    }

    /// <summary>A database in a folder that does not exist.</summary>
    private sealed class Nowhere : IDbContextFactory<Web.Data.GutGuideDbContext>
    {
        public bool IsDisposed { get; private set; }

        public Web.Data.GutGuideDbContext CreateDbContext() => new Watched(this);

        private sealed class Watched(Nowhere owner)
            : Web.Data.GutGuideDbContext(new DbContextOptionsBuilder<Web.Data.GutGuideDbContext>().UseSqlite("Data Source=/nowhere/at/all.db").Options)
        {
            public override async ValueTask DisposeAsync()
            {
                await base.DisposeAsync();
                owner.IsDisposed = true;
            }
        }
    }
}
