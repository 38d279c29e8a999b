using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// Writes what people say to SQLite, in their order, from one connection: everything that waits goes to disk in one transaction. Making
/// sure that the disk has it is what costs time, and this way many share it. A write is acknowledged only after that.
/// </summary>
/// <remarks>SQLite has one writer at a time anyway; with one of our own, nobody waits for a lock.</remarks>
public sealed class GroupCommit : IDatabaseWrites, IAsyncDisposable
{
    /// <summary>More than waits at the busiest moment; beyond it, senders wait for room.</summary>
    private const int Longest = 4096;

    private const int LargestBatch = 256;

    /// <summary>Those who read while the journal is emptied have this long to finish.</summary>
    private const int ReadersFinishWithinMs = 200;

    private readonly Channel<Write> _waiting = Channel.CreateBounded<Write>(new BoundedChannelOptions(Longest) { SingleReader = true });
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private readonly IDbContextFactory<GutGuideDbContext> _contexts;
    private readonly Task _loop;
    private GutGuideDbContext? _db;

    /// <summary>Whether something was deleted that the journal still holds.</summary>
    private bool _leftovers;

    public GroupCommit(IDbContextFactory<GutGuideDbContext> contexts)
    {
        _contexts = contexts;
        _loop = Task.Run(RunAsync);
    }

    public async Task<int> RunAsync(string sql, params (string Name, object Value)[] values)
    {
        var write = new Write(sql, values);
        await _waiting.Writer.WriteAsync(write);
        return await write.Done.Task;
    }

    /// <summary>Waits until everything that was accepted is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        Discard();
    }

    private async Task RunAsync()
    {
        var batch = new List<Write>(LargestBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            WriteTogether(batch);
            batch.Clear();
        }
    }

    private void WriteTogether(List<Write> batch)
    {
        if (TryWrite(batch) is not { } fault)
        {
            return;
        }

        if (batch.Count == 1 || DatabaseFault.IsPassing(fault))
        {
            batch.ForEach(write => write.Done.TrySetException(fault));
            return;
        }

        // One of them cannot be written; the others must not suffer for it.
        foreach (var write in batch)
        {
            if (TryWrite([write]) is { } own)
            {
                write.Done.TrySetException(own);
            }
        }
    }

    /// <returns>Why none of the batch was written; null when all of it was.</returns>
    private Exception? TryWrite(List<Write> batch)
    {
        try
        {
            var connection = Open();
            var rows = new int[batch.Count];
            using (var transaction = connection.BeginTransaction())
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    rows[i] = CommandFor(batch[i], connection, transaction).ExecuteNonQuery();
                }

                transaction.Commit();
            }

            _leftovers |= batch.Exists(write => write.Sql.StartsWith("DELETE", StringComparison.Ordinal));
            _leftovers = _leftovers && !TryEmptyJournal(connection);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.TrySetResult(rows[i]);
            }

            return null;
        }
        catch (Exception fault)
        {
            // Whoever waits is told. The connection may be in any state; the next batch begins with a fresh one.
            Discard();
            return fault;
        }
    }

    /// <summary>What was deleted is overwritten in the database at once, but its old pages stand in the journal until that is cut off.</summary>
    /// <returns>Whether it was; a reader who stands in the way is gone at the next write, in an hour at the latest.</returns>
    private static bool TryEmptyJournal(DbConnection connection)
    {
        try
        {
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return checkpoint.ExecuteScalar() is 0L;
        }
        catch (DbException)
        {
            // What was deleted stays deleted.
            return false;
        }
    }

    private DbCommand CommandFor(Write write, DbConnection connection, DbTransaction transaction)
    {
        if (!_commands.TryGetValue(write.Sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the stores; values travel as parameters.
            command.CommandText = write.Sql;
#pragma warning restore CA2100
            foreach (var (name, _) in write.Values)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _commands.Add(write.Sql, command);
        }

        for (var i = 0; i < write.Values.Length; i++)
        {
            command.Parameters[i].Value = write.Values[i].Value;
        }

        command.Transaction = transaction;
        return command;
    }

    private DbConnection Open()
    {
        if (_db is null)
        {
            _db = _contexts.CreateDbContext();
            _db.Database.OpenConnection();

            // Acknowledged means on disk, and deleted means overwritten.
            _db.Database.ExecuteSqlRaw($"PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = {ReadersFinishWithinMs};");
        }

        return _db.Database.GetDbConnection();
    }

    /// <summary>A connection that cannot even be closed must not stop the next one.</summary>
    private void Discard()
    {
        var (commands, db) = (_commands.Values.ToArray(), _db);
        _commands.Clear();
        _db = null;
        foreach (var resource in commands.Append<IDisposable?>(db))
        {
            try
            {
                resource?.Dispose();
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                // Whoever waits is told why nothing was written; this would hide it.
            }
        }
    }

    private sealed record Write(string Sql, (string Name, object Value)[] Values)
    {
        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
