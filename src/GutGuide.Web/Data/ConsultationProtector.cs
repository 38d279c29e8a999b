using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Questionnaires;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GutGuide.Web.Data;

/// <summary>Turns what a person said into bytes that only this site's keys can read, and back.</summary>
public sealed partial class ConsultationProtector(IDataProtectionProvider provider, ILogger<ConsultationProtector> logger)
{
    internal static IReadOnlyDictionary<string, DateTimeOffset> Untimed { get; } = new Dictionary<string, DateTimeOffset>();

    private readonly IDataProtector _protector = provider.CreateProtector("GutGuide.Consultation.v1");

    /// <summary>With the keys of a folder, for a command that runs without the site.</summary>
    internal static ConsultationProtector Of(DirectoryInfo keys) =>
        new(DataProtectionProvider.Create(keys, protection => protection.SetApplicationName(DataExtensions.ApplicationName)), NullLogger<ConsultationProtector>.Instance);

    /// <param name="id">The row it is meant for; in another it is refused.</param>
    public byte[] Protect(Guid id, ConsultationContent content)
    {
        var stored = new Stored(
            Write(content.Answers, content.AnsweredAt),
            [.. content.SeenPages],
            content.Draft,
            null,
            id,
            content.Brought.Count > 0 ? content.Brought : null,
            content.MealSwaps.Count > 0 ? content.MealSwaps : null)
        {
            FollowUp = content.FollowUp is { } followUp ? StoredFollowUp.Of(followUp) : null,
        };
        return _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(stored, StoredJson.Default.Stored));
    }

    /// <summary>A consultation as it is stored. Null when no key opens it: to the person it is then as gone as one that was deleted.</summary>
    internal Consultation? Open(ConsultationRow row)
    {
        try
        {
            return new(
                row.Id,
                row.RulesetHash,
                Unprotect(row.Id, row.Protected),
                row.IsCompleted,
                row.Revision,
                TimeOf(row.StartedAtTicks),
                TimeOf(row.ChangedAtTicks),
                TimeOf(row.ExpiresAtTicks));
        }
        catch (CryptographicException fault)
        {
            LogUnreadable(row.Id, fault);
            return null;
        }
    }

    /// <exception cref="CryptographicException">The bytes were made with other keys, changed, or belong to another row.</exception>
    private ConsultationContent Unprotect(Guid id, byte[] bytes)
    {
        var stored = JsonSerializer.Deserialize(_protector.Unprotect(bytes), StoredJson.Default.Stored) ?? throw new InvalidOperationException("A stored consultation is empty.");
        if (stored.Row is { } row && row != id)
        {
            throw new CryptographicException("What is stored belongs to another consultation.");
        }

        return new ConsultationContent(
            Read(stored.Answers),
            TimesOf(stored.Answers),
            stored.SeenPages.ToHashSet(StringComparer.Ordinal),
            stored.Draft)
        {
            FollowUp = stored.FollowUp?.ToRecord() ?? (stored.Earlier is { } earlier ? FollowUpRecord.Empty with { CheckIns = [CheckInOf(earlier)] } : null),
            Brought = stored.Brought ?? ConsultationContent.Empty.Brought,
            MealSwaps = stored.MealSwaps ?? ConsultationContent.Empty.MealSwaps,
        };
    }

    /// <summary>What earlier versions of the site kept of a consultation that was taken again from its beginning.</summary>
    private static CheckIn CheckInOf(StoredEarlier earlier)
    {
        var before = ReadPast(earlier);
        return new CheckIn(before, DateOnly.FromDateTime(before.ChangedAt.UtcDateTime), null, []);
    }

    internal static StoredEarlier WritePast(PastResponse past, IReadOnlyDictionary<string, DateTimeOffset> times) =>
        new(past.RulesetHash, Write(past.Answers, times), past.ChangedAt.UtcTicks);

    internal static PastResponse ReadPast(StoredEarlier past) => new(past.RulesetHash, Read(past.Answers), TimeOf(past.ChangedAtTicks));

    internal static IReadOnlyDictionary<string, DateTimeOffset> TimesOf(Dictionary<string, StoredAnswer> answers) =>
        answers.ToDictionary(pair => pair.Key, pair => TimeOf(pair.Value.AtTicks), StringComparer.Ordinal);

    private static Dictionary<string, StoredAnswer> Write(Answers answers, IReadOnlyDictionary<string, DateTimeOffset> times) => answers.All.ToDictionary(
        pair => pair.Key,
        pair => new StoredAnswer(pair.Value.Codes, pair.Value.Number, times.GetValueOrDefault(pair.Key).UtcTicks),
        StringComparer.Ordinal);

    private static Answers Read(Dictionary<string, StoredAnswer> stored) =>
        new(stored.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Number is { } number ? Answer.Of(number) : Answer.Of(pair.Value.Codes))));

    private static DateTimeOffset TimeOf(long ticks) => new(ticks, TimeSpan.Zero);

    [LoggerMessage(Level = LogLevel.Error, Message = "No key opens consultation {Id}. Are the keys those of this database?")]
    private partial void LogUnreadable(Guid id, Exception fault);

    /// <param name="Earlier">Only in what earlier versions of the site have written.</param>
    /// <param name="Row">Null in what earlier versions of the site have written.</param>
    /// <param name="Brought">Null for nothing.</param>
    /// <param name="MealSwaps">Likewise.</param>
    internal sealed record Stored(
        Dictionary<string, StoredAnswer> Answers,
        IReadOnlyList<string> SeenPages,
        PageDraft? Draft,
        StoredEarlier? Earlier,
        Guid? Row,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Brought,
        IReadOnlyDictionary<string, string>? MealSwaps)
    {
        public StoredFollowUp? FollowUp { get; init; }
    }

    internal sealed record StoredEarlier(string RulesetHash, Dictionary<string, StoredAnswer> Answers, long ChangedAtTicks);

    internal sealed record StoredAnswer(IReadOnlyList<string> Codes, double? Number, long AtTicks);
}

/// <summary>Written when the site is built, so that the first answer is not slower than the next.</summary>
[JsonSerializable(typeof(ConsultationProtector.Stored))]
internal sealed partial class StoredJson : JsonSerializerContext;
