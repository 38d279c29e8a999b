namespace GutGuide.Web.Content.Wording;

/// <summary>Looks for many phrases at once: only those whose key word a sentence holds are compared with it.</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    private readonly Dictionary<string, List<Entry>> _byKeyWord = new(StringComparer.Ordinal);

    /// <param name="phrases">Each with what it stands for.</param>
    /// <param name="sentences">What will be searched: the words that are rarest there become the keys.</param>
    public PhraseIndex(IEnumerable<(PhrasePattern Pattern, T Owner)> phrases, IEnumerable<Sentence> sentences)
    {
        var counts = sentences.SelectMany(sentence => sentence.Tokens).CountBy(token => token.Text).ToDictionary(StringComparer.Ordinal);
        foreach (var (number, (pattern, owner)) in phrases.Index())
        {
            foreach (var word in pattern.FirstWords.MinBy(words => words.Sum(word => counts.GetValueOrDefault(word)))!)
            {
                if (!_byKeyWord.TryGetValue(word, out var entries))
                {
                    _byKeyWord[word] = entries = [];
                }

                entries.Add(new Entry(number, pattern, owner));
            }
        }
    }

    /// <summary>In the order in which the phrases were given; of one owner only the first.</summary>
    public IReadOnlyList<(T Owner, FoundPhrase Found)> FindIn(IReadOnlyList<Token> sentence)
    {
        var candidates = new SortedDictionary<int, Entry>();
        foreach (var token in sentence)
        {
            foreach (var entry in _byKeyWord.GetValueOrDefault(token.Text) ?? [])
            {
                candidates[entry.Number] = entry;
            }
        }

        var found = new List<(T Owner, FoundPhrase Found)>();
        foreach (var entry in candidates.Values)
        {
            if (!found.Exists(pair => pair.Owner == entry.Owner) && entry.Pattern.FindIn(sentence) is { } phrase)
            {
                found.Add((entry.Owner, phrase));
            }
        }

        return found;
    }

    private sealed record Entry(int Number, PhrasePattern Pattern, T Owner);
}
