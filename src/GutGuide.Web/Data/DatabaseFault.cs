using Microsoft.Data.Sqlite;
using Npgsql;

namespace GutGuide.Web.Data;

/// <summary>Tells a database that cannot be used just now from a fault in the program.</summary>
public static class DatabaseFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>Whether trying again later may help: locked, full, read-only or out of reach.</summary>
    public static bool IsPassing(Exception? fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen }
                or NpgsqlException { IsTransient: true }
                or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.ReadOnlySqlTransaction })
            {
                return true;
            }
        }

        return false;
    }
}
