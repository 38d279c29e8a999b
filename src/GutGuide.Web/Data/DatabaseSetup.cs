using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>Creates and migrates the database when the site starts.</summary>
public abstract class DatabaseSetup(IDbContextFactory<GutGuideDbContext> contexts)
{
    protected IDbContextFactory<GutGuideDbContext> Contexts { get; } = contexts;

    /// <exception cref="DataFolderException">The folder or the database cannot be used; the message says what to do.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellation = default);

    /// <summary>Whether the database can be read now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await Contexts.CreateDbContextAsync(cancellation);
            await db.Rulesets.AnyAsync(cancellation);
            return true;
        }
        catch (Exception fault) when (fault is DbException || DatabaseFault.IsPassing(fault))
        {
            return false;
        }
    }
}
