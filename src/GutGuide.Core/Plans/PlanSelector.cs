using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>
/// From what is allowed to what is shown: relevant suggestions only, few of them, none that clash, and four weeks to begin them
/// in. Selection can leave things out; it never changes a tier or loosens a state. Source: safety rule base 1.4.
/// </summary>
internal sealed class PlanSelector
{
    private readonly Ruleset _ruleset;
    private readonly Clash[][] _clashes;
    private readonly FirstList _first;
    private readonly FourWeeks _weeks;
    private readonly int[][] _ofPhase;
    private readonly int[] _readingOnly;

    public PlanSelector(Ruleset ruleset, SuggestionRules rules)
    {
        _ruleset = ruleset;
        Order = new CandidateOrder(ruleset, rules);
        _clashes = ClashesWhere(group => !group.SameStart);
        _first = new FirstList(ruleset, Order);
        _weeks = new FourWeeks(Order.Kinds, ClashesWhere(group => group.SameStart));
        var all = Enumerable.Range(0, ruleset.Suggestions.Count).ToArray();
        _ofPhase = [.. Enumerable.Range(0, CandidateOrder.PhaseCount).Select(phase => Array.FindAll(all, number => Order.PhaseOf(number) == phase))];
        _readingOnly = [.. all.Where(number => ruleset.Suggestions[number].ReadingOnly).OrderBy(number => ruleset.Suggestions[number].Order)];
    }

    public CandidateOrder Order { get; }

    /// <param name="candidates">Of each phase in reading order, best first.</param>
    /// <param name="ranking">The five phases, most pressing first.</param>
    public Selection Select(SelectionCase person, int[][] candidates, IReadOnlyList<PhaseRanking.Ranked> ranking)
    {
        var (first, further) = _first.Of(person);
        var places = Fill(person, [.. ranking.Select(phase => CandidatesFor(phase, candidates, person))]);
        var clashing = new Dictionary<int, ConflictGroup>();
        var phases = new List<SelectedPhase>(ranking.Count);
        var offered = new List<int>();
        foreach (var (rank, ranked) in ranking.Index())
        {
            var chosen = places.Chosen[rank];
            var more = More(CandidatesFor(ranked, candidates, person), person, places, offered, clashing);
            phases.Add(new SelectedPhase(
                ranked, chosen, more, chosen.Count > 0 ? null : EmptyPhases.ReasonOf(ranked.Priority, _ofPhase[ranked.Number], person)));
        }

        var (step, weeks) = _weeks.Plan(person, first, places.Chosen);
        return new Selection(first, further, phases, clashing, step, weeks, ReadingOnly(person), KeepGoing(person));
    }

    /// <summary>A first step that a rule asks for is a candidate even when no other answer points to it.</summary>
    private int[] CandidatesFor(PhaseRanking.Ranked phase, int[][] candidates, SelectionCase person) =>
        phase.Priority == PhasePriority.NotNeeded ? []
        : person.Lead is { } lead && Order.PhaseOf(lead) == phase.Number ? [lead, .. candidates[phase.Number].Where(number => number != lead)]
        : candidates[phase.Number];

    private PhasePlaces Fill(SelectionCase person, int[][] candidates)
    {
        var places = new PhasePlaces(person, Order.Kinds, _clashes, candidates);
        places.Reserve(number => number == person.Lead);
        places.Reserve(number => _ruleset.Suggestions[number].Pinned);
        places.GiveEachOne();
        places.GiveEachASecond();
        return places;
    }

    /// <summary>What would fit, too, and clashes with nothing that is offered. A gentle plan stays short.</summary>
    private List<int> More(int[] candidates, SelectionCase person, PhasePlaces places, List<int> offered, Dictionary<int, ConflictGroup> clashing)
    {
        var more = new List<int>();
        foreach (var number in candidates)
        {
            if (places.Chosen.Any(chosen => chosen.Contains(number)))
            {
                continue;
            }

            if ((places.ClashOf(number) ?? ClashWith(number, offered)) is { } clash)
            {
                clashing.Add(number, clash);
            }
            else if (!person.IsGentle)
            {
                more.Add(number);
                offered.Add(number);
            }
        }

        return more;
    }

    private ConflictGroup? ClashWith(int number, List<int> offered)
    {
        foreach (var (other, group) in _clashes[number])
        {
            if (offered.Contains(other))
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>Not above routine, and never with a gentle plan. Source: safety rule base hr-16.</summary>
    private int[] ReadingOnly(SelectionCase person) =>
        person.IsGentle || person.Tier > TriageTier.Routine ? [] : Array.FindAll(_readingOnly, number => person.Relevant[number]);

    private int[] KeepGoing(SelectionCase person) => person.Tried.Length == 0 ? [] :
    [
        .. Enumerable.Range(0, person.Tried.Length).Where(number =>
            person.Tried[number] == TriedOutcome.DoingAlready && person.Relevant[number] && person.States[number] != SuggestionState.Never && !_ruleset.Suggestions[number].ReadingOnly),
    ];

    private Clash[][] ClashesWhere(Func<ConflictGroup, bool> isMeant) =>
    [
        .. _ruleset.Suggestions.Select(suggestion => (Clash[])
        [
            .. from conflict in _ruleset.Conflicts
               where isMeant(conflict)
               from other in _ruleset.Suggestions.Index()
               where conflict.Forbids(suggestion.Id, other.Item.Id)
               select new Clash(other.Index, conflict),
        ]),
    ];
}
