using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Wording;

/// <param name="Text">In lower case, without apostrophes.</param>
/// <param name="Start">Index in the text that it was taken from.</param>
internal sealed record Token(string Text, int Start, int Length)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]) || Tokens.NumberWords.Contains(Text);
}

/// <summary>Cuts text into words and numbers, for comparing phrases. A hyphen parts two words, as a space does.</summary>
internal static partial class Tokens
{
    public static IReadOnlySet<string> NumberWords { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "sixty",
        "ninety", "hundred", "thousand",
    };

    public static IReadOnlyList<Token> Of(string text) =>
        [.. Piece().Matches(text).Select(match => new Token(Plain(match.Value), match.Index, match.Length))];

    private static string Plain(string word) =>
        word.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>"5g" is a number and a word; "10,000" is one number.</summary>
    [GeneratedRegex("""[0-9]+(?:[.,][0-9]+)*|\p{L}+(?:['\u2019]\p{L}+)*|%""")]
    private static partial Regex Piece();
}
