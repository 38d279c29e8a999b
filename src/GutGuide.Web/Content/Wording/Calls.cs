using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Wording;

/// <summary>Finds numbers that a reader may dial.</summary>
internal static partial class Calls
{
    /// <summary>"Call 911", "text HOME to 741741", "1-800-222-1222".</summary>
    public static bool IsCall(string sentence) => Call().IsMatch(sentence);

    [GeneratedRegex(@"\b(call|calls|dial|dials|phone|ring|text|lifeline|helpline)\b.*\b\d{3,}|\b\d{3}\b.*\b(lifeline|helpline|hotline)\b|\b\d{3}[- ]\d{3}[- ]\d{3,4}\b|\b\d{4} \d{3} \d{3,4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Call();
}
