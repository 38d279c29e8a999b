using System.Text.Json;
using GutGuide.Core.Questionnaires;
using Microsoft.AspNetCore.DataProtection;

namespace GutGuide.Web.Data;

/// <summary>Turns what a person said into bytes that only this site's keys can read, and back.</summary>
public sealed class ConsultationProtector(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("GutGuide.Consultation.v1");

    public byte[] Protect(ConsultationContent content)
    {
        var stored = new Stored(
            content.Answers.All.ToDictionary(
                pair => pair.Key,
                pair => new StoredAnswer(pair.Value.Codes, pair.Value.Number, content.AnsweredAt.GetValueOrDefault(pair.Key).UtcTicks),
                StringComparer.Ordinal),
            [.. content.SeenPages],
            content.Draft);
        return _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(stored));
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were made with other keys, or changed.</exception>
    public ConsultationContent Unprotect(byte[] bytes)
    {
        var stored = JsonSerializer.Deserialize<Stored>(_protector.Unprotect(bytes)) ?? throw new InvalidOperationException("A stored consultation is empty.");
        return new ConsultationContent(
            new Answers(stored.Answers.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Number is { } number ? Answer.Of(number) : Answer.Of(pair.Value.Codes)))),
            stored.Answers.ToDictionary(pair => pair.Key, pair => new DateTimeOffset(pair.Value.AtTicks, TimeSpan.Zero), StringComparer.Ordinal),
            stored.SeenPages.ToHashSet(StringComparer.Ordinal),
            stored.Draft);
    }

    private sealed record Stored(Dictionary<string, StoredAnswer> Answers, IReadOnlyList<string> SeenPages, PageDraft? Draft);

    private sealed record StoredAnswer(IReadOnlyList<string> Codes, double? Number, long AtTicks);
}
