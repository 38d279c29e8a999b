using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Cases;

/// <summary>What a person leaves with, least help first.</summary>
public enum CaseOutcome
{
    SelfCare,
    Routine,
    Soon,

    /// <summary>When to get help, and no plan.</summary>
    Under18,
    Urgent,
    Emergency,
}

/// <summary>What a case is there to catch.</summary>
public enum CaseTrap
{
    None,

    /// <summary>Easily taken too seriously.</summary>
    FalseAlarm,

    /// <summary>Easily taken too lightly.</summary>
    MissedAlarm,
}

/// <summary>An invented person, and what a careful reader of the safety rule base expects for them.</summary>
/// <param name="Story">One line, without a name.</param>
/// <param name="Answers">What differs from a calm person.</param>
/// <param name="Rules">Flags and states that must be behind the outcome.</param>
/// <param name="Must">Suggestions that must be shown, "Ask first" included.</param>
/// <param name="MustNot">Suggestions that must not be shown at all.</param>
public sealed record TriageCase(
    string Id,
    string Story,
    Answers Answers,
    CaseOutcome Expected,
    CaseTrap Trap,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Must,
    IReadOnlyList<string> MustNot)
{
    /// <summary>Whether nothing at all may be suggested, listed or not.</summary>
    public bool ExpectsNoPlan => Expected >= CaseOutcome.Under18;
}
