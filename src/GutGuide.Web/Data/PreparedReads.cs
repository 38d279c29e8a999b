using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// One query that every request asks, kept prepared on open connections: opening, translating and preparing it anew cost
/// more than its answer.
/// </summary>
/// <param name="sql">SQL that all our databases share, with one parameter, <c>@key</c>.</param>
internal sealed class PreparedReads<T>(IDbContextFactory<GutGuideDbContext> contexts, string sql, Func<DbDataReader, T> read) : IDisposable
    where T : class
{
    /// <summary>Kept while idle; at a busier moment more are opened and closed again.</summary>
    private const int MostIdle = 8;

    private readonly ConcurrentBag<Prepared> _idle = [];

    /// <returns>The first row; null when there is none.</returns>
    public async Task<T?> FirstAsync(object key, CancellationToken cancellation)
    {
        var prepared = _idle.TryTake(out var kept) ? kept : await OpenAsync(cancellation);
        try
        {
            prepared.Command.Parameters[0].Value = key;
            T? row;
            await using (var reader = await prepared.Command.ExecuteReaderAsync(cancellation))
            {
                row = await reader.ReadAsync(cancellation) ? read(reader) : null;
            }

            Keep(prepared);
            return row;
        }
        catch
        {
            // The connection may be in any state.
            prepared.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var prepared))
        {
            prepared.Dispose();
        }
    }

    private async Task<Prepared> OpenAsync(CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }

        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The text is a constant of the store; the value travels as a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@key";
        command.Parameters.Add(parameter);
        return new Prepared(db, command);
    }

    private void Keep(Prepared prepared)
    {
        if (!prepared.Db.PoolKeepsStatements && _idle.Count < MostIdle)
        {
            _idle.Add(prepared);
        }
        else
        {
            prepared.Dispose();
        }
    }

    private sealed record Prepared(GutGuideDbContext Db, DbCommand Command) : IDisposable
    {
        public void Dispose()
        {
            Command.Dispose();
            Db.Dispose();
        }
    }
}
