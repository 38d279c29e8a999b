using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GutGuide.Web.Data;

/// <summary>One server for several machines: consultations, counts and keys are shared, so that any machine answers any request.</summary>
/// <exception cref="ArgumentException">The connection string is none.</exception>
internal sealed class PostgresEngine : DatabaseEngine
{
    /// <summary>A server takes a hundred connections unless it is told otherwise; four machines fit.</summary>
    private const int LargestPool = 24;

    /// <summary>More than the site has statements.</summary>
    private const int PreparedStatements = 40;

    private readonly NpgsqlConnectionStringBuilder _connection;

    public PostgresEngine(string connection)
    {
        _connection = new NpgsqlConnectionStringBuilder(connection);
        SetUnlessSaid("Maximum Pool Size", () => _connection.MaxPoolSize = LargestPool);
        SetUnlessSaid("Max Auto Prepare", () => _connection.MaxAutoPrepare = PreparedStatements);
        SetUnlessSaid("Application Name", () => _connection.ApplicationName = "GutGuide");

        void SetUnlessSaid(string word, Action set)
        {
            if (!_connection.ShouldSerialize(word))
            {
                set();
            }
        }
    }

    public override void AddTo(IServiceCollection services, IDataProtectionBuilder protection)
    {
        services.AddPooledDbContextFactory<PostgresGutGuideDbContext>(options => options.UseNpgsql(_connection.ToString()));
        services.AddSingleton<IDbContextFactory<GutGuideDbContext>, Contexts>();
        services.AddSingleton<DatabaseSetup, PostgresSetup>();
        services.AddSingleton<IDatabaseWrites, PooledWrites>();
        protection.PersistKeysToDbContext<PostgresGutGuideDbContext>();
    }

    public override GutGuideDbContext Open() =>
        new PostgresGutGuideDbContext(new DbContextOptionsBuilder<PostgresGutGuideDbContext>().UseNpgsql(_connection.ToString()).Options);

    public override Backup Backup() => throw new DataFolderException(
        $"The data is in PostgreSQL ({_connection.Host}, database {_connection.Database}): use pg_dump and pg_restore. The keys are in the table \"DataProtectionKeys\"; keep them in another place than the answers.");

    /// <summary>The stores know one context; here it has the tables of PostgreSQL.</summary>
    private sealed class Contexts(IDbContextFactory<PostgresGutGuideDbContext> contexts) : IDbContextFactory<GutGuideDbContext>
    {
        public GutGuideDbContext CreateDbContext() => contexts.CreateDbContext();

        public async Task<GutGuideDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await contexts.CreateDbContextAsync(cancellationToken);
    }
}
