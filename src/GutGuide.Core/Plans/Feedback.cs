namespace GutGuide.Core.Plans;

/// <summary>What a person says of one suggestion. Source: safety rule base hr-20.</summary>
public enum TriedOutcome
{
    /// <summary>"I do this already."</summary>
    DoingAlready,

    /// <summary>Tried for four weeks or more, without help.</summary>
    NoHelp,

    /// <summary>It made things worse.</summary>
    Worse,
}

/// <summary>
/// What a person says of their plan, by suggestion id: a second input beside the answers, so that equal answers and equal
/// feedback give an equal decision. It can only take suggestions away.
/// </summary>
public sealed class Feedback
{
    private readonly Dictionary<string, TriedOutcome> _bySuggestion;

    public Feedback(IEnumerable<KeyValuePair<string, TriedOutcome>> bySuggestion)
    {
        _bySuggestion = new Dictionary<string, TriedOutcome>(bySuggestion, StringComparer.Ordinal);
    }

    public static Feedback None { get; } = new([]);

    public IEnumerable<KeyValuePair<string, TriedOutcome>> All => _bySuggestion.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public int Count => _bySuggestion.Count;

    public TriedOutcome? this[string suggestion] => _bySuggestion.TryGetValue(suggestion, out var outcome) ? outcome : null;
}
