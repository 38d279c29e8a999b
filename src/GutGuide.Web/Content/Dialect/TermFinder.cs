namespace GutGuide.Web.Content.Dialect;

/// <param name="Start">Index of the first letter in the text searched.</param>
internal sealed record FoundTerm(GlossaryTerm Term, int Start, int Length);

/// <summary>
/// Finds glossary terms in running text: whole words only, and the longest wherever several begin. Spellings in capitals
/// (FIT, IgG, GLP-1 drug) are found only as they are written, so that a good fit is not a stool test.
/// </summary>
internal sealed class TermFinder
{
    private readonly Dictionary<string, Spelling[]> _byFirstWord;

    public TermFinder(IEnumerable<GlossaryTerm> glossary)
    {
        _byFirstWord = glossary
            .SelectMany(term => term.Also.Prepend(term.Term).Select(words => new Spelling(term, words)))
            .Where(spelling => spelling.Words.Length > 0)
            .GroupBy(spelling => WordAt(spelling.Words, 0).ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(spelling => spelling.Words.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every term in order, repeats included.</summary>
    public IEnumerable<FoundTerm> Find(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsWordStart(text, start))
            {
                continue;
            }

            var word = WordAt(text, start);
            var spelling = _byFirstWord.GetValueOrDefault(word.ToLowerInvariant())?.FirstOrDefault(candidate => candidate.StandsAt(text, start));
            if (spelling is not null)
            {
                yield return new FoundTerm(spelling.Term, start, spelling.Words.Length);
            }

            start += (spelling?.Words.Length ?? word.Length) - 1;
        }
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[start..Math.Max(end, start + 1)];
    }

    private static bool IsWordStart(string text, int start) =>
        char.IsLetterOrDigit(text[start]) && (start == 0 || !IsInsideWord(text, start - 1, start));

    private static bool IsWordEnd(string text, int end) =>
        end == text.Length || !char.IsLetterOrDigit(text[end]) && !JoinsWords(text, end);

    /// <summary>Whether the character before a start belongs to the same word: a letter, or the hyphen of "low-gluten".</summary>
    private static bool IsInsideWord(string text, int before, int start) =>
        char.IsLetterOrDigit(text[before])
        || text[before] is '-' && before > 0 && char.IsLetterOrDigit(text[before - 1]) && start < text.Length;

    /// <summary>The hyphen of "gluten-free": the compound is another word than its parts.</summary>
    private static bool JoinsWords(string text, int end) =>
        text[end] is '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);

    private sealed class Spelling(GlossaryTerm term, string words)
    {
        private readonly bool _exact = words.Count(char.IsUpper) > 1 || !words.Any(char.IsLower);

        public GlossaryTerm Term { get; } = term;

        public string Words { get; } = words;

        public bool StandsAt(string text, int start)
        {
            if (start + Words.Length > text.Length || !IsWordEnd(text, start + Words.Length))
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                if (!Same(text[start + i], Words[i], anyCase: !_exact || (i == 0 && char.IsLower(Words[0]))))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool Same(char written, char meant, bool anyCase)
        {
            var plain = written switch { '\u2019' => '\'', '\u2011' => '-', _ => written };
            return plain == meant || (anyCase && char.ToLowerInvariant(plain) == char.ToLowerInvariant(meant));
        }
    }
}
