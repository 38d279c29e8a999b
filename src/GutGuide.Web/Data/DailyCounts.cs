using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>How many did something on one day.</summary>
/// <param name="What"><see cref="DailyCounts.Started"/>, <see cref="DailyCounts.Finished"/> or <c>left:</c> with a page.</param>
public sealed record DailyCount(string Day, string What, int Count)
{
    /// <summary>So few that somebody might be recognised.</summary>
    private const int Fewest = 5;

    /// <summary>The count as anybody may see it.</summary>
    public string Shown => Count < Fewest ? $"under {Fewest}" : Count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Counts by day, without identity or answers.</summary>
public sealed class DailyCounts(IDbContextFactory<GutGuideDbContext> contexts, IDatabaseWrites writes, TimeProvider clock)
{
    public const string Started = "started";
    public const string Finished = "finished";

    /// <summary>An answer ended the questions before their end.</summary>
    public const string Stopped = "stopped";

    private const string Add = """
        INSERT INTO "DailyCounts" ("Day", "What", "Count") VALUES (@day, @what, @count)
        ON CONFLICT ("Day", "What") DO UPDATE SET "Count" = "DailyCounts"."Count" + excluded."Count"
        """;

    /// <summary>Left on this page and not come back before the answers expired.</summary>
    public static string LeftAt(string page) => $"left:{page}";

    public Task AddAsync(string what, int count = 1) => writes.RunAsync(
        Add,
        ("@day", clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("@what", what),
        ("@count", count));

    /// <summary>All of them, oldest day first.</summary>
    public async Task<IReadOnlyList<DailyCount>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(db, cancellation);
    }

    /// <summary>The same from a database that no site has open.</summary>
    public static async Task<IReadOnlyList<DailyCount>> ReadAsync(GutGuideDbContext db, CancellationToken cancellation = default) =>
        await db.DailyCounts.AsNoTracking()
            .OrderBy(row => row.Day)
            .ThenBy(row => row.What)
            .Select(row => new DailyCount(row.Day, row.What, row.Count))
            .ToListAsync(cancellation);
}
