namespace GutGuide.Web.Content.Wording;

/// <summary>Where a phrase was found.</summary>
/// <param name="Start">Index in the sentence of its first letter.</param>
/// <param name="Words">The tokens that the pattern named, without those that a gap took up.</param>
internal sealed record FoundPhrase(int Start, int Length, IReadOnlyList<Token> Words);

/// <summary>
/// A phrase as editors write it: <c>fix|fixes * gut-lining in # days</c>. Words follow each other; <c>|</c> stands between
/// alternatives for one place, and words joined by a hyphen stand in a row there; <c>*</c> is any words, or none, within the
/// sentence; <c>#</c> is any number.
/// </summary>
internal sealed class PhrasePattern
{
    // Each gap multiplies the ways to look for the phrase.
    private const int MaxGaps = 3;

    private readonly Slot[] _slots;

    private PhrasePattern(string text, Slot[] slots)
    {
        Text = text;
        _slots = slots;
    }

    public string Text { get; }

    /// <summary>For each place, the words of which one must stand in every sentence that holds the phrase.</summary>
    public IEnumerable<IReadOnlyCollection<string>> FirstWords =>
        _slots.Where(slot => slot.Alternatives.Count > 0).Select(slot => slot.Alternatives.Keys);

    /// <summary>What is wrong with a pattern as written; null when it can be used.</summary>
    public static string? Fault(string text)
    {
        var places = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return places.All(place => place is "*" or "#") ? "it names no word"
            : places.Count(place => place == "*") > MaxGaps ? $"it has more than {MaxGaps} *"
            : places.FirstOrDefault(place => place.Length > 1 && place.AsSpan().ContainsAny('*', '#')) is { } mixed ? $"in \"{mixed}\" a * or # is joined to a word; put spaces around it"
            : places.FirstOrDefault(place => place.Split('|').Any(words => words.Length == 0)) is { } empty ? $"in \"{empty}\" a side of | is empty"
            : places.FirstOrDefault(place => place.Split('|').Any(words => words is not ("*" or "#") && Tokens.Of(words).Length == 0)) is { } wordless ? $"\"{wordless}\" holds no word"
            : null;
    }

    /// <exception cref="ArgumentException">The pattern has a fault.</exception>
    public static PhrasePattern Parse(string text)
    {
        if (Fault(text) is { } fault)
        {
            throw new ArgumentException($"The pattern \"{text}\" cannot be used: {fault}.", nameof(text));
        }

        return new PhrasePattern(text, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SlotOf)]);
    }

    /// <summary>The first place where the phrase stands in a sentence.</summary>
    public FoundPhrase? FindIn(IReadOnlyList<Token> sentence)
    {
        if (!_slots.All(slot => slot.CanStandIn(sentence)))
        {
            return null;
        }

        var taken = new List<Token>();
        for (var start = 0; start < sentence.Count; start++)
        {
            if (Match(sentence, start, 0, taken))
            {
                var (first, last) = (taken[0], taken[^1]);
                return new FoundPhrase(first.Start, last.Start + last.Length - first.Start, taken);
            }
        }

        return null;
    }

    private static Slot SlotOf(string place) => place switch
    {
        "*" => new Slot(IsGap: true, IsNumber: false, []),
        "#" => new Slot(IsGap: false, IsNumber: true, []),
        _ => new Slot(IsGap: false, IsNumber: false, Alternatives(place)),
    };

    private static Dictionary<string, string[][]> Alternatives(string place) => place.Split('|')
        .Select(words => Tokens.Of(words).Select(token => token.Text).ToArray())
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <param name="taken">What the places before this one took; afterwards, when it matches, everything.</param>
    private bool Match(IReadOnlyList<Token> sentence, int at, int slot, List<Token> taken)
    {
        if (slot == _slots.Length)
        {
            return true;
        }

        return _slots[slot].IsGap ? MatchAfterGap(sentence, at, slot + 1, taken) : MatchHere(sentence, at, slot, taken);
    }

    private bool MatchAfterGap(IReadOnlyList<Token> sentence, int at, int slot, List<Token> taken)
    {
        for (var next = at; next <= sentence.Count; next++)
        {
            if (Match(sentence, next, slot, taken))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchHere(IReadOnlyList<Token> sentence, int at, int slot, List<Token> taken)
    {
        foreach (var length in _slots[slot].LengthsAt(sentence, at))
        {
            var before = taken.Count;
            taken.AddRange(sentence.Skip(at).Take(length));
            if (Match(sentence, at + length, slot + 1, taken))
            {
                return true;
            }

            taken.RemoveRange(before, taken.Count - before);
        }

        return false;
    }

    /// <param name="Alternatives">By their first word.</param>
    private sealed record Slot(bool IsGap, bool IsNumber, Dictionary<string, string[][]> Alternatives)
    {
        public bool CanStandIn(IReadOnlyList<Token> sentence)
        {
            for (var at = 0; at < sentence.Count; at++)
            {
                if (IsGap || (IsNumber ? sentence[at].IsNumber : Alternatives.ContainsKey(sentence[at].Text)))
                {
                    return true;
                }
            }

            return IsGap;
        }

        /// <summary>How many words of the sentence this place may take from here on.</summary>
        public IEnumerable<int> LengthsAt(IReadOnlyList<Token> sentence, int at)
        {
            if (at >= sentence.Count)
            {
                return [];
            }

            if (IsNumber)
            {
                return sentence[at].IsNumber ? [1] : [];
            }

            return Alternatives.TryGetValue(sentence[at].Text, out var alternatives)
                ? alternatives.Where(words => StandAt(words, sentence, at)).Select(words => words.Length)
                : [];
        }

        private static bool StandAt(string[] words, IReadOnlyList<Token> sentence, int at)
        {
            for (var i = 0; i < words.Length; i++)
            {
                if (at + i >= sentence.Count || sentence[at + i].Text != words[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
