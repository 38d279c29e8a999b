using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>One file in the data folder, and the keys in files beside it.</summary>
public sealed class SqliteSetup(IDbContextFactory<GutGuideDbContext> contexts, DataFolder folder, TimeProvider clock) : DatabaseSetup(contexts), IDisposable
{
    /// <summary>A migration takes seconds; a lock this old was left by a process that was killed.</summary>
    private static readonly TimeSpan StaleLock = TimeSpan.FromMinutes(2);

    private IDisposable? _held;

    public void Dispose() => _held?.Dispose();

    public override async Task PrepareAsync(CancellationToken cancellation = default)
    {
        folder.Create();
        folder.RequireReadableKeys();
        _held ??= folder.Hold();
        try
        {
            await using var db = await Contexts.CreateDbContextAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellation);
            await DropStaleLockAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        catch (SqliteException fault)
        {
            throw new DataFolderException($"The database in {folder.Path} cannot be used ({fault.Message}). Check that the folder is writable and that no other program holds the file; where the file is damaged, stop all sites on it and put a backup in its place: restore FILE --replace.", fault);
        }
    }

    protected override bool IsInPlace(GutGuideDbContext db) => new FileInfo(db.Database.GetDbConnection().DataSource) is { Exists: true, Length: > 0 };

    private async Task DropStaleLockAsync(GutGuideDbContext db, CancellationToken cancellation)
    {
        const string LockTable = "SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if (await db.Database.SqlQueryRaw<int>(LockTable).SingleAsync(cancellation) > 0)
        {
            var before = (clock.GetUtcNow() - StaleLock).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < {before}", cancellation);
        }
    }
}
