using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Explanations;

/// <summary>What a reader of the result page sees differ between two complete decisions by the same rules.</summary>
/// <param name="Comes">Shown only in the second, in reading order.</param>
/// <param name="Goes">Shown only in the first, in reading order.</param>
/// <param name="BecomesAsk">Shown in both, but in the second only inside "Ask first".</param>
/// <param name="BecomesOk">Shown in both, but in the second no longer inside "Ask first".</param>
/// <param name="Phases">Phases with another priority; none when either has no plan.</param>
public sealed record PlanChange(
    (TriageTier Before, TriageTier After) Tier,
    bool HasPlanAfter,
    IReadOnlyList<Suggestion> Comes,
    IReadOnlyList<Suggestion> Goes,
    IReadOnlyList<Suggestion> BecomesAsk,
    IReadOnlyList<Suggestion> BecomesOk,
    IReadOnlyList<PhaseMove> Phases)
{
    /// <summary>The first step of the second plan; null when it is the same, or when there is none.</summary>
    public Suggestion? FirstStep { get; init; }

    /// <summary>In both plans, and begun earlier in the second; tests and talks are booked at once in any plan.</summary>
    public IReadOnlyList<Suggestion> Sooner { get; init; } = [];

    /// <summary>In both plans, and begun later in the second.</summary>
    public IReadOnlyList<Suggestion> Later { get; init; } = [];

    /// <summary>Whether a reader would see no difference.</summary>
    public bool IsNothing => Tier.Before == Tier.After && FirstStep is null
        && Comes.Count + Goes.Count + BecomesAsk.Count + BecomesOk.Count + Sooner.Count + Later.Count + Phases.Count == 0;

    /// <exception cref="ArgumentException">A decision is not complete.</exception>
    public static PlanChange Between(Decision before, Decision after)
    {
        if (before.Tier is not { } from || after.Tier is not { } to)
        {
            throw new ArgumentException("Only complete decisions can be compared.");
        }

        var shownBefore = before.Shown.ToDictionary(planned => planned.Suggestion.Id, planned => planned.State, StringComparer.Ordinal);
        var shownAfter = after.Shown.ToDictionary(planned => planned.Suggestion.Id, planned => planned.State, StringComparer.Ordinal);
        var priorities = before.Phases.ToDictionary(phase => phase.Phase, phase => phase.Priority, StringComparer.Ordinal);
        return new PlanChange(
            (from, to),
            after.Phases.Count > 0,
            Where(after, id => !shownBefore.ContainsKey(id)),
            Where(before, id => !shownAfter.ContainsKey(id)),
            Where(after, id => shownBefore.TryGetValue(id, out var state) && state < shownAfter[id]),
            Where(after, id => shownBefore.TryGetValue(id, out var state) && state > shownAfter[id]),
            [
                .. after.Phases
                    .Where(phase => phase.Phase != Ruleset.Phases[0] && priorities.TryGetValue(phase.Phase, out var priority) && priority != phase.Priority)
                    .Select(phase => new PhaseMove(phase.Phase, priorities[phase.Phase], phase.Priority)),
            ])
        {
            FirstStep = before.FirstStep == after.FirstStep ? null : after.Shown.FirstOrDefault(planned => planned.Suggestion.Id == after.FirstStep)?.Suggestion,
            Sooner = Moved(before, after, (from, to) => to < from),
            Later = Moved(before, after, (from, to) => to > from),
        };
    }

    private static Suggestion[] Moved(Decision before, Decision after, Func<int, int, bool> isMeant)
    {
        var weeks = before.Weeks.Index().SelectMany(week => week.Item.Select(begun => (begun.Id, week.Index))).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. after.Weeks.Index()
                .SelectMany(week => week.Item.Where(begun => weeks.TryGetValue(begun.Id, out var from) && isMeant(from, week.Index))),
        ];
    }

    private static Suggestion[] Where(Decision decision, Func<string, bool> isMeant) =>
        [.. decision.Shown.Select(planned => planned.Suggestion).Where(suggestion => isMeant(suggestion.Id))];
}

/// <summary>A phase with another priority.</summary>
public sealed record PhaseMove(string Phase, PhasePriority Before, PhasePriority After);
