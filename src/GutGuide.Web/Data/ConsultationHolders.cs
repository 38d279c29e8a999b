using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>Who may open a consultation: each browser that has a random token for it, and whoever wrote down its code.</summary>
public sealed class ConsultationHolders(
    IDbContextFactory<GutGuideDbContext> contexts,
    IDatabaseWrites writes,
    ConsultationProtector protector,
    TimeProvider clock) : IDisposable
{
    private const int TokenBytes = 32;

    private const string Admit = """INSERT INTO "Browsers" ("TokenHash", "ConsultationId") SELECT @token, "Id" FROM "Consultations" WHERE "Id" = @id""";

    private const string SetCode = """UPDATE "Consultations" SET "ResumeHash" = @hash WHERE "Id" = @id""";

    private const string SelectByToken = """
        SELECT c."Id", c."RulesetHash", c."IsCompleted", c."Protected", c."Revision", c."StartedAtTicks", c."ChangedAtTicks", c."ExpiresAtTicks"
        FROM "Browsers" b JOIN "Consultations" c ON c."Id" = b."ConsultationId" WHERE b."TokenHash" = @key
        """;

    private readonly PreparedReads<ConsultationRow> _byToken = new(contexts, SelectByToken, RowOf);

    private readonly Func<GutGuideDbContext, byte[], long, CancellationToken, Task<ConsultationRow?>> _byCode = EF.CompileAsyncQuery(
        (GutGuideDbContext db, byte[] hash, long now, CancellationToken cancellation) =>
            db.Consultations.AsNoTracking().SingleOrDefault(row => row.ResumeHash == hash && row.ExpiresAtTicks > now));

    /// <summary>The consultation of a cookie's token; null when it is unknown, forgotten, expired or not a token at all.</summary>
    public async Task<Consultation?> FindByTokenAsync(string? token, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var row = await _byToken.FirstAsync(HashOf(token), cancellation);
        return row is not null && row.ExpiresAtTicks > clock.GetUtcNow().UtcTicks ? protector.Open(row) : null;
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

        var (token, hash) = NewToken();
        return await writes.RunAsync(Admit, ("@token", hash), ("@id", found.Id)) == 1 ? (found, token) : null;
    }

    public void Dispose() => _byToken.Dispose();

    /// <summary>A token for a browser's cookie, and what is stored of it.</summary>
    internal static (string Token, byte[] Hash) NewToken()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return (token, HashOf(token));
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

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

    private async Task<Consultation?> FindByCodeAsync(string code, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await _byCode(db, HashOf(code), clock.GetUtcNow().UtcTicks, cancellation) is { } row ? protector.Open(row) : null;
    }
}
