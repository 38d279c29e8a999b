namespace GutGuide.Core.FollowUp;

/// <summary>How a symptom has changed between two spans of equal length.</summary>
public enum Verdict
{
    /// <summary>Fewer bad days, whatever the blank days were like.</summary>
    Fewer,

    Same,

    /// <summary>More bad days, whatever the blank days were like.</summary>
    More,

    TooFew,
}

/// <summary>When two spans of a diary may be compared, and what may be said of them.</summary>
/// <param name="Spans">Longest first; the first that fits twice into the diary is used.</param>
/// <param name="Difference">From so many days on there are fewer or more.</param>
/// <param name="SameWithin">Up to so many days it is about the same.</param>
/// <param name="MostDays">Days drawn.</param>
public sealed record ProgressRules(IReadOnlyList<ComparedSpan> Spans, int Difference, int SameWithin, int MostDays)
{
    /// <summary>Of no content at all.</summary>
    public static ProgressRules Empty { get; } = new([], 3, 2, 90);
}

/// <param name="Filled">Of each, so many must be filled in for "about the same".</param>
public sealed record ComparedSpan(int Days, int Filled);

/// <summary>One symptom in one span.</summary>
/// <param name="Blank">Days on which it was not filled in: neither good nor bad.</param>
public sealed record SymptomSpan(DateOnly From, int Days, int Bad, int Blank)
{
    public int Filled => Days - Blank;
}

/// <param name="Then">The first days of the diary; null when it is too short to compare.</param>
/// <param name="Now">Its last days, as many.</param>
public sealed record SymptomChange(OwnSymptom Symptom, SymptomSpan? Then, SymptomSpan? Now, Verdict Verdict);

/// <summary>What a diary shows. Days are counted and nothing is averaged, blank days stay blank, and no cause is looked for.</summary>
public static class Progress
{
    /// <summary>Each symptom's first days beside its last.</summary>
    public static IReadOnlyList<SymptomChange> Of(Diary diary, IReadOnlyList<OwnSymptom> own, DiaryRules words, ProgressRules rules)
    {
        var bad = words.Severity.Where(choice => choice.IsBad).Select(choice => choice.Code).ToHashSet(StringComparer.Ordinal);
        var length = diary is { First: { } first, Last: { } last } ? last.DayNumber - first.DayNumber + 1 : 0;
        var span = rules.Spans.FirstOrDefault(candidate => candidate.Days * 2 <= length);
        return [.. own.Select(symptom => span is null
            ? new SymptomChange(symptom, null, null, Verdict.TooFew)
            : Compare(symptom, Count(diary.First!.Value, symptom), Count(diary.Last!.Value.AddDays(1 - span.Days), symptom), span, rules))];

        SymptomSpan Count(DateOnly from, OwnSymptom symptom)
        {
            var said = Enumerable.Range(0, span!.Days).Select(day => diary[from.AddDays(day)][symptom.Id]).ToArray();
            return new SymptomSpan(from, said.Length, said.Count(code => code is not null && bad.Contains(code)), said.Count(code => code is null));
        }
    }

    /// <summary>
    /// Fewer or more only when it would still be so had every blank day gone the other way; about the same only when most days
    /// are filled in.
    /// </summary>
    public static Verdict VerdictOf(SymptomSpan then, SymptomSpan now, ComparedSpan span, ProgressRules rules) =>
        now.Bad + now.Blank < then.Bad && then.Bad - now.Bad >= rules.Difference ? Verdict.Fewer
        : then.Bad + then.Blank < now.Bad && now.Bad - then.Bad >= rules.Difference ? Verdict.More
        : then.Filled >= span.Filled && now.Filled >= span.Filled && Math.Abs(then.Bad - now.Bad) <= rules.SameWithin ? Verdict.Same
        : Verdict.TooFew;

    private static SymptomChange Compare(OwnSymptom symptom, SymptomSpan then, SymptomSpan now, ComparedSpan span, ProgressRules rules) =>
        new(symptom, then, now, VerdictOf(then, now, span, rules));
}
