using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>What may be done with a suggestion for one person, loosest first; only maxima of it are ever taken.</summary>
public enum SuggestionState
{
    Ok,

    /// <summary>Only inside the "Ask first" box.</summary>
    Ask,
    Never,
}

/// <summary>One 5R starting suggestion: its rule and its words.</summary>
/// <param name="Phase">first, remove, replace, reinoculate, repair or rebalance.</param>
/// <param name="Floor">The loosest state it can have for anyone.</param>
/// <param name="Order">Inside its phase; lower is offered first.</param>
/// <param name="Pinned">Never dropped by the limits on how much is shown.</param>
/// <param name="Substitute">Offered instead when this one is held back and the other is allowed.</param>
/// <param name="FirstStep">May be "your first step this week".</param>
/// <param name="FirstStepWhen">Narrows <paramref name="FirstStep"/>; absent: whenever it is shown.</param>
/// <param name="Relevant">When it is worth showing; being allowed is another matter.</param>
/// <param name="RelevantWords">The same in words that fit after "Shown when".</param>
/// <param name="Ends">How and when a restriction ends; set for every restriction.</param>
/// <param name="Text">Everything a reader sees.</param>
public sealed record Suggestion(
    string Id,
    string Phase,
    string Class,
    SuggestionState Floor,
    int Order,
    bool Pinned,
    string? Substitute,
    bool FirstStep,
    Condition? FirstStepWhen,
    Condition Relevant,
    string RelevantWords,
    TriggerSet Never,
    TriggerSet Ask,
    RestrictionEnd? Ends,
    SuggestionText Text)
{
    /// <summary>Why the floor is stricter than its author set it, because evidence is past its review; null when it is not.</summary>
    public string? UnderReview { get; init; }

    /// <summary>Evidence is weak and harm possible: told about at most, never part of a plan. Source: safety rule base hr-16.</summary>
    public bool ReadingOnly { get; init; }

    /// <summary>Codes of the goal question: the wishes that this one speaks for.</summary>
    public IReadOnlyList<string> Goals
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];
}

/// <param name="Days">At most 42 (safety rule base hr-8).</param>
public sealed record RestrictionEnd(int Days, string Reintroduce);

/// <summary>The words of a suggestion. Only <paramref name="Numbers"/> may hold digits: it is left out where an eating problem is possible.</summary>
/// <param name="Html">The prose, rendered.</param>
/// <param name="Step">What to do, in one line.</param>
/// <param name="Learn">Address of the page that explains it.</param>
public sealed record SuggestionText(
    string Title,
    string Html,
    string Step,
    string? Numbers,
    string? Stop,
    IReadOnlyList<EvidenceLine> For,
    IReadOnlyList<EvidenceLine> Against,
    string? Learn,
    DateOnly Reviewed,
    DateOnly ReviewBy)
{
    /// <summary>How the step is done; null where only the step itself is written.</summary>
    public HowTo? How { get; init; }
}

/// <summary>A step that can be followed. Only amount and time may hold digits: both are left out where an eating problem is possible.</summary>
/// <param name="For">For how long.</param>
/// <param name="Examples">Foods, minutes, or words to say.</param>
/// <param name="Sign">How a person knows that it helps.</param>
/// <param name="Helps">What comes next when it does.</param>
/// <param name="NoChange">What comes next when it does not.</param>
public sealed record HowTo(
    string? Amount,
    string When,
    string? For,
    IReadOnlyList<string> Examples,
    string Sign,
    string Helps,
    string NoChange,
    string Cost);

/// <param name="Grade">A, B, C, D or X.</param>
public sealed record EvidenceLine(string Text, string Grade, IReadOnlyList<string> Sources);
