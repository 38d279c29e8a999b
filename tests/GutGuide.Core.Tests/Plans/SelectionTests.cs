using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

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
    public void A_phase_shows_two_at_most()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "remove")
            .Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
    }

    [Fact]
    public void Tests_and_talks_are_three_at_most()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "first", "test").Suggestion("sg-b", "first", "talk").Suggestion("sg-c", "first", "test").Suggestion("sg-d", "first", "test")
            .Decide();

        Assert.Equal(["sg-a", "sg-b", "sg-c"], Shown(decision));
    }

    [Fact]
    public void Seven_are_shown_in_all()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor()).Decide();

        Assert.Equal(7, decision.Shown.Count());
    }

    [Fact]
    public void The_least_pressing_phases_go_without_when_seven_are_shown()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor().TieOrder("repair", "rebalance", "replace", "reinoculate", "remove")).Decide();

        Assert.Equal(
            ["sg-reinoculate-1", "sg-replace-1", "sg-replace-2", "sg-repair-1", "sg-repair-2", "sg-rebalance-1", "sg-rebalance-2"],
            OrderedByPhase(decision));
    }

    [Fact]
    public void Tests_and_talks_count_among_the_seven()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor()
                .Suggestion("sg-first-1", "first", "test").Suggestion("sg-first-2", "first", "test").Suggestion("sg-first-3", "first", "talk"))
            .Decide();

        Assert.Equal(7, decision.Shown.Count());
        Assert.Equal(3, Phase(decision, "first").Suggestions.Count);
    }

    [Fact]
    public void Supplements_are_two_at_most_over_all_phases()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", "supp").Suggestion("sg-b", "replace", "enzyme").Suggestion("sg-c", "repair", "herb").Suggestion("sg-d", "repair", "basic")
            .Decide();

        Assert.Equal(["sg-a", "sg-b", "sg-d"], Shown(decision));
    }

    [Fact]
    public void Supplements_to_ask_about_count_among_the_two()
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
    public void What_may_be_tried_is_chosen_before_what_must_be_asked_about()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-ask", order: 1, floor: SuggestionState.Ask).Suggestion("sg-b", order: 2).Suggestion("sg-c", order: 3)
            .Decide();

        Assert.Equal(["sg-b", "sg-c"], Shown(decision));
    }

    [Fact]
    public void What_must_be_asked_about_stands_last_when_there_is_room()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-ask", order: 1, floor: SuggestionState.Ask).Suggestion("sg-b", order: 2).Decide();

        Assert.Equal(["sg-b", "sg-ask"], Shown(decision));
    }

    [Fact]
    public void Inside_a_phase_the_lower_order_comes_first()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", order: 30).Suggestion("sg-b", order: 10).Suggestion("sg-c", order: 20).Decide();

        Assert.Equal(["sg-b", "sg-c"], Shown(decision));
    }

    [Fact]
    public void Of_the_same_order_the_first_by_name_comes_first()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-c", order: 1).Suggestion("sg-a", order: 1).Suggestion("sg-b", order: 1).Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
    }

    [Fact]
    public void A_phase_that_is_not_needed_shows_nothing()
    {
        var decision = new RulesetBuilder()
            .Points("remove", 5)
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "repair")
            .Decide();

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void A_plan_has_its_six_parts_in_reading_order_empty_ones_included()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", "repair").Decide();

        Assert.Equal(["first", "remove", "replace", "reinoculate", "repair", "rebalance"], decision.Phases.Select(phase => phase.Phase));
    }

    [Theory]
    [InlineData("rebalance", "basic", false)]
    [InlineData("first", "test", true)]
    public void Tests_and_talks_are_marked_to_start_with_only_when_there_are_any(string phase, string @class, bool areThere)
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", phase, @class).Decide();

        Assert.Equal(areThere ? PhasePriority.Start : PhasePriority.NotNeeded, Phase(decision, "first").Priority);
    }

    [Fact]
    public void A_pinned_suggestion_stands_first_whatever_its_order()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-a", order: 1).Suggestion("sg-pinned", order: 99, pinned: true).Decide();

        Assert.Equal(["sg-pinned", "sg-a"], Shown(decision));
    }

    [Fact]
    public void A_pinned_suggestion_is_shown_beyond_every_limit()
    {
        var decision = TwoInEveryPhase(EveryPhaseCalledFor())
            .Suggestion("sg-p1", "remove", "restrict", pinned: true).Suggestion("sg-p2", "remove", "restrict", pinned: true)
            .Suggestion("sg-p3", "remove", "supp", pinned: true).Suggestion("sg-p4", "remove", "supp", pinned: true)
            .Suggestion("sg-p5", "remove", "supp", pinned: true).Suggestion("sg-p6", "remove", pinned: true)
            .Suggestion("sg-p7", "remove", pinned: true).Suggestion("sg-p8", "remove", pinned: true)
            .Decide();

        Assert.Equal(["sg-p1", "sg-p2", "sg-p3", "sg-p4", "sg-p5", "sg-p6", "sg-p7", "sg-p8"], Shown(decision));
    }

    [Fact]
    public void A_pinned_suggestion_is_shown_even_in_a_phase_that_is_not_needed()
    {
        var decision = new RulesetBuilder().Points("remove", 5).Suggestion("sg-a", "remove").Suggestion("sg-pinned", "repair", pinned: true).Decide();

        Assert.Contains("sg-pinned", Shown(decision));
    }

    [Fact]
    public void A_pinned_suggestion_that_does_not_fit_is_not_shown()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-pinned", pinned: true, relevant: Given.Never).Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    public void A_pinned_suggestion_that_is_ruled_out_is_not_shown()
    {
        var decision = EveryPhaseCalledFor().Suggestion("sg-pinned", pinned: true, floor: SuggestionState.Never).Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    public void Pinned_suggestions_use_up_the_limits_of_the_rest()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-p1", "remove", "supp", pinned: true).Suggestion("sg-p2", "remove", "supp", pinned: true)
            .Suggestion("sg-c", "remove").Suggestion("sg-d", "repair", "supp").Suggestion("sg-e", "repair")
            .Decide();

        Assert.Equal(["sg-p1", "sg-p2", "sg-e"], Shown(decision));
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

    private static PlannedPhase Phase(Decision decision, string phase) => decision.Phases.Single(planned => planned.Phase == phase);

    private static IEnumerable<string> Shown(Decision decision) => decision.Shown.Select(shown => shown.Suggestion.Id);

    private static IEnumerable<string> OrderedByPhase(Decision decision) => Shown(decision)
        .OrderBy(id => Array.IndexOf(["reinoculate", "replace", "repair", "rebalance"], id.Split('-')[1]))
        .ThenBy(id => id, StringComparer.Ordinal);
}
