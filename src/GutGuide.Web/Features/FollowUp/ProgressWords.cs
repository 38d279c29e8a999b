using System.Globalization;
using GutGuide.Core.FollowUp;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>What a diary shows, in sentences that count days and claim no cause.</summary>
internal static class ProgressWords
{
    /// <summary>The four verdicts.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Fewer => "Fewer bad days",
        Verdict.Same => "About the same",
        Verdict.More => "More bad days",
        _ => "Too few days to tell",
    };

    /// <summary>"Bloating was bad or very bad on 9 of the first 14 days and on 4 of the last 14."</summary>
    public static string Counted(SymptomChange change) => change is { Then: { } then, Now: { } now }
        ? string.Create(CultureInfo.InvariantCulture, $"{change.Symptom.Label}: bad or very bad on {then.Bad} of the first {then.Days} days and on {now.Bad} of the last {now.Days}.{Blank(then.Blank + now.Blank)}")
        : $"{change.Symptom.Label}: too few days to compare yet.";

    /// <summary>The same where no number should stand.</summary>
    public static string InWords(SymptomChange change) => $"{change.Symptom.Label}: {Of(change.Verdict).ToLowerInvariant()}.";

    public static string Filled(Diary diary) => diary is { First: { } first, Last: { } last }
        ? string.Create(CultureInfo.InvariantCulture, $"{diary.Count} of {last.DayNumber - first.DayNumber + 1} days are filled in, from {SpokenDay.Of(first)} to {SpokenDay.Of(last)}.")
        : "No day is filled in yet.";

    private static string Blank(int days) => days switch
    {
        0 => "",
        1 => " 1 of these days is not filled in.",
        _ => string.Create(CultureInfo.InvariantCulture, $" {days} of these days are not filled in."),
    };
}
