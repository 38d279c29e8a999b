namespace GutGuide.Web.Content.Wording;

/// <param name="Text">In lower case, without apostrophes.</param>
/// <param name="Start">Index in the text that it was taken from.</param>
internal readonly record struct Token(string Text, int Start, int Length)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]) || Tokens.NumberWords.Contains(Text);
}

/// <summary>Cuts text into words and numbers, for comparing phrases. A hyphen parts two words, as a space does.</summary>
internal static class Tokens
{
    public static IReadOnlySet<string> NumberWords { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "sixty",
        "ninety", "hundred", "thousand",
    };

    public static Token[] Of(string text)
    {
        var tokens = new List<Token>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (end > start)
            {
                tokens.Add(new Token(Plain(text[start..end]), start, end - start));
            }

            start = Math.Max(end, start + 1);
        }

        return [.. tokens];
    }

    /// <summary>Where the word or number that begins here ends; the same index when none does. "5g" is a number and a word.</summary>
    private static int EndOf(string text, int start) =>
        char.IsAsciiDigit(text[start]) ? EndOf(text, start, char.IsAsciiDigit, ".,")
        : char.IsLetter(text[start]) ? EndOf(text, start, char.IsLetter, "'\u2019")
        : text[start] == '%' ? start + 1
        : start;

    /// <param name="joints">Characters that belong to it when more of its kind follow: "10,000", "doctor's".</param>
    internal static int EndOf(string text, int start, Func<char, bool> isPart, string joints)
    {
        var end = start;
        while (end < text.Length && (isPart(text[end]) || (joints.Contains(text[end]) && end + 1 < text.Length && isPart(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static string Plain(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.AsSpan().ContainsAny('\'', '\u2019')
            ? lower.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal)
            : lower;
    }
}
