using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>The same tables in PostgreSQL, with migrations of its own, and the keys that all machines share.</summary>
public sealed class PostgresGutGuideDbContext(DbContextOptions<PostgresGutGuideDbContext> options)
    : GutGuideDbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal override bool PoolKeepsStatements => true;
}
