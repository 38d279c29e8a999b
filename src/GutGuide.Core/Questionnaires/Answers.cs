namespace GutGuide.Core.Questionnaires;

/// <summary>The answer to one item: chosen codes, or a number.</summary>
public sealed class Answer : IEquatable<Answer>
{
    private Answer(IReadOnlyList<string> codes, double? number)
    {
        Codes = codes;
        Number = number;
    }

    /// <summary>Chosen codes in ordinal order, without doubles; empty for a number.</summary>
    public IReadOnlyList<string> Codes { get; }

    public double? Number { get; }

    /// <exception cref="ArgumentException">No code is given: no answer is not an answer.</exception>
    public static Answer Of(params IEnumerable<string> codes)
    {
        if (codes is IReadOnlyList<string> { Count: 1 } one)
        {
            // Most answers are one code, and sorting one takes longer than the rest of reading it.
            return new Answer([one[0]], null);
        }

        var chosen = codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return chosen.Length > 0 ? new Answer(chosen, null) : throw new ArgumentException("An answer needs at least one code.", nameof(codes));
    }

    /// <exception cref="ArgumentException">The number is not finite: no comparison could hold for it.</exception>
    public static Answer Of(double number) =>
        double.IsFinite(number) ? new Answer([], number) : throw new ArgumentException($"An answer cannot be the number {number}.", nameof(number));

    public bool Has(string code) => Codes.Contains(code);

    public bool Equals(Answer? other) => other is not null && Number.Equals(other.Number) && Codes.SequenceEqual(other.Codes, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Answer);

    public override int GetHashCode() => Codes.Aggregate(Number.GetHashCode(), (hash, code) => HashCode.Combine(hash, code));

    public override string ToString() => Number is { } number ? FormattableString.Invariant($"{number}") : string.Join(", ", Codes);
}

/// <summary>What a person has said so far, by linkId. Immutable; the order in which answers came does not exist.</summary>
public sealed class Answers
{
    private readonly Dictionary<string, Answer> _byLinkId;

    public Answers(IEnumerable<KeyValuePair<string, Answer>> byLinkId)
    {
        _byLinkId = new Dictionary<string, Answer>(byLinkId, StringComparer.Ordinal);
    }

    private Answers(Dictionary<string, Answer> own) => _byLinkId = own;

    public static Answers None { get; } = new([]);

    public Answer? this[string linkId] => _byLinkId.GetValueOrDefault(linkId);

    public int Count => _byLinkId.Count;

    public IEnumerable<string> LinkIds => _byLinkId.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Answer>> All => _byLinkId;

    /// <summary>A copy with this answer set, or taken away when <paramref name="answer"/> is null.</summary>
    public Answers With(string linkId, Answer? answer)
    {
        var copy = new Dictionary<string, Answer>(_byLinkId, StringComparer.Ordinal);
        if (answer is null)
        {
            copy.Remove(linkId);
        }
        else
        {
            copy[linkId] = answer;
        }

        return new Answers(copy);
    }
}
