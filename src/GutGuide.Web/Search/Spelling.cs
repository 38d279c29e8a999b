namespace GutGuide.Web.Search;

/// <summary>Guesses which word of the site was meant by one that is on no page.</summary>
/// <param name="words">Each with the number of entries that hold it.</param>
internal sealed class Spelling(IReadOnlyList<(string Word, int Entries)> words)
{
    private const int MostGuesses = 3;

    /// <summary>The nearest words, best first; empty when none is near enough to be a slip of the typed one.</summary>
    public IReadOnlyList<string> Nearest(string typed)
    {
        var allowed = typed.Length < 3 ? 0 : typed.Length < 6 ? 1 : 2;
        if (allowed == 0)
        {
            return [];
        }

        // A word shorter than what is typed, by more than is allowed, takes more slips than that.
        var near = words
            .Where(word => word.Word.Length >= typed.Length - allowed)
            .Select(word => (word.Word, word.Entries, Slips: Slips(typed, word.Word)))
            .Where(word => Math.Min(word.Slips.Whole, word.Slips.Beginning) <= allowed && word.Slips.Beginning < typed.Length - 1)
            .OrderBy(word => Math.Min(word.Slips.Whole, word.Slips.Beginning))
            .ThenBy(word => word.Word[0] == typed[0] ? 0 : 1)
            .ThenBy(word => word.Slips.Whole)
            .ThenByDescending(word => word.Entries)
            .ThenBy(word => word.Word, StringComparer.Ordinal)
            .ToArray();
        return [.. near.Where(word => Math.Min(word.Slips.Whole, word.Slips.Beginning) == Math.Min(near[0].Slips.Whole, near[0].Slips.Beginning))
            .Select(word => word.Word)
            .Take(MostGuesses)];
    }

    /// <summary>
    /// How many letters were left out, put in, changed or swapped with their neighbor: against the whole word, and against
    /// that beginning of it which fits best.
    /// </summary>
    private static (int Whole, int Beginning) Slips(string typed, string word)
    {
        var (before, above, row) = (new int[word.Length + 1], new int[word.Length + 1], new int[word.Length + 1]);
        for (var j = 0; j <= word.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            (before, above, row) = (above, row, before);
            row[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = typed[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return (row[^1], row.Min());
    }
}
