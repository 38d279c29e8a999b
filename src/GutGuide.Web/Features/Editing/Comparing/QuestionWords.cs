using System.Globalization;
using GutGuide.Core.Comparisons;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>What two questionnaires do not share, in words.</summary>
internal static class QuestionWords
{
    public static IEnumerable<string> Lines(RulesetComparison comparison)
    {
        var questions = comparison.Questions;
        return new[]
        {
            Line("questions that are new (taken as answered calmly by people who do not know them)", questions.OnlyAfter),
            Line("questions that are gone (their answers count for the earlier version only)", questions.OnlyBefore),
            Line("answers that are new", Codes(questions.CodesOnlyAfter)),
            Line("answers that are gone", Codes(questions.CodesOnlyBefore)),
            Line("questions that take another kind of answer", questions.Retyped),
            Line("questions with other words (taken to mean the same; read them again)", questions.Reworded),
            comparison.SetAside > 0 ? $"{comparison.SetAside.ToString("N0", CultureInfo.InvariantCulture)} answer sets were set aside: one of the versions cannot take one of their answers" : "",
        }.Where(line => line.Length > 0);
    }

    private static string[] Codes(IReadOnlyList<(string LinkId, string Code)> codes) => [.. codes.Select(code => $"{code.LinkId} = {code.Code}")];

    private static string Line(string what, IReadOnlyList<string> ids) => ids.Count == 0 ? "" : $"{what}: {string.Join(", ", ids)}";
}
