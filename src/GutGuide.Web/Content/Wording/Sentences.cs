using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Wording;

/// <param name="Start">Index in the text that it was taken from.</param>
internal sealed record Sentence(string Text, int Start)
{
    private Token[]? _tokens;
    private IReadOnlyList<string>? _words;

    /// <summary>As reading grades count them.</summary>
    public IReadOnlyList<string> Words => _words ??= [.. Sentences.WordsIn(Text)];

    /// <summary>As phrases are compared with them.</summary>
    public Token[] Tokens => _tokens ??= Wording.Tokens.Of(Text);
}

/// <summary>Splits text into sentences and words.</summary>
internal static partial class Sentences
{
    private static readonly string[] Abbreviations = ["e.g.", "i.e.", "etc.", "Dr.", "Mr.", "Mrs.", "Ms.", "vs.", "approx.", "St.", "H."];

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        foreach (var gap in Gaps().EnumerateMatches(text))
        {
            if (!EndsWithAbbreviation(text.AsSpan(start, gap.Index - start)))
            {
                sentences.Add(new Sentence(text[start..gap.Index], start));
                start = gap.Index + gap.Length;
            }
        }

        sentences.Add(new Sentence(text[start..], start));
        return [.. sentences.Where(sentence => sentence.Text.Any(char.IsLetter))];
    }

    /// <summary>Words of letters; numbers are left out, as reading grades do.</summary>
    public static IEnumerable<string> WordsIn(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsLetter(text[start]))
            {
                var end = Tokens.EndOf(text, start, char.IsLetter, "'\u2019-");
                yield return text[start..end];
                start = end;
            }
        }
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text)
    {
        foreach (var abbreviation in Abbreviations)
        {
            var before = text.Length - abbreviation.Length - 1;
            if (text.EndsWith(abbreviation, StringComparison.Ordinal) && (before < 0 || !char.IsLetter(text[before])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The space after a full stop, with quotation marks and brackets closed, before a capital or a number.</summary>
    [GeneratedRegex("""(?<=[.!?]["')\]\u201D\u2019]?)\s+(?=["'(\[\u201C\u2018]?[\p{Lu}0-9])""")]
    private static partial Regex Gaps();
}
