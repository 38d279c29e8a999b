namespace GutGuide.Web.Search;

/// <summary>How much a word tells: one that stands on every page says little about which is meant.</summary>
/// <param name="words">Each with the number of entries that hold it.</param>
/// <param name="entries">How many there are in all.</param>
internal sealed class WordWeights(IEnumerable<(string Word, int Entries)> words, int entries)
{
    private readonly Dictionary<string, int> _entriesByWord = words.ToDictionary(pair => pair.Word, pair => pair.Entries, StringComparer.Ordinal);

    public double Of(IEnumerable<string> words) => words.Sum(word => Math.Log((entries + 1.5) / (_entriesByWord.GetValueOrDefault(word) + 0.5)));
}
