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
        var (started, _) = await database.Consultations.StartAsync("hash");
        await using var db = database.CreateDbContext();
        var bytes = (await db.Consultations.AsNoTracking().SingleAsync(row => row.Id == started.Id)).Protected;

        await database.Consultations.ForgetAsync(started.Id);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        var file = await ReadSharedAsync(Path.Combine(database.Folder.Path, "gutguide.db"));
        Assert.Equal(-1, file.AsSpan().IndexOf(bytes));
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

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
