using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// Keeps consultations: encrypted, found only by a random token or by the code a person wrote down, and gone when they
/// expire or are forgotten.
/// </summary>
public sealed partial class ConsultationStore(
    IDbContextFactory<GutGuideDbContext> contexts,
    IDatabaseWrites writes,
    ConsultationProtector protector,
    DailyCounts counts,
    ConsultationMeters meters,
    Retention retention,
    TimeProvider clock,
    ILogger<ConsultationStore> logger) : IDisposable
{
    private const int TokenBytes = 32;

    /// <summary>Only another machine on the same database can come in between, and seldom more than once; more means something is wrong.</summary>
    private const int SaveAttempts = 8;

    private const string Insert = """
        INSERT INTO "Consultations" ("Id", "RulesetHash", "IsCompleted", "Protected", "Revision", "StartedAtTicks", "ChangedAtTicks", "ExpiresAtTicks")
        VALUES (@id, @ruleset, @completed, @content, 0, @now, @now, @expires);
        INSERT INTO "Browsers" ("TokenHash", "ConsultationId") VALUES (@token, @id)
        """;

    private const string Admit = """INSERT INTO "Browsers" ("TokenHash", "ConsultationId") SELECT @token, "Id" FROM "Consultations" WHERE "Id" = @id""";

    private const string SetCode = """UPDATE "Consultations" SET "ResumeHash" = @hash WHERE "Id" = @id""";

    private const string Update = """
        UPDATE "Consultations"
        SET "Protected" = @content, "IsCompleted" = @completed, "Revision" = "Revision" + 1, "ChangedAtTicks" = @now, "ExpiresAtTicks" = @expires
        WHERE "Id" = @id AND "Revision" = @revision
        """;

    private const string BeginAgain = """
        UPDATE "Consultations"
        SET "RulesetHash" = @ruleset, "Protected" = @content, "IsCompleted" = @completed, "Revision" = "Revision" + 1, "StartedAtTicks" = @now, "ChangedAtTicks" = @now, "ExpiresAtTicks" = @expires
        WHERE "Id" = @id AND "Revision" = @revision
        """;

    private const string Delete = """DELETE FROM "Consultations" WHERE "Id" = @id""";

    private const string DeleteExpired = """DELETE FROM "Consultations" WHERE "ExpiresAtTicks" <= @now""";

    private const string SelectByToken = """
        SELECT c."Id", c."RulesetHash", c."IsCompleted", c."Protected", c."Revision", c."StartedAtTicks", c."ChangedAtTicks", c."ExpiresAtTicks"
        FROM "Browsers" b JOIN "Consultations" c ON c."Id" = b."ConsultationId" WHERE b."TokenHash" = @key
        """;

    private readonly Turns _turns = new();

    private readonly PreparedReads<ConsultationRow> _byToken = new(contexts, SelectByToken, RowOf);

    private readonly Func<GutGuideDbContext, byte[], long, CancellationToken, Task<ConsultationRow?>> _byCode = EF.CompileAsyncQuery(
        (GutGuideDbContext db, byte[] hash, long now, CancellationToken cancellation) =>
            db.Consultations.AsNoTracking().SingleOrDefault(row => row.ResumeHash == hash && row.ExpiresAtTicks > now));

    private readonly Func<GutGuideDbContext, Guid, long, CancellationToken, Task<ConsultationRow?>> _byId = EF.CompileAsyncQuery(
        (GutGuideDbContext db, Guid id, long now, CancellationToken cancellation) =>
            db.Consultations.AsNoTracking().SingleOrDefault(row => row.Id == id && row.ExpiresAtTicks > now));

    /// <summary>Begins a consultation.</summary>
    /// <returns>The token for the person's cookie; it is stored nowhere.</returns>
    public async Task<(Consultation Consultation, string Token)> StartAsync(string rulesetHash)
    {
        var token = NewToken();
        var now = clock.GetUtcNow();
        var consultation = new Consultation(Guid.NewGuid(), rulesetHash, ConsultationContent.Empty, false, 0, now, now, now + retention.Period);
        await Task.WhenAll(
            writes.RunAsync(
                Insert,
                ("@id", consultation.Id),
                ("@token", HashOf(token)),
                ("@ruleset", rulesetHash),
                ("@completed", false),
                ("@content", protector.Protect(consultation.Content)),
                ("@now", now.UtcTicks),
                ("@expires", consultation.ExpiresAt.UtcTicks)),
            counts.AddAsync(DailyCounts.Started));
        meters.Started();
        return (consultation, token);
    }

    /// <summary>Makes the code by which a consultation is found from anywhere. An earlier one is no longer good.</summary>
    /// <returns>The code, which is stored nowhere; null when the consultation is gone.</returns>
    public async Task<string?> MakeCodeAsync(Guid id)
    {
        var code = ResumeCode.New();
        return await writes.RunAsync(SetCode, ("@hash", HashOf(code)), ("@id", id)) == 1 ? code : null;
    }

    /// <summary>Opens a consultation to one more browser.</summary>
    /// <param name="code">As <see cref="ResumeCode.Read"/> gives it.</param>
    /// <returns>The consultation and the token for that browser's cookie; null when the code is of none.</returns>
    public async Task<(Consultation Consultation, string Token)?> ResumeAsync(string code, CancellationToken cancellation = default)
    {
        if (await FindByCodeAsync(code, cancellation) is not { } found)
        {
            return null;
        }

        var token = NewToken();
        return await writes.RunAsync(Admit, ("@token", HashOf(token)), ("@id", found.Id)) == 1 ? (found, token) : null;
    }

    /// <summary>The consultation of a cookie's token; null when it is unknown, forgotten, expired or not a token at all.</summary>
    public async Task<Consultation?> FindByTokenAsync(string? token, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var row = await _byToken.FirstAsync(HashOf(token), cancellation);
        return row is not null && row.ExpiresAtTicks > clock.GetUtcNow().UtcTicks ? Read(row) : null;
    }

    public async Task<Consultation?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await _byId(db, id, clock.GetUtcNow().UtcTicks, cancellation) is { } row ? Read(row) : null;
    }

    /// <summary>The same for a consultation that is not at hand.</summary>
    public async Task<Consultation?> ChangeAsync(
        Guid id,
        Func<ConsultationContent, ConsultationContent> change,
        bool? isCompleted = null,
        CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { } known ? await ChangeAsync(known, change, isCompleted, cancellation) : null;

    /// <summary>
    /// Changes what a person said. The change is a function of what is stored, and is tried again when somebody else, such as
    /// a second tab, saved in between: so nothing acknowledged is lost. Changes of one consultation wait for each other, so
    /// that many at once all come through.
    /// </summary>
    /// <param name="known">As read before; it may be out of date.</param>
    /// <returns>The consultation as saved; null when it is gone.</returns>
    public async Task<Consultation?> ChangeAsync(
        Consultation known,
        Func<ConsultationContent, ConsultationContent> change,
        bool? isCompleted = null,
        CancellationToken cancellation = default)
    {
        var began = Stopwatch.GetTimestamp();
        using var turn = await _turns.TakeAsync(known.Id, cancellation);
        var before = known;
        for (var attempt = 0; attempt < SaveAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var after = before with
            {
                Content = change(before.Content),
                IsCompleted = isCompleted ?? before.IsCompleted,
                Revision = before.Revision + 1,
                ChangedAt = now,
                ExpiresAt = now + retention.Period,
            };
            if (await SaveAsync(Update, after) == 1)
            {
                meters.Saved(Stopwatch.GetElapsedTime(began));
                await NoteFinishedAsync(before, after);
                return after;
            }

            if (await FindAsync(known.Id, cancellation) is not { } current)
            {
                return null;
            }

            before = current;
        }

        throw new InvalidOperationException($"Consultation {known.Id} was changed by others {SaveAttempts} times in a row.");
    }

    /// <summary>
    /// Begins anew in the place of a consultation and keeps what was said in it, to compare the two. What was kept before
    /// that is gone. A second click finds it begun already.
    /// </summary>
    /// <returns>The consultation as it is now; null when it is gone.</returns>
    public async Task<Consultation?> BeginAgainAsync(Consultation known, string rulesetHash, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var after = known with
        {
            RulesetHash = rulesetHash,
            Content = ConsultationContent.Empty with { Earlier = new EarlierConsultation(known.RulesetHash, known.Content.Answers, known.ChangedAt) },
            IsCompleted = false,
            Revision = known.Revision + 1,
            StartedAt = now,
            ChangedAt = now,
            ExpiresAt = now + retention.Period,
        };
        if (await SaveAsync(BeginAgain, after, ("@ruleset", rulesetHash)) != 1)
        {
            return await FindAsync(known.Id, cancellation);
        }

        await counts.AddAsync(DailyCounts.Started);
        meters.Started();
        return after;
    }

    /// <summary>Takes a consultation away for good, with every way to it and the one before it.</summary>
    public async Task ForgetAsync(Guid id)
    {
        if (await writes.RunAsync(Delete, ("@id", id)) > 0)
        {
            meters.Forgotten();
        }
    }

    /// <summary>Consultations past their time that never came to a result, oldest first; one that no key opens is left out.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<Consultation>> ExpiredUnfinishedAsync(int most, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcTicks;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Consultations.AsNoTracking()
            .Where(row => row.ExpiresAtTicks <= now && !row.IsCompleted)
            .OrderBy(row => row.ExpiresAtTicks)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(Read).OfType<Consultation>()];
    }

    /// <summary>Takes away everything past its time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteExpiredAsync()
    {
        var deleted = await writes.RunAsync(DeleteExpired, ("@now", clock.GetUtcNow().UtcTicks));
        meters.Expired(deleted);
        return deleted;
    }

    /// <summary>Takes away some that are past their time.</summary>
    /// <returns>Those that nobody else had taken away before.</returns>
    public async Task<IReadOnlyList<Consultation>> DeleteExpiredAsync(IReadOnlyList<Consultation> expired)
    {
        var rows = await Task.WhenAll(expired.Select(consultation => writes.RunAsync(Delete, ("@id", consultation.Id))));
        var deleted = expired.Where((_, place) => rows[place] == 1).ToArray();
        meters.Expired(deleted.Length);
        return deleted;
    }

    public void Dispose()
    {
        _byToken.Dispose();
        _turns.Dispose();
    }

    private static ConsultationRow RowOf(DbDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        RulesetHash = reader.GetString(1),
        IsCompleted = reader.GetBoolean(2),
        Protected = reader.GetFieldValue<byte[]>(3),
        Revision = reader.GetInt32(4),
        StartedAtTicks = reader.GetInt64(5),
        ChangedAtTicks = reader.GetInt64(6),
        ExpiresAtTicks = reader.GetInt64(7),
    };

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static DateTimeOffset TimeOf(long ticks) => new(ticks, TimeSpan.Zero);

    private async Task<Consultation?> FindByCodeAsync(string code, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await _byCode(db, HashOf(code), clock.GetUtcNow().UtcTicks, cancellation) is { } row ? Read(row) : null;
    }

    private Task<int> SaveAsync(string statement, Consultation after, params (string Name, object Value)[] more) => writes.RunAsync(
        statement,
        [
            ("@id", after.Id),
            ("@revision", after.Revision - 1),
            ("@content", protector.Protect(after.Content)),
            ("@completed", after.IsCompleted),
            ("@now", after.ChangedAt.UtcTicks),
            ("@expires", after.ExpiresAt.UtcTicks),
            .. more,
        ]);

    private async Task NoteFinishedAsync(Consultation before, Consultation after)
    {
        if (after.IsCompleted && !before.IsCompleted)
        {
            meters.Finished();
            await counts.AddAsync(DailyCounts.Finished);
        }
    }

    /// <summary>Null when no key opens it: to the person it is then as gone as one that was deleted.</summary>
    private Consultation? Read(ConsultationRow row)
    {
        try
        {
            return new(
                row.Id,
                row.RulesetHash,
                protector.Unprotect(row.Protected),
                row.IsCompleted,
                row.Revision,
                TimeOf(row.StartedAtTicks),
                TimeOf(row.ChangedAtTicks),
                TimeOf(row.ExpiresAtTicks));
        }
        catch (CryptographicException fault)
        {
            LogUnreadable(row.Id, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No key opens consultation {Id}. Are the keys those of this database?")]
    private partial void LogUnreadable(Guid id, Exception fault);
}

/// <summary>How long a consultation is kept after its last change.</summary>
public sealed record Retention(TimeSpan Period);
