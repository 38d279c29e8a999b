using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Runs the real selection and looks at what it picks, with rules of its own. Source: safety rule base 1.4, inv-39, inv-55,
/// inv-61 to inv-66.
/// </summary>
/// <remarks>
/// Why this covers every answer set: selection sees of a person only what is offered, in which state, in which order of phases
/// and under which first step. It weighs a candidate only against what has a place already: a clash or a second diet is between
/// two, a third product among three, so every two suggestions are offered alone and every three products. What a phase has to
/// offer differs only by kind and state: every choice of that for all five phases is tried, as a usual and as a gentle plan.
/// Every choice of phases is tried in every order, and every first step that a rule can ask for, with everything offered.
/// What is withheld, irrelevant or tried before is tried one by one against everything else.
/// </remarks>
internal sealed class SelectionProof
{
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
    private readonly SelectionCheck _check;
    private readonly int[] _all;

    public SelectionProof(ProofContext context)
    {
        _context = context;
        _suggestions = context.Ruleset.Suggestions;
        _selector = new PlanSelector(context.Ruleset, context.Rules);
        _check = new SelectionCheck(context.Ruleset, _selector.Order, this);
        _all = [.. Enumerable.Range(0, _suggestions.Count)];
        CheckContent();
        TryEveryOrder();
        TryEveryTwo();
        TryEveryThreeProducts();
        TryEveryOffer();
        TryEveryLead();
        TryEachClosed();
        TryWithoutTestsAndTalks();
    }

    public ProofOutcome Limits { get; } = new(ProofKind.AllPairs);

    public ProofOutcome Coverage { get; } = new(ProofKind.AllPairs);

    public ProofOutcome Reasons { get; } = new(ProofKind.AllPairs);

    public ProofOutcome Weeks { get; } = new(ProofKind.AllPairs);

    public ProofOutcome TestsApart { get; } = new(ProofKind.AllPairs);

    public ProofOutcome ReadingOnly { get; } = new(ProofKind.AllPairs);

    public ProofOutcome Gentle { get; } = new(ProofKind.AllPairs);

    public ProofOutcome Purity { get; } = new(ProofKind.AllPairs);

    private void CheckContent()
    {
        foreach (var suggestionClass in _context.Ruleset.Classes)
        {
            var limit = LimitOf.GetValueOrDefault(suggestionClass.Id, suggestionClass.Limit);
            Limits.Expect(suggestionClass.Limit == limit, suggestionClass.Id, $"must count as {limit} for the limits, not as {suggestionClass.Limit}");
        }

        foreach (var group in _context.Ruleset.Conflicts)
        {
            Limits.Expect(group.Of.Count >= 2 || (group.Of.Count == 0 && group.Pairs.Count > 0 && group.Pairs.All(pair => pair.Count == 2)), group.Id, "names no two suggestions that clash");
        }

        CheckPinned();
        CheckNamed(_context.Ruleset.Scoring.Selection);
        foreach (var suggestion in _suggestions.Where(suggestion => suggestion.ReadingOnly))
        {
            ReadingOnly.Expect(suggestion.Floor != SuggestionState.Ok, suggestion.Id, "is only for reading, and may be tried outright");
        }
    }

    /// <summary>Pinned suggestions take their places before any other, so none of them may fall under a limit.</summary>
    private void CheckPinned()
    {
        var pinned = _all.Where(number => _suggestions[number].Pinned).ToArray();
        foreach (var number in pinned)
        {
            var isFree = _context.Rules.ClassOf[number].Limit == LimitGroup.None
                && !_suggestions[number].ReadingOnly
                && !Array.Exists(pinned, other => _check.ClashOf(number, other) is not null)
                && pinned.Count(other => _selector.Order.PhaseOf(other) >= 0 && _selector.Order.PhaseOf(other) == _selector.Order.PhaseOf(number)) < 2;
            Limits.Expect(isFree, _suggestions[number].Id, "is pinned, but falls under a limit or clashes with another pinned one");
        }
    }

    /// <summary>Nothing that a rule asks to begin with may be a product, a diet or something for reading.</summary>
    private void CheckNamed(SelectionRules rules)
    {
        foreach (var id in rules.FirstSteps.Select(rule => rule.Step).OfType<string>())
        {
            Weeks.Expect(_selector.Order.Kinds[Number(id)] is not (SuggestionKind.Product or SuggestionKind.Diet) && !_suggestions[Number(id)].ReadingOnly, id, "is asked for as a first step, and is no habit, test or talk");
        }

        foreach (var id in (string?[])[rules.Otherwise, rules.Gentle?.Talk, .. rules.TriedInVain])
        {
            Weeks.Expect(id is null || _selector.Order.Kinds[Number(id)] == SuggestionKind.Talk, id ?? "selection", "stands where a talk is asked for, and is none");
        }

        Gentle.Expect(rules.Gentle is null or { AtMost: > 0 and <= SelectionCase.MostItems }, "selection", $"a gentle plan holds from one to {SelectionCase.MostItems} items");
    }

    private void TryEveryOrder()
    {
        foreach (var order in Orders([.. Enumerable.Range(0, CandidateOrder.PhaseCount)]))
        {
            Try(Offering(_all, SuggestionState.Ok), Ranking(order));
            Try(Offering(_all, SuggestionState.Ask), Ranking(order));
        }
    }

    private void TryEveryTwo()
    {
        foreach (var one in _all)
        {
            foreach (var other in _all.Skip(one + 1))
            {
                Try(Offering([one, other], SuggestionState.Ok));
                Try(Offering([one, other], SuggestionState.Ok, [one]));
                Try(Offering([one, other], SuggestionState.Ok, [other]));
            }
        }
    }

    private void TryEveryThreeProducts()
    {
        var products = Array.FindAll(_all, number => _selector.Order.Kinds[number] == SuggestionKind.Product);
        for (var a = 0; a < products.Length; a++)
        {
            for (var b = a + 1; b < products.Length; b++)
            {
                for (var c = b + 1; c < products.Length; c++)
                {
                    Try(Offering([products[a], products[b], products[c]], SuggestionState.Ok));
                }
            }
        }
    }

    /// <summary>Each phase offers nothing, habits, products, diets, both of these, everything, or everything for asking only.</summary>
    private void TryEveryOffer()
    {
        const int offers = 7;
        var choices = (int)Math.Pow(offers, CandidateOrder.PhaseCount);
        for (var choice = 0; choice < choices; choice++)
        {
            var states = new SuggestionState[_suggestions.Count];
            foreach (var number in _all)
            {
                var phase = _selector.Order.PhaseOf(number);
                var offer = phase < 0 ? 0 : choice / (int)Math.Pow(offers, phase) % offers;
                states[number] = StateIn(offer, _selector.Order.Kinds[number]);
            }

            var person = Person(states);
            Try(person);
            Try(person with { IsGentle = true, Most = _context.Ruleset.Scoring.Selection.Gentle?.AtMost ?? 4 });
        }

        static SuggestionState StateIn(int offer, SuggestionKind kind) => (offer, kind) switch
        {
            (1, SuggestionKind.Habit) or (2, SuggestionKind.Product) or (3, SuggestionKind.Diet) => SuggestionState.Ok,
            (4, SuggestionKind.Product or SuggestionKind.Diet) or (5, _) => SuggestionState.Ok,
            (6, _) => SuggestionState.Ask,
            _ => SuggestionState.Never,
        };
    }

    private void TryEveryLead()
    {
        var rules = _context.Ruleset.Scoring.Selection;
        var leads = rules.FirstSteps.Select(rule => rule.Step).OfType<string>().SelectMany(id => (string?[])[id, _suggestions[Number(id)].Substitute]).Append(rules.Otherwise).OfType<string>().Distinct();
        foreach (var lead in leads.Select(Number))
        {
            foreach (var tier in (TriageTier[])[TriageTier.SelfCare, TriageTier.Routine, TriageTier.Soon])
            {
                var person = Offering(_all, SuggestionState.Ok) with { Lead = lead, Tier = tier };
                Try(person);
                Try(person with { IsAlone = true });
                Try(Offering([], SuggestionState.Ok) with { Lead = lead, Tier = tier });
            }
        }
    }

    /// <summary>Each in turn is withheld, not relevant, or an old story, while everything else may be shown.</summary>
    private void TryEachClosed()
    {
        foreach (var number in _all)
        {
            var states = new SuggestionState[_suggestions.Count];
            states[number] = SuggestionState.Never;
            TryClosed(number, Person(states), "is withheld");
            TryClosed(number, Offering([.. _all.Where(other => other != number)], SuggestionState.Ok), "is not relevant");
            foreach (var outcome in Enum.GetValues<TriedOutcome>())
            {
                var tried = new TriedOutcome?[_suggestions.Count];
                tried[number] = outcome;
                TryClosed(number, Offering(_all, SuggestionState.Ok) with { Tried = tried }, $"was tried ({outcome})");
            }
        }
    }

    private void TryClosed(int number, SelectionCase person, string why) =>
        Limits.Expect(!Try(person).Offers(number), _suggestions[number].Id, $"{why}, and still selected");

    /// <summary>Tests and talks take no place: with and without them the phases are the same.</summary>
    private void TryWithoutTestsAndTalks()
    {
        var others = Array.FindAll(_all, number => _selector.Order.Kinds[number] is not (SuggestionKind.Test or SuggestionKind.Talk));
        var without = Select(Offering(others, SuggestionState.Ok), AllNeeded());
        foreach (var number in _all.Except(others))
        {
            var with = Select(Offering([.. others, number], SuggestionState.Ok), AllNeeded());
            TestsApart.Expect(with.First.Contains(number), _suggestions[number].Id, "is a test or talk, and is not among them");
            TestsApart.Expect(Same(with, without), _suggestions[number].Id, "is a test or talk, and takes a place in the phases or weeks");
        }

        static bool Same(Selection one, Selection other) =>
            one.Phases.SelectMany(phase => phase.Chosen).SequenceEqual(other.Phases.SelectMany(phase => phase.Chosen))
            && one.Weeks.Skip(1).SelectMany(week => week).SequenceEqual(other.Weeks.Skip(1).SelectMany(week => week));
    }

    private Selection Try(SelectionCase person, PhaseRanking.Ranked[]? ranking = null)
    {
        var before = person.States.ToArray();
        var order = ranking ?? AllNeeded();
        var selection = Select(person, order);
        _check.Check(person, selection);
        Purity.Expect(person.States.AsSpan().SequenceEqual(before), "selection", "changes the state of a suggestion");
        return selection;
    }

    private Selection Select(SelectionCase person, PhaseRanking.Ranked[] ranking) => _selector.Select(person, _selector.Order.Candidates(person), ranking);

    private SelectionCase Offering(int[] offered, SuggestionState state, int[]? askFirst = null)
    {
        var states = new SuggestionState[_suggestions.Count];
        var relevant = new bool[_suggestions.Count];
        foreach (var number in offered)
        {
            relevant[number] = true;
            states[number] = askFirst?.Contains(number) == true ? SuggestionState.Ask : state;
        }

        return Person(states) with { Relevant = relevant };
    }

    private static SelectionCase Person(SuggestionState[] states)
    {
        var none = new bool[states.Length];
        return new SelectionCase(TriageTier.SelfCare, states, states, [.. none.Select(_ => true)], none, none, []);
    }

    private static PhaseRanking.Ranked[] AllNeeded() => Ranking([.. Enumerable.Range(0, CandidateOrder.PhaseCount)]);

    /// <summary>A phase that is not called for comes last.</summary>
    private static PhaseRanking.Ranked[] Ranking(int[] order) =>
    [
        .. order.Select(phase => Ranked(phase, PhasePriority.Next)),
        .. Enumerable.Range(0, CandidateOrder.PhaseCount).Except(order).Select(phase => Ranked(phase, PhasePriority.NotNeeded)),
    ];

    private static PhaseRanking.Ranked Ranked(int phase, PhasePriority priority) => new(phase, Ruleset.Phases[phase + 1], priority, []);

    private int Number(string id) => Array.FindIndex(_all, number => _suggestions[number].Id == id);

    /// <summary>Every choice of phases, in every order.</summary>
    private static IEnumerable<int[]> Orders(int[] phases) => phases
        .SelectMany(first => Orders([.. phases.Where(phase => phase != first)]), (first, rest) => (int[])[first, .. rest])
        .Prepend([]);
}
