using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GutGuide.Web.Data;

/// <summary>
/// Writes each thing that people say in a transaction of its own. PostgreSQL has many writers, and lets those that wait for the
/// disk share one trip to it; a transaction of many people's writes would only hold locks that other machines wait for.
/// </summary>
public sealed class PooledWrites(IDbContextFactory<GutGuideDbContext> contexts) : IDatabaseWrites
{
    public async Task<int> RunAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Database.ExecuteSqlRawAsync(sql, values.Select(value => new NpgsqlParameter(value.Name, value.Value)));
    }
}
