using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>
/// A promise about every possible answer set: a named proof, something about what is shown, or tests that keep it; tests may also
/// stand beside one of the others. Source: safety rule base section 6.
/// </summary>
/// <param name="When">States and flags under which the promise is made; absent: always.</param>
/// <param name="Tier">Only at this tier.</param>
/// <param name="TierAtMost">Only up to this tier.</param>
/// <param name="Adult">Only from 18 years.</param>
/// <param name="Proof">Name of the proof in code.</param>
public sealed record Invariant(
    string Id,
    string Plain,
    Condition? When,
    TriageTier? Tier,
    TriageTier? TierAtMost,
    bool Adult,
    bool NothingShown,
    IReadOnlyList<string> Shown,
    IReadOnlyList<string> NotShown,
    IReadOnlyList<string> NotOk,
    IReadOnlyList<string> OnlyClasses,
    IReadOnlyList<string> NotShownClasses,
    IReadOnlyList<string> NotOkClasses,
    string? Proof)
{
    /// <summary>Whoever told of <see cref="When"/> needs help at least so soon; absent when it promises something else.</summary>
    public TriageTier? TierAtLeast { get; init; }

    /// <summary>Tests that keep it, each as namespace, class and method: over finished pages or what is stored.</summary>
    public IReadOnlyList<string> Tests
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];

    /// <summary>Tests that try it on rules and people at random, named alike.</summary>
    public IReadOnlyList<string> Sampled
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];
}

/// <summary>
/// A worked example of one rule, at an edge or of a combination, so that a slip in the criterion shows.
/// </summary>
/// <param name="Rule">Id of a flag or state.</param>
/// <param name="Facts">Fact id to yes, no, unsure, a code or a number.</param>
/// <param name="States">States taken as set.</param>
/// <param name="Tier">For a flag: the tier it raises. Absent: it must stay down (or the rule is a state).</param>
/// <param name="IsSet">For a state: whether it is set.</param>
public sealed record PinnedExample(
    string Rule,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> States,
    TriageTier? Tier,
    bool? IsSet);
