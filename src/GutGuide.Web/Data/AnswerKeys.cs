using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>Looks, when the site starts, whether its keys open what people have said. Answers are not lost in silence.</summary>
public sealed class AnswerKeys(
    IDbContextFactory<GutGuideDbContext> contexts,
    ConsultationProtector protector,
    IConfiguration settings,
    TimeProvider clock)
{
    public const string Setting = "GutGuide:StartWithoutLostAnswers";

    /// <summary>One row may be damaged by itself; then the next tells whether the key is there.</summary>
    private const int RowsTried = 5;

    /// <exception cref="DataFolderException">A key is missing or damaged, and nobody has said to start without it.</exception>
    public async Task RequireAsync(CancellationToken cancellation = default)
    {
        if (IsToStartWithout())
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await RequireAsync(db, protector, clock.GetUtcNow(), cancellation);
    }

    /// <param name="after">Answers that expire later are looked at.</param>
    /// <exception cref="DataFolderException">A key is missing or damaged.</exception>
    internal static async Task RequireAsync(GutGuideDbContext db, ConsultationProtector protector, DateTimeOffset after, CancellationToken cancellation = default)
    {
        var now = after.UtcTicks;

        // What Data Protection has locked names its key: sixteen bytes after a mark of four.
        var keys = await db.Database
            .SqlQuery<byte[]>($"""SELECT DISTINCT substr("Protected", 5, 16) AS "Value" FROM "Consultations" WHERE "ExpiresAtTicks" > {now}""")
            .ToListAsync(cancellation);
        foreach (var key in keys)
        {
            var rows = await db.Consultations
                .FromSql($"""SELECT * FROM "Consultations" WHERE substr("Protected", 5, 16) = {key} AND "ExpiresAtTicks" > {now}""")
                .AsNoTracking()
                .Take(RowsTried)
                .ToListAsync(cancellation);
            if (rows.TrueForAll(row => protector.Open(row) is null))
            {
                throw new DataFolderException(
                    $"The key {new Guid(key)} is missing or damaged, and the answers of at least {rows.Count} consultations need it. "
                    + $"Put the keys back from a backup; or set {Setting} to true to start without these answers, and those people begin anew.");
            }
        }
    }

    private bool IsToStartWithout() => settings[Setting] is not { Length: > 0 } text ? false
        : bool.TryParse(text, out var without) ? without
        : throw new DataFolderException($"{Setting} is \"{text}\"; write true or false.");
}
