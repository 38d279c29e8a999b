using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>Creates and migrates the database when the site starts.</summary>
public sealed class DatabaseSetup(IDbContextFactory<GutGuideDbContext> contexts, DataFolder folder, TimeProvider clock) : IDisposable
{
    /// <summary>A migration takes seconds; a lock this old was left by a process that was killed.</summary>
    private static readonly TimeSpan StaleLock = TimeSpan.FromMinutes(2);

    private IDisposable? _held;

    public void Dispose() => _held?.Dispose();

    /// <exception cref="DataFolderException">The folder or the database cannot be used; the message says what to do.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        folder.Create();
        folder.RequireReadableKeys();
        _held ??= folder.Hold();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellation);
            await DropStaleLockAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        catch (SqliteException fault)
        {
            throw new DataFolderException($"The database in {folder.Path} cannot be used ({fault.Message}). Check that the folder is writable and that no other program holds the file.", fault);
        }
    }

    /// <summary>Whether the database can be read now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Rulesets.AnyAsync(cancellation);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

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
