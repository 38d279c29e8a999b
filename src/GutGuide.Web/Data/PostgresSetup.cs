using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GutGuide.Web.Data;

/// <summary>
/// Creates and migrates the database, and makes the first key. Machines that start at once take turns: the lock is held by a
/// connection, so that one that dies lets go of it.
/// </summary>
public sealed class PostgresSetup(IDbContextFactory<GutGuideDbContext> contexts, IDataProtectionProvider protection) : DatabaseSetup(contexts)
{
    /// <summary>Any number will do, as long as every version of the site uses the same.</summary>
    private const long StartLock = 0x6775_7467_7569_6465;

    /// <summary>For the turns of the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public override async Task PrepareAsync(CancellationToken cancellation = default)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        try
        {
            await CreateAsync(db, cancellation);
            db.Database.SetCommandTimeout(Patience);
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({StartLock})", cancellation);
            try
            {
                await db.Database.MigrateAsync(cancellation);

                // Two keys made at once would each be unknown to the other machine for a day.
                protection.CreateProtector(nameof(PostgresSetup)).Protect([]);
            }
            finally
            {
                // A connection goes back to the pool with its locks.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({StartLock})", CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is DbException || DatabaseFault.IsPassing(fault))
        {
            var server = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            throw new DataFolderException(
                $"The PostgreSQL database {server.Database} on {server.Host} cannot be used ({fault.GetBaseException().Message}). Check ConnectionStrings:GutGuide, that the server runs, and that its user may create tables.",
                fault);
        }
    }

    private static async Task CreateAsync(GutGuideDbContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellation))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellation);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another machine was first.
        }
    }
}
