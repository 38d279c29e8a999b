using GutGuide.Core.Plans;

namespace GutGuide.Core.Comparisons;

/// <summary>How grave a change is to the person whom it meets, gravest first.</summary>
public enum ChangeGravity
{
    /// <summary>The tier fell, or is known no more.</summary>
    TierDown,

    /// <summary>A suggestion's state became looser.</summary>
    Looser,

    /// <summary>The tier rose.</summary>
    TierUp,

    /// <summary>A suggestion's state became stricter, or it is shown no more.</summary>
    Stricter,

    /// <summary>Something is shown that was not, in a state that was allowed before.</summary>
    Shown,

    /// <summary>Anything else: flags, states, order, sums, the first step, what is held back.</summary>
    Other,
}

/// <summary>
/// What becomes different for one person. Compared is what they are told and shown, by id: words, and which answers are named
/// as reasons, are not part of it.
/// </summary>
/// <param name="Gained">Suggestions shown only afterwards.</param>
/// <param name="Lost">Suggestions shown only before.</param>
/// <param name="Loosened">Suggestions of both versions whose state became looser.</param>
/// <param name="Tightened">The same for stricter.</param>
/// <param name="RulesGained">Flags and states up only afterwards.</param>
/// <param name="RulesLost">Flags and states up only before.</param>
public sealed record DecisionChange(
    Decision Before,
    Decision After,
    IReadOnlyList<string> Gained,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Loosened,
    IReadOnlyList<string> Tightened,
    IReadOnlyList<string> RulesGained,
    IReadOnlyList<string> RulesLost)
{
    public bool IsTierMoved => Before.Tier != After.Tier;

    /// <summary>Down also when a tier is known no more.</summary>
    public bool IsTierDown => Before.Tier is { } before && (After.Tier is not { } after || after < before);

    public ChangeGravity Gravity =>
        IsTierDown ? ChangeGravity.TierDown
        : Loosened.Count > 0 ? ChangeGravity.Looser
        : IsTierMoved ? ChangeGravity.TierUp
        : Tightened.Count + Lost.Count > 0 ? ChangeGravity.Stricter
        : Gained.Count > 0 ? ChangeGravity.Shown
        : ChangeGravity.Other;

    /// <summary>Null when nothing is different.</summary>
    public static DecisionChange? Between(Decision before, Decision after)
    {
        if (IsSame(before, after))
        {
            return null;
        }

        var (shownBefore, shownAfter) = (ShownIds(before), ShownIds(after));
        var shared = before.SuggestionStates.Where(pair => after.SuggestionStates.ContainsKey(pair.Key)).Select(pair => (Id: pair.Key, Before: pair.Value, After: after.SuggestionStates[pair.Key])).ToArray();
        var (rulesBefore, rulesAfter) = (Rules(before), Rules(after));
        return new DecisionChange(
            before,
            after,
            [.. shownAfter.Except(shownBefore)],
            [.. shownBefore.Except(shownAfter)],
            [.. shared.Where(suggestion => suggestion.After < suggestion.Before).Select(suggestion => suggestion.Id)],
            [.. shared.Where(suggestion => suggestion.After > suggestion.Before).Select(suggestion => suggestion.Id)],
            [.. rulesAfter.Except(rulesBefore)],
            [.. rulesBefore.Except(rulesAfter)]);
    }

    private static bool IsSame(Decision before, Decision after) =>
        before.Status == after.Status
        && before.Tier == after.Tier
        && before.StopCard == after.StopCard
        && before.FirstStep == after.FirstStep
        && before.Missing.SequenceEqual(after.Missing)
        && before.States.SequenceEqual(after.States)
        && before.RedFlags.Select(raised => (raised.Flag.Id, raised.Tier)).SequenceEqual(after.RedFlags.Select(raised => (raised.Flag.Id, raised.Tier)))
        && before.Scores.Count == after.Scores.Count && before.Scores.All(pair => after.Scores.TryGetValue(pair.Key, out var sum) && sum == pair.Value)
        && before.SuggestionStates.All(pair => !after.SuggestionStates.TryGetValue(pair.Key, out var state) || state == pair.Value)
        && before.Phases.Select(phase => (phase.Phase, phase.Priority)).SequenceEqual(after.Phases.Select(phase => (phase.Phase, phase.Priority)))
        && before.Shown.Select(shown => (shown.Suggestion.Id, shown.State)).SequenceEqual(after.Shown.Select(shown => (shown.Suggestion.Id, shown.State)))
        && before.HeldBack.Select(HeldText).SequenceEqual(after.HeldBack.Select(HeldText));

    private static string HeldText(HeldBack held) => $"{held.Suggestion.Id} {held.Relevant} {held.Substitute?.Id} {string.Join(' ', held.Because.Select(trigger => trigger.Id))}";

    private static string[] ShownIds(Decision decision) => [.. decision.Shown.Select(shown => shown.Suggestion.Id)];

    private static string[] Rules(Decision decision) => [.. decision.RedFlags.Select(raised => raised.Flag.Id), .. decision.States];
}
