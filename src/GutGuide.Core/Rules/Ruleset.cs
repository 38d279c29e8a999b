using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Rules;

/// <summary>
/// Everything a decision rests on, as data. Published whole and never changed afterwards, so that an old result can be
/// worked out again exactly.
/// </summary>
/// <param name="Version">For people; the content hash given at publication is what identifies it.</param>
/// <param name="Facts">Named variables. Own-question facts of flags and states (rf-, sp-, med-) exist without an entry.</param>
/// <param name="States">In evaluation order: each uses only facts and states before it; those that name a flag come after the flags.</param>
/// <param name="Flags">In evaluation order.</param>
public sealed record Ruleset(
    string Id,
    string Version,
    Questionnaire Questionnaire,
    IReadOnlyList<FactDefinition> Facts,
    IReadOnlyList<PatientState> States,
    IReadOnlyList<RedFlag> Flags,
    IReadOnlyList<SuggestionClass> Classes,
    IReadOnlyList<HardRule> HardRules,
    IReadOnlyList<ConflictGroup> Conflicts,
    IReadOnlyList<Ceiling> Ceilings,
    IReadOnlyList<NeverSuggested> NeverSuggested,
    ScoringRules Scoring,
    IReadOnlyList<Invariant> Invariants,
    IReadOnlyList<PinnedExample> Edges,
    IReadOnlyList<Suggestion> Suggestions)
{
    /// <summary>The six parts of a plan in reading order; "first" holds tests and talks.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["first", "remove", "replace", "reinoculate", "repair", "rebalance"];
}
