using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GutGuide.Web.Data;

/// <summary>For <c>dotnet ef</c> only, so that writing a migration does not start the site.</summary>
internal sealed class GutGuideDbContextFactory : IDesignTimeDbContextFactory<GutGuideDbContext>
{
    public GutGuideDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite("Data Source=:memory:").Options);
}
