using System.Security.Cryptography;
using System.Text;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Data;

/// <summary>A database that an earlier version of the site has filled.</summary>
public sealed class MigrationTests : IDisposable, IDbContextFactory<GutGuideDbContext>
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"gutguide-{Guid.NewGuid():N}.db");

    /// <summary>It did not say yet whose it is.</summary>
    private static readonly byte[] AsWrittenThen = """
        {"Answers":{"who":{"Codes":["adult"],"Number":null,"AtTicks":1}},"SeenPages":["start"],"Draft":null,"Earlier":null}
        """u8.ToArray();

    [Fact]
    public async Task A_consultation_from_before_codes_is_found_by_its_token()
    {
        var protection = new EphemeralDataProtectionProvider();
        var protector = new ConsultationProtector(protection, NullLogger<ConsultationProtector>.Instance);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using (var db = CreateDbContext())
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial");
            var content = protection.CreateProtector("GutGuide.Consultation.v1").Protect(AsWrittenThen);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO Consultations (Id, TokenHash, RulesetHash, IsCompleted, Protected, Revision, StartedAtTicks, ChangedAtTicks, ExpiresAtTicks)
                VALUES ({Guid.NewGuid()}, {SHA256.HashData(Encoding.UTF8.GetBytes("token"))}, 'hash', 0, {content}, 1, 1, 1, {clock.GetUtcNow().AddDays(1).UtcTicks})
                """);
        }

        await using (var db = CreateDbContext())
        {
            await db.Database.MigrateAsync();
        }

        await using var writes = new GroupCommit(this);
        using var holders = new ConsultationHolders(this, writes, protector, clock);
        var found = await holders.FindByTokenAsync("token");
        Assert.Equal(Answer.Of("adult"), found?.Content.Answers["who"]);
    }

    public GutGuideDbContext CreateDbContext() => new(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite($"Data Source={_file}").Options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }
}
