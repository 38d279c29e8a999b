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
    private readonly (int Other, ConflictGroup Group)[][] _clashesOf;

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
        _clashesOf = [.. ruleset.Suggestions.Select(suggestion => Clashes(ruleset, suggestion))];
    }

    /// <summary>Suggestions chosen, by number, in the order in which they were chosen, and those left out because they clash.</summary>
    public sealed record Selection(IReadOnlyList<int> Chosen, IReadOnlyDictionary<int, ConflictGroup> Clashing)
    {
        public static Selection Empty { get; } = new([], new Dictionary<int, ConflictGroup>());
    }

    public Selection Select(SuggestionState[] states, bool[] relevant, IReadOnlyList<PhaseRanking.Ranked> ranking)
    {
        var candidates = Candidates(states, relevant);
        var chosen = candidates.FindAll(number => _ruleset.Suggestions[number].Pinned);
        var clashing = new Dictionary<int, ConflictGroup>();

        Fill(First, TestsAndTalks, candidates, chosen, clashing);
        foreach (var phase in ranking.Where(phase => phase.Priority != PhasePriority.NotNeeded))
        {
            Fill(phase.Phase, PerPhase, candidates, chosen, clashing);
        }

        if (chosen.TrueForAll(number => _ruleset.Suggestions[number].Phase == First))
        {
            FillWithWellKept(states, candidates, ranking, chosen, clashing);
        }

        return new Selection(chosen, clashing);
    }

    /// <summary>Allowed and relevant; what may be tried stands before what must be asked about.</summary>
    private List<int> Candidates(SuggestionState[] states, bool[] relevant)
    {
        var candidates = new List<int>(_inOrder.Length);
        Add(SuggestionState.Ok);
        Add(SuggestionState.Ask);
        return candidates;

        void Add(SuggestionState state)
        {
            foreach (var number in _inOrder)
            {
                if (relevant[number] && states[number] == state)
                {
                    candidates.Add(number);
                }
            }
        }
    }

    /// <summary>Nobody leaves empty-handed: when no phase is called for, a few low-risk ideas stand for staying well.</summary>
    private void FillWithWellKept(
        SuggestionState[] states,
        List<int> candidates,
        IReadOnlyList<PhaseRanking.Ranked> ranking,
        List<int> chosen,
        Dictionary<int, ConflictGroup> clashing)
    {
        var lowRisk = candidates.FindAll(number => states[number] == SuggestionState.Ok && LowRisk.Contains(_ruleset.Suggestions[number].Class));
        var allInAll = Math.Min(chosen.Count + WellKept, AllInAll);
        foreach (var phase in ranking)
        {
            Fill(phase.Phase, 1, lowRisk, chosen, clashing, allInAll);
        }
    }

    private void Fill(
        string phase,
        int limit,
        List<int> candidates,
        List<int> chosen,
        Dictionary<int, ConflictGroup> clashing,
        int allInAll = AllInAll)
    {
        var room = Math.Min(limit - chosen.Count(number => _ruleset.Suggestions[number].Phase == phase), allInAll - chosen.Count);
        foreach (var number in candidates)
        {
            if (room <= 0)
            {
                return;
            }

            if (_ruleset.Suggestions[number].Phase != phase || chosen.Contains(number) || IsOverLimit(number, chosen))
            {
                continue;
            }

            if (ClashOf(number, chosen) is { } clash)
            {
                clashing.TryAdd(number, clash);
                continue;
            }

            chosen.Add(number);
            room--;
        }
    }

    private bool IsOverLimit(int number, List<int> chosen) => _rules.ClassOf[number].Limit switch
    {
        LimitGroup.Supplement => chosen.Count(other => _rules.ClassOf[other].Limit == LimitGroup.Supplement) >= Supplements,
        LimitGroup.Diet => chosen.Exists(other => _rules.ClassOf[other].Limit == LimitGroup.Diet),
        _ => false,
    };

    private ConflictGroup? ClashOf(int number, List<int> chosen)
    {
        foreach (var (other, group) in _clashesOf[number])
        {
            if (chosen.Contains(other))
            {
                return group;
            }
        }

        return null;
    }

    private static (int Other, ConflictGroup Group)[] Clashes(Ruleset ruleset, Suggestion suggestion) =>
    [
        .. from conflict in ruleset.Conflicts
           from other in ruleset.Suggestions.Index()
           where conflict.Forbids(suggestion.Id, other.Item.Id)
           select (other.Index, conflict),
    ];
}
