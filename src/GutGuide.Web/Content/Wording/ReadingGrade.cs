namespace GutGuide.Web.Content.Wording;

/// <summary>How hard a text is to read.</summary>
/// <param name="Grade">The US school grade by Flesch and Kincaid.</param>
/// <param name="Words">How many words it rests on.</param>
internal sealed record ReadingGrade(double Grade, int Words)
{
    /// <summary>A grade of fewer words says nothing.</summary>
    public const int FewestWords = 80;

    public static ReadingGrade Of(IEnumerable<Sentence> sentences)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var (words, syllables, count) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            count++;
            words += sentence.Words.Count;
            foreach (var word in sentence.Words)
            {
                syllables += known.TryGetValue(word, out var counted) ? counted : known[word] = Syllables.In(word);
            }
        }

        return words == 0 ? new ReadingGrade(0, 0) : new ReadingGrade((0.39 * words / count) + (11.8 * syllables / words) - 15.59, words);
    }
}
