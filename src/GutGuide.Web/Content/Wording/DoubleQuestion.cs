using System.Text.RegularExpressions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Content.Wording;

/// <summary>
/// Finds a question that asks two things and takes one answer. Two question marks are two questions. So is an "and" after the
/// question has begun: always where the answer is a bare "Yes", since who has only one of the two cannot say so; elsewhere
/// only when a second question follows it.
/// </summary>
/// <remarks>
/// One answer serves both where the "and" stands within one of several things joined by "or", where "both" or "together" says
/// that only the two count, and where the answers say it themselves, like "Yes, and it has not changed".
/// </remarks>
internal static partial class DoubleQuestion
{
    /// <summary>The words that make it two questions; null when it is one.</summary>
    public static string? In(QuestionnaireItem item)
    {
        if (SecondMark().Match(item.Text) is { Success: true } second)
        {
            return second.Groups["second"].Value;
        }

        if (SaysTogether().IsMatch(item.Text) || Opener().Match(item.Text) is not { Success: true } opener)
        {
            return null;
        }

        var yes = item.Options.Select(option => option.Display).FirstOrDefault(text => text.StartsWith("Yes", StringComparison.Ordinal));
        return yes is null or "Yes"
            ? Joined().Matches(item.Text, opener.Index)
                .Where(joined => !OrAlone().IsMatch(joined.Groups["before"].Value))
                .Select(joined => joined.Groups["second"].Value)
                .FirstOrDefault(joined => yes is not null || Opener().Match(joined, "and ".Length).Index == "and ".Length)
            : null;
    }

    [GeneratedRegex(@"\?\s*(?<second>\S[^?]*\?)")]
    private static partial Regex SecondMark();

    /// <summary>The word with which a question begins.</summary>
    [GeneratedRegex(@"\b(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|how|what|which|who|where|why)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();

    [GeneratedRegex(@"\b(?:both|together)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysTogether();

    /// <summary>An "and" outside of brackets, with what stands between it and the commas around it.</summary>
    [GeneratedRegex(@"(?<before>[^,;:()]*)\b(?<second>and\b[^,;:()?]*)(?![^(]*\))")]
    private static partial Regex Joined();

    [GeneratedRegex(@"\bor\b")]
    private static partial Regex OrAlone();
}
