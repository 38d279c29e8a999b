using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

public static class DataExtensions
{
    private const string ConnectionName = "GutGuide";

    /// <summary>Longer than any honest transaction; whoever waits for it is answered before they give up.</summary>
    private const int LockTimeoutSeconds = 5;

    /// <summary>
    /// Registers the database and the stores. <c>GutGuide:DataDirectory</c> says where files lie,
    /// <c>ConnectionStrings:GutGuide</c> names another database, <c>GutGuide:RetentionDays</c> how long answers are kept.
    /// </summary>
    /// <exception cref="DataFolderException">A setting makes no sense.</exception>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration settings)
    {
        var folder = FolderOf(settings);
        var connection = ConnectionOf(settings, folder);

        services.AddSingleton(folder);
        services.AddSingleton(RetentionOf(settings["GutGuide:RetentionDays"]));
        services.AddDataProtection().SetApplicationName("GutGuide").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddPooledDbContextFactory<GutGuideDbContext>(options => options.UseSqlite(connection));
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<RulesetStore>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<DailyCounts>();
        services.AddSingleton<ConsultationMeters>();
        services.AddSingleton<ConsultationProtector>();
        services.AddSingleton<ConsultationStore>();
        return services;
    }

    /// <summary>For the commands, which need no more of the site than this.</summary>
    public static Backup BackupOf(IConfiguration settings)
    {
        var folder = FolderOf(settings);
        return new Backup(folder, ConnectionOf(settings, folder));
    }

    /// <exception cref="DataFolderException">There is no database yet.</exception>
    public static async Task<IReadOnlyList<DailyCount>> ReadCountsAsync(IConfiguration settings)
    {
        var connection = new SqliteConnectionStringBuilder(ConnectionOf(settings, FolderOf(settings)));
        if (!File.Exists(connection.DataSource))
        {
            throw new DataFolderException($"There is no database at {connection.DataSource}.");
        }

        await using var db = new GutGuideDbContext(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite(connection.ToString()).Options);
        return await DailyCounts.ReadAsync(db);
    }

    private static DataFolder FolderOf(IConfiguration settings) => new(settings["GutGuide:DataDirectory"] is { Length: > 0 } directory ? directory : "data");

    private static string ConnectionOf(IConfiguration settings, DataFolder folder)
    {
        var connection = settings.GetConnectionString(ConnectionName) is { Length: > 0 } named ? named : folder.ConnectionString;
        return new SqliteConnectionStringBuilder(connection) { DefaultTimeout = LockTimeoutSeconds }.ToString();
    }

    private static Retention RetentionOf(string? days) => days is null or "" ? new Retention(TimeSpan.FromDays(30))
        : int.TryParse(days, out var number) && number is > 0 and <= 365 ? new Retention(TimeSpan.FromDays(number))
        : throw new DataFolderException($"GutGuide:RetentionDays is \"{days}\"; write a whole number of days from 1 to 365.");
}
