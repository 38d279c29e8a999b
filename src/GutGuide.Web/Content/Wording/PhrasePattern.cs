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

    /// <summary>What is wrong with a pattern as written; null when it can be used.</summary>
    public static string? Fault(string text)
    {
        var places = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return places.All(place => place == "*") ? "it names no word"
            : places.Count(place => place == "*") > MaxGaps ? $"it has more than {MaxGaps} *"
            : places.FirstOrDefault(place => place.Length > 1 && place.AsSpan().ContainsAny('*', '#')) is { } mixed ? $"in \"{mixed}\" a * or # is joined to a word; put spaces around it"
            : places.FirstOrDefault(place => place.Split('|').Any(words => words.Length == 0)) is { } empty ? $"in \"{empty}\" a side of | is empty"
            : places.FirstOrDefault(place => place.Split('|').Any(words => words is not ("*" or "#") && Tokens.Of(words).Count == 0)) is { } wordless ? $"\"{wordless}\" holds no word"
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
        for (var start = 0; start < sentence.Count; start++)
        {
            var taken = new List<Token>();
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
        _ => new Slot(IsGap: false, IsNumber: false, [.. place.Split('|').Select(words => Tokens.Of(words).Select(token => token.Text).ToArray())]),
    };

    private bool Match(IReadOnlyList<Token> sentence, int at, int slot, List<Token> taken)
    {
        if (slot == _slots.Length)
        {
            return taken.Count > 0;
        }

        return _slots[slot].IsGap
            ? Enumerable.Range(at, sentence.Count - at + 1).Any(next => Match(sentence, next, slot + 1, taken))
            : _slots[slot].LengthsAt(sentence, at).Any(length => MatchOn(sentence, at, length, slot, taken));
    }

    private bool MatchOn(IReadOnlyList<Token> sentence, int at, int length, int slot, List<Token> taken)
    {
        taken.AddRange(sentence.Skip(at).Take(length));
        if (Match(sentence, at + length, slot + 1, taken))
        {
            return true;
        }

        taken.RemoveRange(taken.Count - length, length);
        return false;
    }

    private sealed record Slot(bool IsGap, bool IsNumber, string[][] Alternatives)
    {
        /// <summary>How many words of the sentence this place may take from here on.</summary>
        public IEnumerable<int> LengthsAt(IReadOnlyList<Token> sentence, int at)
        {
            if (IsNumber)
            {
                return at < sentence.Count && sentence[at].IsNumber ? [1] : [];
            }

            return Alternatives.Where(words => StandAt(words, sentence, at)).Select(words => words.Length);
        }

        private static bool StandAt(string[] words, IReadOnlyList<Token> sentence, int at)
        {
            if (at + words.Length > sentence.Count)
            {
                return false;
            }

            for (var i = 0; i < words.Length; i++)
            {
                if (sentence[at + i].Text != words[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
