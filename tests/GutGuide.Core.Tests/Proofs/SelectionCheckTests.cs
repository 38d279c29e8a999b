using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Promises;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Tests.Proofs;

/// <summary>Shows that the check of a selection bites: each fault below is one that the selector could make. Source: inv-39, inv-55, inv-61 to inv-65.</summary>
public sealed class SelectionCheckTests
{
    private static readonly Ruleset Rules = ProvenRules.Ruleset;
    private static readonly int[] All = [.. Enumerable.Range(0, Rules.Suggestions.Count)];

    private readonly ProofContext _context = new(Rules);
    private readonly SelectionProof _proof;
    private readonly PlanSelector _selector;

    public SelectionCheckTests()
    {
        _proof = new SelectionProof(_context);
        _selector = new PlanSelector(Rules, _context.Rules);
    }

    [Fact]
    public void A_selection_as_the_selector_makes_it_has_no_fault()
    {
        Check(Everything, selection => selection);

        Assert.All(Tallies, tally => Assert.Empty(tally.Counterexamples));
    }

    [Fact]
    public void A_phase_left_empty_although_something_fits_is_found() =>
        Finds(_proof.Coverage, selection => WithPhase(selection, "rebalance", phase => phase with { Chosen = [] }));

    [Fact]
    public void A_phase_that_is_not_called_for_and_shows_something_is_found() =>
        Finds(_proof.Coverage, selection => WithPhase(selection, "rebalance", phase => phase with { Ranked = phase.Ranked with { Priority = PhasePriority.NotNeeded } }));

    [Fact]
    public void A_false_reason_for_an_empty_phase_is_found() =>
        Finds(_proof.Reasons, selection => WithPhase(selection, "rebalance", phase => phase with { Chosen = [], Empty = EmptyReason.NoIdea }));

    [Fact]
    public void An_empty_phase_without_a_reason_is_found() =>
        Finds(_proof.Reasons, selection => WithPhase(selection, "rebalance", phase => phase with { Chosen = [] }));

    [Fact]
    public void A_product_in_the_second_week_is_found() => Finds(_proof.Weeks, selection => selection with { Weeks = [selection.Weeks[0], [Number("sg-zinc")], [], []] });

    [Fact]
    public void A_diet_before_the_fourth_week_is_found() => Finds(_proof.Weeks, selection => selection with { Weeks = [selection.Weeks[0], [], [Number("sg-gf-trial")], []] });

    [Fact]
    public void A_diet_while_a_test_is_open_is_found() =>
        Finds(_proof.Weeks, selection => selection with { Weeks = [selection.Weeks[0], [], [], [Number("sg-gf-trial")]] }, Everything with { DietsWait = true });

    [Fact]
    public void Two_new_things_in_one_week_are_found() =>
        Finds(_proof.Weeks, selection => selection with { Weeks = [selection.Weeks[0], [Number("sg-diary"), Number("sg-sleep")], [], []] });

    [Fact]
    public void A_test_that_is_due_and_stands_nowhere_is_found() => Finds(_proof.TestsApart, selection => selection with { First = [] });

    [Fact]
    public void Two_that_clash_are_found() =>
        Finds(_proof.Limits, selection => WithPhase(selection, "repair", phase => phase with { Chosen = [Number("sg-zinc"), Number("sg-iron")] }));

    [Fact]
    public void Something_withheld_that_is_shown_all_the_same_is_found()
    {
        var states = new SuggestionState[All.Length];
        states[Number("sg-sleep")] = SuggestionState.Never;

        Finds(_proof.Limits, selection => WithPhase(selection, "rebalance", phase => phase with { Chosen = [Number("sg-sleep")] }), Everything with { States = states, ByRule = states });
    }

    [Fact]
    public void A_gentle_plan_that_is_too_long_is_found() => Finds(_proof.Gentle, selection => selection, Everything with { IsGentle = true, Most = 1 });

    [Fact]
    public void A_gentle_plan_with_things_to_read_is_found() =>
        Finds(_proof.Gentle, selection => selection with { ReadingOnly = [Number("sg-hcl")] }, Everything with { IsGentle = true });

    private IEnumerable<ProofOutcome> Tallies => [_proof.Limits, _proof.Coverage, _proof.Reasons, _proof.Weeks, _proof.TestsApart, _proof.ReadingOnly, _proof.Gentle, _proof.Purity];

    private static SelectionCase Everything
    {
        get
        {
            var none = new bool[All.Length];
            var states = new SuggestionState[All.Length];
            return new SelectionCase(TriageTier.SelfCare, states, states, [.. none.Select(_ => true)], none, none, []);
        }
    }

    private void Finds(ProofOutcome tally, Func<Selection, Selection> bend, SelectionCase? person = null)
    {
        Assert.Empty(tally.Counterexamples);

        Check(person ?? Everything, bend);

        Assert.NotEmpty(tally.Counterexamples);
    }

    /// <summary>The selection of an unbent person, bent, and held against the person.</summary>
    private void Check(SelectionCase person, Func<Selection, Selection> bend)
    {
        var ranking = Enumerable.Range(0, CandidateOrder.PhaseCount).Select(phase => new PhaseRanking.Ranked(phase, Ruleset.Phases[phase + 1], PhasePriority.Next, [])).ToArray();
        var selection = _selector.Select(Everything, _selector.Order.Candidates(Everything), ranking);

        new SelectionCheck(Rules, _selector.Order, _proof).Check(person, bend(selection));
    }

    private static Selection WithPhase(Selection selection, string id, Func<SelectedPhase, SelectedPhase> change) =>
        selection with { Phases = [.. selection.Phases.Select(phase => phase.Ranked.Phase == id ? change(phase) : phase)] };

    private static int Number(string id) => Array.FindIndex(All, number => Rules.Suggestions[number].Id == id);
}
