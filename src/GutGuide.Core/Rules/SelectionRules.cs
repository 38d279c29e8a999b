using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>What selection must know of single suggestions. Nothing here touches a tier or a state. Source: safety rule base 1.4.</summary>
/// <param name="FirstSteps">Who starts with what; the first that fits decides.</param>
/// <param name="Otherwise">The talk that takes the place of a first step when neither it nor its substitute is ok.</param>
/// <param name="TriedInVain">Talks that move to the top once two things were tried without help.</param>
public sealed record SelectionRules(
    IReadOnlyList<FirstStepRule> FirstSteps,
    string? Otherwise,
    GentlePlan? Gentle,
    DietsWait? DietsWait,
    IReadOnlyList<string> TriedInVain,
    StayingWell? StayingWell)
{
    public static SelectionRules None { get; } = new([], null, null, null, [], null);

    /// <summary>What products say besides to somebody who takes some already; null when nothing.</summary>
    public CountTaken? CountTaken { get; init; }

    /// <summary>Every suggestion that is named.</summary>
    public IEnumerable<string> Suggestions() => FirstSteps.Select(rule => rule.Step)
        .Concat([Otherwise, Gentle?.Talk, .. DietsWait?.Shown ?? []])
        .OfType<string>()
        .Concat(TriedInVain);

    /// <summary>Every condition.</summary>
    public IEnumerable<Condition> Conditions() => FirstSteps.Select(rule => rule.When).Concat([Gentle?.When, DietsWait?.When, CountTaken?.When]).OfType<Condition>();
}

/// <summary>A first step that the order of the plan does not decide.</summary>
/// <param name="When">Absent: for everyone at the tier.</param>
/// <param name="Tier">Absent: at every tier.</param>
/// <param name="Step">Absent: only <paramref name="Alone"/> counts.</param>
/// <param name="Alone">Nothing else is new until the person is well.</param>
/// <param name="OnlyIfRelevant">Passed over where the answers do not point to it.</param>
public sealed record FirstStepRule(Condition? When, TriageTier? Tier, string? Step, bool Alone, bool OnlyIfRelevant);

/// <summary>A shorter plan, for people whom a long one may harm.</summary>
/// <param name="AtMost">Items over the five phases.</param>
/// <param name="Talk">Stands first among the tests and talks.</param>
public sealed record GentlePlan(Condition When, int AtMost, string? Talk);

/// <summary>No diet begins while a test that it could spoil is open.</summary>
/// <param name="Shown">Tests that are open while they are shown.</param>
public sealed record DietsWait(Condition? When, IReadOnlyList<string> Shown);

/// <summary>A word beside every product for whoever takes products already. Source: safety rule base sel-9.</summary>
public sealed record CountTaken(Condition When, string Plain);

/// <summary>Phases that count as "later" when nothing that is called for has anything for a person: nobody leaves without an idea.</summary>
/// <param name="Plain">The reason in words that fit after "because".</param>
public sealed record StayingWell(IReadOnlyList<string> Phases, string Plain);
