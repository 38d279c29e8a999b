using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Runs the real selector and looks at what it picks: never anything withheld or irrelevant, never over a limit, never two that
/// clash, always what is pinned. Source: safety rule base hr-9, 5D, inv-39.
/// </summary>
/// <remarks>
/// Why this covers every answer set: the selector takes candidates one by one and weighs each only against what it has taken.
/// A clash or a second diet is between two, a third supplement among three: so every two are offered alone, and every three
/// supplements. What is withheld or irrelevant is tried one by one against everything else. Then everything is offered at once,
/// with every choice of phases that are called for, in every order.
/// </remarks>
internal sealed class SelectionProof
{
    private const int MostInAll = 7;
    private const int MostPerPhase = 2;
    private const int MostSupplements = 2;

    /// <summary>The classes SUPP and DIET of the safety rule base, section 6.</summary>
    private static readonly Dictionary<string, LimitGroup> LimitOf = new(StringComparer.Ordinal)
    {
        ["supp"] = LimitGroup.Supplement,
        ["enzyme"] = LimitGroup.Supplement,
        ["live"] = LimitGroup.Supplement,
        ["herb"] = LimitGroup.Supplement,
        ["acid"] = LimitGroup.Supplement,
        ["restrict"] = LimitGroup.Diet,
        ["fast"] = LimitGroup.Diet,
    };

    private readonly ProofContext _context;
    private readonly IReadOnlyList<Suggestion> _suggestions;
    private readonly PlanSelector _selector;
    private readonly Tally _tally = new();

    public SelectionProof(ProofContext context)
    {
        _context = context;
        _suggestions = context.Ruleset.Suggestions;
        _selector = new PlanSelector(context.Ruleset, context.Rules);
    }

    public Tally Prove()
    {
        CheckClasses();
        CheckPinned();
        TryEveryOrder();
        TryEveryTwo();
        TryEveryThreeSupplements();
        TryEachWithheld();
        return _tally;
    }

    private void CheckClasses()
    {
        foreach (var suggestionClass in _context.Ruleset.Classes)
        {
            var limit = LimitOf.GetValueOrDefault(suggestionClass.Id, suggestionClass.Limit);
            _tally.Expect(suggestionClass.Limit == limit, suggestionClass.Id, $"must count as {limit} for the limits, not as {suggestionClass.Limit}");
        }

        foreach (var group in _context.Ruleset.Conflicts)
        {
            _tally.Expect(group.Of.Count >= 2 || (group.Of.Count == 0 && group.Pairs.Count > 0 && group.Pairs.All(pair => pair.Count == 2)), group.Id, "names no two suggestions that clash");
        }
    }

    /// <summary>Pinned suggestions skip the limits, so none of them may fall under one.</summary>
    private void CheckPinned()
    {
        var pinned = Enumerable.Range(0, _suggestions.Count).Where(number => _suggestions[number].Pinned).ToArray();
        foreach (var number in pinned)
        {
            var isFree = _context.Rules.ClassOf[number].Limit == LimitGroup.None && !Array.Exists(pinned, other => ClashOf(number, other) is not null);
            _tally.Expect(isFree, _suggestions[number].Id, "is pinned, but falls under a limit or clashes with another pinned one");
        }
    }

    private void TryEveryOrder()
    {
        var all = Enumerable.Range(0, _suggestions.Count).ToArray();
        foreach (var order in Orders([.. _context.Ruleset.Scoring.TieOrder]))
        {
            Try(all, [], [.. order.Select((phase, rank) => Ranked(phase, rank))]);
        }
    }

    private void TryEveryTwo()
    {
        for (var one = 0; one < _suggestions.Count; one++)
        {
            for (var other = one + 1; other < _suggestions.Count; other++)
            {
                Try([one, other], [], AllNeeded());
                Try([one, other], [one], AllNeeded());
                Try([one, other], [other], AllNeeded());
            }
        }
    }

    private void TryEveryThreeSupplements()
    {
        var supplements = Enumerable.Range(0, _suggestions.Count).Where(number => _context.Rules.ClassOf[number].Limit == LimitGroup.Supplement).ToArray();
        for (var a = 0; a < supplements.Length; a++)
        {
            for (var b = a + 1; b < supplements.Length; b++)
            {
                for (var c = b + 1; c < supplements.Length; c++)
                {
                    Try([supplements[a], supplements[b], supplements[c]], [], AllNeeded());
                }
            }
        }
    }

    /// <summary>Each in turn is withheld, or not relevant, while everything else may be shown.</summary>
    private void TryEachWithheld()
    {
        for (var number = 0; number < _suggestions.Count; number++)
        {
            foreach (var isNever in (bool[])[true, false])
            {
                var states = new SuggestionState[_suggestions.Count];
                var relevant = Enumerable.Repeat(true, _suggestions.Count).ToArray();
                states[number] = isNever ? SuggestionState.Never : SuggestionState.Ok;
                relevant[number] = isNever;
                var chosen = _selector.Select(states, relevant, AllNeeded()).Chosen;
                _tally.Expect(!chosen.Contains(number), _suggestions[number].Id, isNever ? "is withheld, and still selected" : "is not relevant, and still selected");
            }
        }
    }

    private void Try(int[] offered, int[] askFirst, PhaseRanking.Ranked[] ranking)
    {
        var states = new SuggestionState[_suggestions.Count];
        var relevant = new bool[_suggestions.Count];
        foreach (var number in offered)
        {
            relevant[number] = true;
            states[number] = askFirst.Contains(number) ? SuggestionState.Ask : SuggestionState.Ok;
        }

        _tally.Count();
        Check(_selector.Select(states, relevant, ranking).Chosen, offered);
    }

    private void Check(IReadOnlyList<int> chosen, int[] offered)
    {
        foreach (var pinned in offered.Where(number => _suggestions[number].Pinned && !chosen.Contains(number)))
        {
            _tally.Fail(_suggestions[pinned].Id, "is pinned, and still dropped");
        }

        for (var i = 0; i < chosen.Count; i++)
        {
            for (var j = i + 1; j < chosen.Count; j++)
            {
                if (ClashOf(chosen[i], chosen[j]) is { } clash)
                {
                    _tally.Fail(clash.Id, $"{_suggestions[chosen[i]].Id} and {_suggestions[chosen[j]].Id} clash, and are shown together");
                }
            }
        }

        CheckLimits(chosen);
    }

    private void CheckLimits(IReadOnlyList<int> chosen)
    {
        var unpinned = chosen.Where(number => !_suggestions[number].Pinned).ToArray();
        if (CountOf(LimitGroup.Diet) > 1 || CountOf(LimitGroup.Supplement) > MostSupplements)
        {
            _tally.Fail("hr-9", $"too many diets or supplements are shown together: {Names()}");
        }

        if (chosen.Count > MostInAll || unpinned.Where(number => _suggestions[number].Phase != "first").GroupBy(number => _suggestions[number].Phase).Any(phase => phase.Count() > MostPerPhase))
        {
            _tally.Fail("hr-9", $"the plan is too long: {Names()}");
        }

        int CountOf(LimitGroup limit) => chosen.Count(number => _context.Rules.ClassOf[number].Limit == limit);

        string Names() => string.Join(", ", chosen.Select(number => _suggestions[number].Id));
    }

    private ConflictGroup? ClashOf(int one, int other) =>
        _context.Ruleset.Conflicts.FirstOrDefault(group => group.Forbids(_suggestions[one].Id, _suggestions[other].Id));

    private PhaseRanking.Ranked[] AllNeeded() => [.. _context.Ruleset.Scoring.TieOrder.Select(Ranked)];

    private static PhaseRanking.Ranked Ranked(string phase, int rank) => new(phase, PhasePriority.Next, rank, []);

    /// <summary>Every choice of phases, in every order; a phase that is not called for has no place in the order.</summary>
    private static IEnumerable<string[]> Orders(string[] phases) => phases
        .SelectMany(first => Orders([.. phases.Where(phase => phase != first)]), (first, rest) => (string[])[first, .. rest])
        .Prepend([]);
}
