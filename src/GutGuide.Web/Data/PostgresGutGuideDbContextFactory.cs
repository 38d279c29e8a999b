using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GutGuide.Web.Data;

/// <summary>For <c>dotnet ef</c> only, so that writing a migration needs no server.</summary>
internal sealed class PostgresGutGuideDbContextFactory : IDesignTimeDbContextFactory<PostgresGutGuideDbContext>
{
    public PostgresGutGuideDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresGutGuideDbContext>().UseNpgsql().Options);
}
