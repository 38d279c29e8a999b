using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Wording;

/// <param name="Start">Index in the text that it was taken from.</param>
internal sealed record Sentence(string Text, int Start)
{
    public IReadOnlyList<string> Words { get; } = [.. Sentences.WordsIn(Text)];
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
        return [.. sentences.Where(sentence => sentence.Words.Count > 0)];
    }

    /// <summary>Words of letters; numbers are left out, as reading grades do.</summary>
    public static IEnumerable<string> WordsIn(string text) => Word().Matches(text).Select(match => match.Value);

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

    [GeneratedRegex("""\p{L}+(?:['\u2019-]\p{L}+)*""")]
    private static partial Regex Word();
}
