using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>
/// From what is allowed to what is shown: relevant suggestions only, few of them, none that clash. Selection can leave
/// things out; it never loosens a state. Source: safety rule base 1.3, hr-9, section 5D.
/// </summary>
internal sealed class PlanSelector
{
    private const int AllInAll = 7;
    private const int TestsAndTalks = 3;
    private const int PerPhase = 2;
    private const int Supplements = 2;
    private const int WellKept = 3;
    private const string First = "first";

    /// <summary>Classes that anyone may be offered when nothing else is called for.</summary>
    private static readonly string[] LowRisk = ["basic", "mind", "move", "food-add"];

    private readonly Ruleset _ruleset;
    private readonly SuggestionRules _rules;
    private readonly int[] _inOrder;

    public PlanSelector(Ruleset ruleset, SuggestionRules rules)
    {
        _ruleset = ruleset;
        _rules = rules;
        _inOrder =
        [
            .. Enumerable.Range(0, ruleset.Suggestions.Count)
                .OrderBy(number => ruleset.Suggestions[number].Order)
                .ThenBy(number => ruleset.Suggestions[number].Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Suggestions chosen, by number, in the order in which they were chosen, and those left out because they clash.</summary>
    public sealed record Selection(IReadOnlyList<int> Chosen, IReadOnlyDictionary<int, ConflictGroup> Clashing);

    public Selection Select(SuggestionState[] states, bool[] relevant, IReadOnlyList<PhaseRanking.Ranked> ranking)
    {
        var chosen = new List<int>();
        var clashing = new Dictionary<int, ConflictGroup>();

        foreach (var number in Candidates(states, relevant).Where(number => _ruleset.Suggestions[number].Pinned))
        {
            chosen.Add(number);
        }

        Fill(First, TestsAndTalks, Candidates(states, relevant), chosen, clashing);
        foreach (var phase in ranking.Where(phase => phase.Priority != PhasePriority.NotNeeded))
        {
            Fill(phase.Phase, PerPhase, Candidates(states, relevant), chosen, clashing);
        }

        if (chosen.All(number => _ruleset.Suggestions[number].Phase == First))
        {
            FillWithWellKept(states, relevant, ranking, chosen, clashing);
        }

        return new Selection(chosen, clashing);
    }

    /// <summary>Allowed and relevant; what may be tried stands before what must be asked about.</summary>
    private IEnumerable<int> Candidates(SuggestionState[] states, bool[] relevant) => _inOrder
        .Where(number => relevant[number] && states[number] != SuggestionState.Never)
        .OrderBy(number => states[number]);

    /// <summary>Nobody leaves empty-handed: when no phase is called for, a few low-risk ideas stand for staying well.</summary>
    private void FillWithWellKept(
        SuggestionState[] states,
        bool[] relevant,
        IReadOnlyList<PhaseRanking.Ranked> ranking,
        List<int> chosen,
        Dictionary<int, ConflictGroup> clashing)
    {
        var lowRisk = Candidates(states, relevant)
            .Where(number => states[number] == SuggestionState.Ok && LowRisk.Contains(_ruleset.Suggestions[number].Class))
            .ToArray();
        var room = Math.Min(chosen.Count + WellKept, AllInAll);
        foreach (var phase in ranking)
        {
            Fill(phase.Phase, 1, lowRisk, chosen, clashing, room);
        }
    }

    private void Fill(
        string phase,
        int limit,
        IEnumerable<int> candidates,
        List<int> chosen,
        Dictionary<int, ConflictGroup> clashing,
        int allInAll = AllInAll)
    {
        foreach (var number in candidates.Where(number => _ruleset.Suggestions[number].Phase == phase && !chosen.Contains(number)))
        {
            if (chosen.Count >= allInAll || chosen.Count(other => _ruleset.Suggestions[other].Phase == phase) >= limit)
            {
                return;
            }

            if (IsOverLimit(number, chosen))
            {
                continue;
            }

            if (ClashOf(number, chosen) is { } clash)
            {
                clashing.TryAdd(number, clash);
                continue;
            }

            chosen.Add(number);
        }
    }

    private bool IsOverLimit(int number, List<int> chosen) => _rules.ClassOf[number].Limit switch
    {
        LimitGroup.Supplement => chosen.Count(other => _rules.ClassOf[other].Limit == LimitGroup.Supplement) >= Supplements,
        LimitGroup.Diet => chosen.Exists(other => _rules.ClassOf[other].Limit == LimitGroup.Diet),
        _ => false,
    };

    private ConflictGroup? ClashOf(int number, List<int> chosen) => _ruleset.Conflicts.FirstOrDefault(group =>
        chosen.Exists(other => group.Forbids(_ruleset.Suggestions[number].Id, _ruleset.Suggestions[other].Id)));
}
