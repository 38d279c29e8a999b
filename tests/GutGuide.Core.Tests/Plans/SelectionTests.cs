using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>Which candidates get a place in the five phases. Source: safety rule base sel-4 to sel-8.</summary>
public class SelectionTests
{
    [Fact]
    public void Only_what_is_relevant_is_shown()
    {
        var builder = EveryPhaseCalledFor()
            .Problem("bloating")
            .Suggestion("sg-a", relevant: Condition.Fact("bloating"))
            .Suggestion("sg-b", relevant: Given.Never);

        Assert.Equal(["sg-a"], Shown(builder.Decide(("bloating", "yes"))));
        Assert.Empty(Shown(builder.Decide(("bloating", "no"))));
    }

    [Fact]
    public void A_doubtful_answer_is_reason_enough_to_be_relevant()
    {
        var decision = EveryPhaseCalledFor().Problem("bloating").Suggestion("sg-a", relevant: Condition.Fact("bloating")).Decide(("bloating", "unsure"));

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void What_is_ruled_out_is_not_shown()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", floor: SuggestionState.Never).Suggestion("sg-b").Decide();

        Assert.Equal(["sg-b"], Shown(decision));
    }

    [Fact]
    public void A_phase_shows_two_at_most_and_the_rest_fits_too()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "remove").Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
        Assert.Equal(["sg-c"], More(decision, "remove"));
    }

    [Fact]
    public void Eight_are_shown_in_all_and_every_phase_has_its_first_before_any_has_a_second()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor().TieOrder("repair", "rebalance", "replace", "reinoculate", "remove")).Decide();

        Assert.Equal(
            ["sg-rebalance-1", "sg-rebalance-2", "sg-reinoculate-1", "sg-remove-1", "sg-repair-1", "sg-repair-2", "sg-replace-1", "sg-replace-2"],
            Shown(decision).Order());
    }

    [Fact]
    public void Tests_and_talks_do_not_count_among_the_eight()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor()
                .Suggestion("sg-first-1", "first", "test").Suggestion("sg-first-2", "first", "test").Suggestion("sg-first-3", "first", "talk"))
            .Decide();

        Assert.Equal(8, decision.FivePhases.Sum(phase => phase.Suggestions.Count));
        Assert.Equal(3, decision.First.Count);
    }

    [Fact]
    public void A_second_one_must_be_ok()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "remove").Suggestion("sg-ask", "remove", floor: SuggestionState.Ask).Decide();

        Assert.Equal(["sg-a"], Shown(decision));
        Assert.Equal(["sg-ask"], More(decision, "remove"));
    }

    [Fact]
    public void Where_nothing_may_be_tried_one_thing_to_ask_about_is_shown()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "remove", floor: SuggestionState.Ask).Suggestion("sg-b", "remove", floor: SuggestionState.Ask).Decide();

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void Products_are_two_at_most_over_all_phases()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", "supp").Suggestion("sg-b", "replace", "enzyme").Suggestion("sg-c", "repair", "herb").Suggestion("sg-d", "repair", "basic")
            .Decide();

        Assert.Equal(["sg-a", "sg-b", "sg-d"], Shown(decision));
    }

    [Fact]
    public void Products_are_one_at_most_in_a_phase()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "remove", "supp").Suggestion("sg-b", "remove", "herb").Decide();

        Assert.Equal(["sg-a"], Shown(decision));
        Assert.Equal(["sg-b"], More(decision, "remove"));
    }

    [Fact]
    public void Products_to_ask_about_count_among_the_two()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", "supp", floor: SuggestionState.Ask)
            .Suggestion("sg-b", "replace", "live", floor: SuggestionState.Ask)
            .Suggestion("sg-c", "repair", "acid")
            .Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
    }

    [Fact]
    public void There_is_one_diet_at_most_over_all_phases()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", "restrict").Suggestion("sg-b", "rebalance", "fast").Suggestion("sg-c", "rebalance", "basic")
            .Decide();

        Assert.Equal(["sg-a", "sg-c"], Shown(decision));
    }

    [Fact]
    public void A_limit_does_not_empty_a_phase_when_an_earlier_phase_has_something_else()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", "restrict").Suggestion("sg-b", "remove", "restrict", floor: SuggestionState.Ask)
            .Suggestion("sg-p", "replace", "supp").Suggestion("sg-q", "reinoculate", "supp").Suggestion("sg-r", "reinoculate", "restrict", floor: SuggestionState.Ask)
            .Suggestion("sg-s", "repair", "supp")
            .Suggestion("sg-only", "rebalance", "supp")
            .Decide();

        Assert.Contains(decision.FivePhases, phase => phase.Empty == EmptyReason.Limit);
        Assert.Equal(1, decision.Shown.Count(shown => shown.Suggestion.Class == "restrict"));
    }

    [Fact]
    public void The_last_phase_that_can_changes_its_item_to_make_room()
    {
        var decision = EveryPhaseCalledFor().TieOrder("remove", "replace", "reinoculate", "repair", "rebalance")
            .Suggestion("sg-p", "remove", "supp")
            .Suggestion("sg-q", "replace", "supp").Suggestion("sg-diet", "replace", "restrict")
            .Suggestion("sg-only", "repair", "supp")
            .Decide();

        Assert.Equal(["sg-p", "sg-diet", "sg-only"], Shown(decision));
    }

    [Fact]
    public void An_item_that_clashes_gives_way_to_save_a_phase()
    {
        var decision = EveryPhaseCalledFor().TieOrder("remove", "replace", "reinoculate", "repair", "rebalance")
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove")
            .Suggestion("sg-only", "repair")
            .Conflict("cf-1", "sg-a", "sg-only")
            .Decide();

        Assert.Equal(["sg-b", "sg-only"], Shown(decision));
    }

    [Fact]
    public void A_phase_that_is_not_needed_shows_nothing()
    {
        var decision = new RulesetBuilder().Points("remove", 5).Suggestion("sg-a", "remove").Suggestion("sg-b", "repair").Decide();

        Assert.Equal(["sg-a"], Shown(decision));
        Assert.Empty(More(decision, "repair"));
    }

    [Fact]
    public void A_plan_has_its_six_parts_in_reading_order_empty_ones_included()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "repair").Decide();

        Assert.Equal(["first", "remove", "replace", "reinoculate", "repair", "rebalance"], decision.Phases.Select(phase => phase.Phase));
    }

    [Fact]
    public void A_pinned_habit_has_its_place_before_any_other()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", order: 1).Suggestion("sg-b", "remove", order: 2).Suggestion("sg-pinned", "remove", order: 99, pinned: true)
            .Decide();

        Assert.Equal(["sg-pinned", "sg-a"], Shown(decision));
    }

    [Fact]
    public void A_pinned_habit_to_ask_about_leaves_room_for_one_to_try()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-pinned", "remove", floor: SuggestionState.Ask, pinned: true)
            .Decide();

        Assert.Equal(["sg-a", "sg-pinned"], Shown(decision));
    }

    [Theory]
    [InlineData(SuggestionState.Never, true)]
    [InlineData(SuggestionState.Ok, false)]
    public void A_pinned_habit_that_is_ruled_out_or_does_not_fit_is_not_shown(SuggestionState floor, bool isRelevant)
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-pinned", floor: floor, pinned: true, relevant: isRelevant ? Given.Always : Given.Never).Decide();

        Assert.Empty(Shown(decision));
    }

    private static RulesetBuilder EveryPhaseCalledFor() =>
        new RulesetBuilder().Points("remove", 3).Points("replace", 3).Points("reinoculate", 3).Points("repair", 3).Points("rebalance", 3);

    private static RulesetBuilder TwoInEveryPhase(RulesetBuilder builder)
    {
        foreach (var phase in Ruleset.Phases.Where(phase => phase != "first"))
        {
            builder.Suggestion($"sg-{phase}-1", phase).Suggestion($"sg-{phase}-2", phase);
        }

        return builder;
    }

    private static IEnumerable<string> Shown(Decision decision) => decision.Shown.Select(shown => shown.Suggestion.Id);

    private static IEnumerable<string> More(Decision decision, string phase) =>
        decision.Phases.Single(planned => planned.Phase == phase).More.Select(more => more.Suggestion.Id);
}
