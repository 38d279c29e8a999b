using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;

namespace GutGuide.Web.Data;

public static class DataExtensions
{
    /// <summary>Part of what every key is used for: with another name the same keys open nothing.</summary>
    internal const string ApplicationName = "GutGuide";

    /// <summary>
    /// Of keys made from now on; what older keys have locked, they still open. One pass over the bytes instead of two: every
    /// post is opened and locked several times.
    /// </summary>
    private static readonly AuthenticatedEncryptorConfiguration Encryption = new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM };

    /// <summary>
    /// Registers the database and the stores. <c>GutGuide:DataDirectory</c> says where files lie,
    /// <c>ConnectionStrings:GutGuide</c> names another database, <c>GutGuide:RetentionDays</c> how long answers are kept, and
    /// <c>GutGuide:DiaryRetentionDays</c> how long those with a diary.
    /// </summary>
    /// <exception cref="DataFolderException">A setting makes no sense.</exception>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(new Retention(DaysOf(settings, "GutGuide:RetentionDays", 30), DaysOf(settings, "GutGuide:DiaryRetentionDays", 90)));
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName).UseCryptographicAlgorithms(Encryption);
        DatabaseEngine.Of(settings).AddTo(services, protection);
        services.AddSingleton<DailyCounts>();
        services.AddSingleton<ConsultationMeters>();
        services.AddSingleton<ConsultationProtector>();
        services.AddSingleton<AnswerKeys>();
        services.AddSingleton<ConsultationStore>();
        services.AddSingleton<ConsultationHolders>();
        return services;
    }

    /// <summary>For the commands, which need no more of the site than this.</summary>
    /// <exception cref="DataFolderException">This database is backed up by its own tools.</exception>
    public static Backup BackupOf(IConfiguration settings) => DatabaseEngine.Of(settings).Backup();

    /// <exception cref="DataFolderException">There is no database yet.</exception>
    public static async Task<IReadOnlyList<DailyCount>> ReadCountsAsync(IConfiguration settings)
    {
        await using var db = DatabaseEngine.Of(settings).Open();
        try
        {
            return await DailyCounts.ReadAsync(db);
        }
        catch (Exception fault) when (fault is DbException || DatabaseFault.IsPassing(fault))
        {
            throw new DataFolderException($"The database cannot be read ({fault.GetBaseException().Message}).", fault);
        }
    }

    private static TimeSpan DaysOf(IConfiguration settings, string name, int otherwise) => settings[name] is not { Length: > 0 } days ? TimeSpan.FromDays(otherwise)
        : int.TryParse(days, out var number) && number is > 0 and <= 365 ? TimeSpan.FromDays(number)
        : throw new DataFolderException($"{name} is \"{days}\"; write a whole number of days from 1 to 365.");
}
