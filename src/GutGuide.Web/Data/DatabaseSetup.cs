using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>Creates and migrates the database when the site starts.</summary>
public abstract class DatabaseSetup(IDbContextFactory<GutGuideDbContext> contexts)
{
    protected IDbContextFactory<GutGuideDbContext> Contexts { get; } = contexts;

    /// <exception cref="DataFolderException">The folder or the database cannot be used; the message says what to do.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellation = default);

    // Writes to the disk and leaves nothing.
    private const string Probe = """
        INSERT INTO "DailyCounts" ("Day", "What", "Count") VALUES (@day, 'probe', 0);
        DELETE FROM "DailyCounts" WHERE "Day" = @day AND "What" = 'probe'
        """;

    /// <summary>Whether the database can be read and written now, by the way that answers take.</summary>
    public async Task<bool> AnswersAsync(IDatabaseWrites writes, CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await Contexts.CreateDbContextAsync(cancellation);
            await db.Rulesets.AnyAsync(cancellation);
            await writes.RunAsync(Probe, ("@day", "")).WaitAsync(cancellation);
            return IsInPlace(db);
        }
        catch (Exception fault) when (fault is DbException || DatabaseFault.IsPassing(fault))
        {
            return false;
        }
    }

    /// <summary>A file that was deleted can still be written to by whoever holds it open; what is written is lost.</summary>
    protected virtual bool IsInPlace(GutGuideDbContext db) => true;
}
