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
        var now = clock.GetUtcNow();
        var row = new ConsultationRow
        {
            Id = Guid.NewGuid(),
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
        var token = Admit(db, row.Id);
        await db.SaveChangesAsync(cancellation);
        return (Read(row), token);
    }

    /// <summary>Makes the code by which a consultation is found from anywhere. An earlier one is no longer good.</summary>
    /// <returns>The code, which is stored nowhere; null when the consultation is gone.</returns>
    public async Task<string?> MakeCodeAsync(Guid id, CancellationToken cancellation = default)
    {
        var code = ResumeCode.New();
        var hash = HashOf(code);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var changed = await db.Consultations.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ResumeHash, hash), cancellation);
        return changed == 1 ? code : null;
    }

    /// <summary>Opens a consultation to one more browser.</summary>
    /// <param name="code">As <see cref="ResumeCode.Read"/> gives it.</param>
    /// <returns>The consultation and the token for that browser's cookie; null when the code is of none.</returns>
    public async Task<(Consultation Consultation, string Token)?> ResumeAsync(string code, CancellationToken cancellation = default)
    {
        var hash = HashOf(code);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(db.Consultations.Where(row => row.ResumeHash == hash), cancellation) is not { } found)
        {
            return null;
        }

        var token = Admit(db, found.Id);
        await db.SaveChangesAsync(cancellation);
        return (found, token);
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
        var held = db.Browsers.Where(browser => browser.TokenHash == hash).Join(db.Consultations, browser => browser.ConsultationId, row => row.Id, (_, row) => row);
        return await FindAsync(held, cancellation);
    }

    public async Task<Consultation?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(db.Consultations.Where(row => row.Id == id), cancellation);
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
            if (await FindAsync(db.Consultations.Where(row => row.Id == id), cancellation) is not { } before)
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

    /// <summary>Lets a browser in; saved by the caller.</summary>
    /// <returns>The token for its cookie.</returns>
    private static string Admit(GutGuideDbContext db, Guid consultation)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Browsers.Add(new BrowserRow { TokenHash = HashOf(token), ConsultationId = consultation });
        return token;
    }

    private async Task<Consultation?> FindAsync(IQueryable<ConsultationRow> rows, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var row = await rows.AsNoTracking().SingleOrDefaultAsync(row => row.ExpiresAtTicks > now, cancellation);
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
