using GutGuide.Web.Data;
using GutGuide.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Tests.Postgres;

/// <summary>A migrated database of its own on a server.</summary>
public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private readonly string _connection = server.ConnectionTo($"test_{Guid.NewGuid():N}");

    public override GutGuideDbContext CreateDbContext() => CreatePostgresContext();

    public PostgresGutGuideDbContext CreatePostgresContext() => new(new DbContextOptionsBuilder<PostgresGutGuideDbContext>().UseNpgsql(_connection).Options);

    public override Task InitializeAsync() => PrepareAsync();

    /// <summary>What every machine does when it starts.</summary>
    public Task PrepareAsync() => new PostgresSetup(this, Protection).PrepareAsync();

    protected override IDatabaseWrites OpenWrites() => new PooledWrites(this);
}
