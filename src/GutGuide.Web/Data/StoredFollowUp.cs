using System.Collections.Immutable;
using GutGuide.Core.FollowUp;

namespace GutGuide.Web.Data;

/// <summary>Diary and check-ins as they are written into a consultation's encrypted bytes. Days are numbers, and keys are short: a diary is read with every page.</summary>
/// <param name="V">Version of this form.</param>
internal sealed record StoredFollowUp(int V, IReadOnlyList<string> Symptoms, IReadOnlyList<StoredDay> Days)
{
    private const int Version = 1;

    public static StoredFollowUp Of(FollowUpRecord record) => new(
        Version,
        record.Symptoms,
        [.. record.Diary.Days.Select(day => new StoredDay(day.Day.DayNumber, day.Values, day.Note, day.FromMemory))]);

    public FollowUpRecord ToRecord() => new(
        new Diary(Days.Select(day => new DiaryDay(
            DateOnly.FromDayNumber(day.D), day.R.ToImmutableSortedDictionary(StringComparer.Ordinal), day.N, day.M))),
        Symptoms);
}

/// <param name="D">Day number.</param>
/// <param name="R">Codes by row.</param>
/// <param name="N">Note.</param>
/// <param name="M">From memory.</param>
internal sealed record StoredDay(int D, IReadOnlyDictionary<string, string> R, string? N, bool M);
