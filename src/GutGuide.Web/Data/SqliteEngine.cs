using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>One file for one machine, with the keys in files that only the site's user can read.</summary>
/// <exception cref="ArgumentException">The connection string is none.</exception>
internal sealed class SqliteEngine(DataFolder folder, string connection) : DatabaseEngine
{
    /// <summary>Longer than any honest transaction; whoever waits for it is answered before they give up.</summary>
    private const int LockTimeoutSeconds = 5;

    private readonly SqliteConnectionStringBuilder _connection = new(connection) { DefaultTimeout = LockTimeoutSeconds };

    public override void AddTo(IServiceCollection services, IDataProtectionBuilder protection)
    {
        protection.PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddSingleton(folder);
        services.AddPooledDbContextFactory<GutGuideDbContext>(options => options.UseSqlite(_connection.ToString()));
        services.AddSingleton<DatabaseSetup, SqliteSetup>();
        services.AddSingleton<IDatabaseWrites, GroupCommit>();
    }

    public override GutGuideDbContext Open() => File.Exists(_connection.DataSource)
        ? new(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite(_connection.ToString()).Options)
        : throw new DataFolderException($"There is no database at {_connection.DataSource}.");

    public override Backup Backup() => new(folder, _connection.ToString());
}
