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
        var (words, syllables, count) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            count++;
            words += sentence.Words.Count;
            syllables += sentence.Words.Sum(Syllables.In);
        }

        return words == 0 ? new ReadingGrade(0, 0) : new ReadingGrade((0.39 * words / count) + (11.8 * syllables / words) - 15.59, words);
    }
}
