using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;

namespace GutGuide.Web.Data;

/// <summary>
/// What the two databases do differently, beside the statements that both understand: SQLite, where there is nothing to
/// install, and PostgreSQL, which several machines share. <see cref="Of"/> is the only place that chooses.
/// </summary>
internal abstract class DatabaseEngine
{
    private const string ConnectionName = "GutGuide";

    /// <exception cref="DataFolderException">The connection string cannot be read.</exception>
    public static DatabaseEngine Of(IConfiguration settings)
    {
        var folder = new DataFolder(settings["GutGuide:DataDirectory"] is { Length: > 0 } directory ? directory : "data");
        var connection = settings.GetConnectionString(ConnectionName) is { Length: > 0 } named ? named : folder.ConnectionString;
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connection };
            return words.ContainsKey("Host") || words.ContainsKey("Server") ? new PostgresEngine(connection) : new SqliteEngine(folder, connection);
        }
        catch (ArgumentException fault)
        {
            throw new DataFolderException(
                $"ConnectionStrings:{ConnectionName} cannot be read ({fault.Message}). Write \"Host=...;Database=...;Username=...;Password=...\" for PostgreSQL or \"Data Source=FILE\" for SQLite.", fault);
        }
    }

    /// <summary>Registers how contexts are made, how writes reach the disk, how the database is set up, and where the keys lie.</summary>
    public abstract void AddTo(IServiceCollection services, IDataProtectionBuilder protection);

    /// <summary>The database as it stands, for a command that runs without the site.</summary>
    /// <exception cref="DataFolderException">There is no database yet.</exception>
    public abstract GutGuideDbContext Open();

    /// <exception cref="DataFolderException">This database is backed up by its own tools.</exception>
    public abstract Backup Backup();
}
