using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// Keeps consultations: encrypted, and gone when they expire or are forgotten. Who may open one is told by
/// <see cref="ConsultationHolders"/>.
/// </summary>
public sealed class ConsultationStore(
    IDbContextFactory<GutGuideDbContext> contexts,
    IDatabaseWrites writes,
    ConsultationProtector protector,
    DailyCounts counts,
    ConsultationMeters meters,
    Retention retention,
    TimeProvider clock)
{
    /// <summary>Only another machine on the same database can come in between, and seldom more than once; more means something is wrong.</summary>
    private const int SaveAttempts = 8;

    private const string Insert = """
        INSERT INTO "Consultations" ("Id", "RulesetHash", "IsCompleted", "Protected", "Revision", "StartedAtTicks", "ChangedAtTicks", "ExpiresAtTicks")
        VALUES (@id, @ruleset, @completed, @content, 0, @now, @now, @expires);
        INSERT INTO "Browsers" ("TokenHash", "ConsultationId") VALUES (@token, @id)
        """;

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

    private readonly ChangesTogether _changes = new();

    private readonly Func<GutGuideDbContext, Guid, long, CancellationToken, Task<ConsultationRow?>> _byId = EF.CompileAsyncQuery(
        (GutGuideDbContext db, Guid id, long now, CancellationToken cancellation) =>
            db.Consultations.AsNoTracking().SingleOrDefault(row => row.Id == id && row.ExpiresAtTicks > now));

    /// <summary>Begins a consultation.</summary>
    /// <param name="brought">As in <see cref="ConsultationContent.Brought"/>; null for nothing.</param>
    /// <returns>The token for the person's cookie; it is stored nowhere.</returns>
    public async Task<(Consultation Consultation, string Token)> StartAsync(
        string rulesetHash,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? brought = null)
    {
        var (token, hash) = ConsultationHolders.NewToken();
        var now = clock.GetUtcNow();
        var content = brought is null ? ConsultationContent.Empty : ConsultationContent.Empty with { Brought = brought };
        var consultation = new Consultation(Guid.NewGuid(), rulesetHash, content, false, 0, now, now, now + retention.Period);
        await Task.WhenAll(
            writes.RunAsync(
                Insert,
                ("@id", consultation.Id),
                ("@token", hash),
                ("@ruleset", rulesetHash),
                ("@completed", false),
                ("@content", protector.Protect(consultation.Id, consultation.Content)),
                ("@now", now.UtcTicks),
                ("@expires", consultation.ExpiresAt.UtcTicks)),
            counts.AddAsync(DailyCounts.Started));
        meters.Started();
        return (consultation, token);
    }

    public async Task<Consultation?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await _byId(db, id, clock.GetUtcNow().UtcTicks, cancellation) is { } row ? protector.Open(row) : null;
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
    /// another machine, saved in between: so nothing acknowledged is lost. It is left out when the consultation was begun anew
    /// since it was read: then what comes back is not of the same beginning.
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
        var saved = await _changes.SaveAsync(known, new ConsultationChange(known, change, isCompleted), SaveAsync).WaitAsync(cancellation);
        if (saved is not null)
        {
            meters.Saved(Stopwatch.GetElapsedTime(began));
        }

        return saved;
    }

    /// <summary>
    /// Begins anew in the place of a consultation, under the rules of today: what is sent for the questions before is not taken
    /// for an answer to the new ones. A second click finds it begun already.
    /// </summary>
    /// <param name="content">What it begins with.</param>
    /// <returns>The consultation as it is now; null when it is gone.</returns>
    public async Task<Consultation?> BeginAgainAsync(
        Consultation known, string rulesetHash, ConsultationContent content, bool isCompleted = false, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var after = known with
        {
            RulesetHash = rulesetHash,
            Content = content,
            IsCompleted = isCompleted,
            Revision = known.Revision + 1,
            StartedAt = now,
            ChangedAt = now,
            ExpiresAt = now + retention.Of(content),
        };
        return await RunAsync(BeginAgain, after, ("@ruleset", rulesetHash)) == 1 ? after : await FindAsync(known.Id, cancellation);
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
        return [.. rows.Select(protector.Open).OfType<Consultation>()];
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

    private async Task<Consultation?> SaveAsync(Consultation known, IReadOnlyList<ConsultationChange> changes)
    {
        var before = known;
        for (var attempt = 0; attempt < SaveAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var changed = ConsultationChange.Apply(before, changes);
            var after = changed with { Revision = before.Revision + 1, ChangedAt = now, ExpiresAt = now + retention.Of(changed.Content) };
            if (await RunAsync(Update, after) == 1)
            {
                await NoteFinishedAsync(before, after);
                return after;
            }

            if (await FindAsync(known.Id) is not { } current)
            {
                return null;
            }

            before = current;
        }

        throw new InvalidOperationException($"Consultation {known.Id} was changed by others {SaveAttempts} times in a row.");
    }

    private Task<int> RunAsync(string statement, Consultation after, params (string Name, object Value)[] more) => writes.RunAsync(
        statement,
        [
            ("@id", after.Id),
            ("@revision", after.Revision - 1),
            ("@content", protector.Protect(after.Id, after.Content)),
            ("@completed", after.IsCompleted),
            ("@now", after.ChangedAt.UtcTicks),
            ("@expires", after.ExpiresAt.UtcTicks),
            .. more,
        ]);

    private async Task NoteFinishedAsync(Consultation before, Consultation after)
    {
        if (after.IsCompleted && !before.IsCompleted && before.Content.FollowUp?.Begun is null)
        {
            meters.Finished();
            await counts.AddAsync(DailyCounts.Finished);
        }
    }
}

/// <summary>How long a consultation is kept after its last change.</summary>
/// <param name="DiaryPeriod">The same for one with a diary, which is never shorter.</param>
public sealed record Retention(TimeSpan Period, TimeSpan DiaryPeriod)
{
    public TimeSpan Of(ConsultationContent content) => content.FollowUp?.HasDiary == true && DiaryPeriod > Period ? DiaryPeriod : Period;
}
