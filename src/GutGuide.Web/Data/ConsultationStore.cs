using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// Keeps consultations: encrypted, found only by a random token or by the code a person wrote down, and gone when they
/// expire or are forgotten.
/// </summary>
public sealed class ConsultationStore(
    IDbContextFactory<GutGuideDbContext> contexts,
    ConsultationProtector protector,
    Retention retention,
    TimeProvider clock)
{
    private const int TokenBytes = 32;

    /// <summary>Two tabs or a double click meet once or twice; more means something is wrong.</summary>
    private const int SaveAttempts = 8;

    /// <summary>Begins a consultation.</summary>
    /// <returns>The token for the person's cookie; it is stored nowhere.</returns>
    public async Task<(Consultation Consultation, string Token)> StartAsync(string rulesetHash, CancellationToken cancellation = default)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.GetUtcNow();
        var row = new ConsultationRow
        {
            Id = Guid.NewGuid(),
            TokenHash = HashOf(token),
            RulesetHash = rulesetHash,
            IsCompleted = false,
            Protected = protector.Protect(ConsultationContent.Empty),
            Revision = 0,
            StartedAtTicks = now.UtcTicks,
            ChangedAtTicks = now.UtcTicks,
            ExpiresAtTicks = (now + retention.Period).UtcTicks,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Consultations.Add(row);
        await db.SaveChangesAsync(cancellation);
        return (Read(row), token);
    }

    /// <summary>The consultation of a cookie's token; null when it is unknown, forgotten, expired or not a token at all.</summary>
    public async Task<Consultation?> FindByTokenAsync(string? token, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = HashOf(token);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(db, row => row.TokenHash == hash, cancellation);
    }

    public async Task<Consultation?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(db, row => row.Id == id, cancellation);
    }

    /// <summary>
    /// Changes what a person said. The change is a function of what is stored, and is tried again when somebody else, such as
    /// a second tab, saved in between: so nothing acknowledged is lost.
    /// </summary>
    /// <returns>The consultation as saved; null when it is gone.</returns>
    public async Task<Consultation?> ChangeAsync(
        Guid id,
        Func<ConsultationContent, ConsultationContent> change,
        bool? isCompleted = null,
        CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < SaveAttempts; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (await FindAsync(db, row => row.Id == id, cancellation) is not { } before)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var after = before with
            {
                Content = change(before.Content),
                IsCompleted = isCompleted ?? before.IsCompleted,
                Revision = before.Revision + 1,
                ChangedAt = now,
                ExpiresAt = now + retention.Period,
            };
            var bytes = protector.Protect(after.Content);
            var saved = await db.Consultations
                .Where(row => row.Id == id && row.Revision == before.Revision)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.Protected, bytes)
                        .SetProperty(row => row.IsCompleted, after.IsCompleted)
                        .SetProperty(row => row.Revision, after.Revision)
                        .SetProperty(row => row.ChangedAtTicks, now.UtcTicks)
                        .SetProperty(row => row.ExpiresAtTicks, after.ExpiresAt.UtcTicks),
                    cancellation);
            if (saved == 1)
            {
                return after;
            }
        }

        throw new InvalidOperationException($"Consultation {id} was changed by others {SaveAttempts} times in a row.");
    }

    /// <summary>Takes a consultation away for good.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Consultations.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Takes away everything past its time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcTicks;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Consultations.Where(row => row.ExpiresAtTicks <= now).ExecuteDeleteAsync(cancellation);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static DateTimeOffset TimeOf(long ticks) => new(ticks, TimeSpan.Zero);

    private async Task<Consultation?> FindAsync(
        GutGuideDbContext db,
        System.Linq.Expressions.Expression<Func<ConsultationRow, bool>> which,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var row = await db.Consultations.AsNoTracking().Where(which).SingleOrDefaultAsync(row => row.ExpiresAtTicks > now, cancellation);
        return row is null ? null : Read(row);
    }

    private Consultation Read(ConsultationRow row) => new(
        row.Id,
        row.RulesetHash,
        protector.Unprotect(row.Protected),
        row.IsCompleted,
        row.Revision,
        TimeOf(row.StartedAtTicks),
        TimeOf(row.ChangedAtTicks),
        TimeOf(row.ExpiresAtTicks));
}

/// <summary>How long a consultation is kept after its last change.</summary>
public sealed record Retention(TimeSpan Period);
