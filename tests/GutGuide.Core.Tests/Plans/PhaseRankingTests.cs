using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class PhaseRankingTests
{
    [Theory]
    [InlineData(0, PhasePriority.NotNeeded)]
    [InlineData(1, PhasePriority.Later)]
    [InlineData(2, PhasePriority.Later)]
    [InlineData(3, PhasePriority.Start)]
    [InlineData(4, PhasePriority.Start)]
    [InlineData(5, PhasePriority.Start)]
    public void The_first_phase_is_where_to_start_from_the_bar_for_next(int points, PhasePriority expected)
    {
        var decision = Bars().Points("remove", points).Decide();

        Assert.Equal(expected, PriorityOf(decision, "remove"));
    }

    [Theory]
    [InlineData(0, PhasePriority.NotNeeded)]
    [InlineData(1, PhasePriority.Later)]
    [InlineData(2, PhasePriority.Later)]
    [InlineData(3, PhasePriority.Next)]
    [InlineData(4, PhasePriority.Next)]
    [InlineData(8, PhasePriority.Next)]
    public void A_phase_behind_it_is_next_or_later_by_its_points(int points, PhasePriority expected)
    {
        var decision = Bars().Points("remove", 9).Points("repair", points).Decide();

        Assert.Equal(expected, PriorityOf(decision, "repair"));
    }

    [Theory]
    [InlineData(4, PhasePriority.Next)]
    [InlineData(5, PhasePriority.Start)]
    [InlineData(6, PhasePriority.Start)]
    public void A_tie_makes_two_places_to_start_from_the_start_bar_on(int points, PhasePriority second)
    {
        var decision = Bars().Points("remove", points).Points("repair", points).Decide();

        Assert.Equal(PhasePriority.Start, PriorityOf(decision, "remove"));
        Assert.Equal(second, PriorityOf(decision, "repair"));
    }

    [Fact]
    public void A_third_in_a_tie_is_next()
    {
        var decision = Bars().Points("remove", 6).Points("replace", 6).Points("repair", 6).Decide();

        Assert.Equal(PhasePriority.Next, PriorityOf(decision, "repair"));
    }

    [Fact]
    public void A_tie_is_broken_by_the_tie_order()
    {
        var decision = Bars().TieOrder("repair", "remove").Points("remove", 3).Points("repair", 3).Decide();

        Assert.Equal(PhasePriority.Start, PriorityOf(decision, "repair"));
        Assert.Equal(PhasePriority.Next, PriorityOf(decision, "remove"));
    }

    [Fact]
    public void Phases_of_one_priority_stand_in_the_tie_order_whatever_their_points()
    {
        var decision = Bars().TieOrder("repair", "remove", "replace").Points("replace", 9).Points("remove", 4).Points("repair", 3)
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "repair").Conflict("cf-1", "sg-a", "sg-b")
            .Decide();

        Assert.Equal(["sg-b"], decision.Shown.Select(shown => shown.Suggestion.Id));
    }

    [Theory]
    [InlineData("energy", PhasePriority.Start)]
    [InlineData("pain", PhasePriority.NotNeeded)]
    public void A_wish_gives_points_to_a_phase_with_a_habit_for_it(string goal, PhasePriority expected)
    {
        var decision = Wishing(3).Suggestion("sg-a", "repair", goals: ["energy"]).Decide(("goal", goal));

        Assert.Equal(expected, PriorityOf(decision, "repair"));
    }

    [Fact]
    public void A_wish_is_the_first_reason_of_its_phase()
    {
        var decision = Wishing(3).Points("repair", 4, plain: "a lot").Suggestion("sg-a", "repair", goals: ["energy"]).Decide(("goal", "energy"));

        Assert.Equal(["it is what you want", "a lot"], decision.Phases.Single(phase => phase.Phase == "repair").Because);
    }

    [Theory]
    [InlineData("supp", SuggestionState.Ok)]
    [InlineData("restrict", SuggestionState.Ok)]
    [InlineData("basic", SuggestionState.Ask)]
    [InlineData("basic", SuggestionState.Never)]
    public void A_wish_counts_only_where_a_habit_for_it_may_be_tried(string @class, SuggestionState floor)
    {
        var decision = Wishing(3).Suggestion("sg-a", "repair", @class, floor, goals: ["energy"]).Decide(("goal", "energy"));

        Assert.Equal(PhasePriority.NotNeeded, PriorityOf(decision, "repair"));
    }

    [Fact]
    public void Two_habits_for_a_wish_count_once()
    {
        var decision = Wishing(2).Suggestion("sg-a", "repair", goals: ["energy"]).Suggestion("sg-b", "repair", goals: ["energy"]).Decide(("goal", "energy"));

        Assert.Equal(PhasePriority.Later, PriorityOf(decision, "repair"));
    }

    [Fact]
    public void Of_equal_points_the_wish_goes_first()
    {
        var decision = Wishing(3).TieOrder("remove", "repair").Points("remove", 3).Suggestion("sg-a", "repair", goals: ["energy"]).Decide(("goal", "energy"));

        Assert.Equal(PhasePriority.Start, PriorityOf(decision, "repair"));
        Assert.Equal(PhasePriority.Next, PriorityOf(decision, "remove"));
    }

    [Fact]
    public void A_wish_changes_no_state()
    {
        var builder = Wishing(3).Suggestion("sg-a", "repair", goals: ["energy"]).Suggestion("sg-b", "remove", floor: SuggestionState.Ask, goals: ["energy"]);

        Assert.Equal(builder.Decide(("goal", "pain")).SuggestionStates, builder.Decide(("goal", "energy")).SuggestionStates);
    }

    [Theory]
    [InlineData("yes", PhasePriority.Start)]
    [InlineData("unsure", PhasePriority.Start)]
    [InlineData("no", PhasePriority.NotNeeded)]
    public void Points_count_when_their_condition_holds(string said, PhasePriority expected)
    {
        var decision = Bars().Problem("reflux").Points("replace", 3, Condition.Fact("reflux")).Decide(("reflux", said));

        Assert.Equal(expected, PriorityOf(decision, "replace"));
    }

    [Theory]
    [InlineData(3, PhasePriority.NotNeeded)]
    [InlineData(4, PhasePriority.Start)]
    public void Points_may_rest_on_a_section_sum(int weight, PhasePriority expected)
    {
        var decision = Bars()
            .Choice("pain", new Option("often").Weighing(weight)).AddsTo("belly")
            .Points("remove", 3, Condition.Section("belly", ComparisonOperator.GreaterOrEqual, 4))
            .Decide(("pain", "often"));

        Assert.Equal(expected, PriorityOf(decision, "remove"));
    }

    [Fact]
    public void The_points_of_a_phase_add_up()
    {
        var decision = Bars().Points("remove", 1).Points("remove", 2).Decide();

        Assert.Equal(PhasePriority.Start, PriorityOf(decision, "remove"));
    }

    [Fact]
    public void The_reasons_of_a_phase_are_those_that_hold_weightiest_first()
    {
        var decision = Bars()
            .Points("remove", 1, plain: "a little").Points("remove", 3, plain: "a lot").Points("remove", 9, Given.Never, plain: "not so").Points("repair", 1, plain: "elsewhere")
            .Decide();

        Assert.Equal(["a lot", "a little"], decision.Phases.Single(phase => phase.Phase == "remove").Because);
    }

    [Theory]
    [InlineData(TriageTier.SelfCare)]
    [InlineData(TriageTier.Routine)]
    [InlineData(TriageTier.Soon)]
    public void The_tier_does_not_touch_the_order_of_the_phases(TriageTier tier)
    {
        var decision = Bars()
            .Problem("rf-x").Flag("rf-x", tier)
            .Points("remove", 5).Points("repair", 3).Points("replace", 1)
            .Decide(("rf-x", "yes"));

        Assert.Equal(
            [PhasePriority.NotNeeded, PhasePriority.Start, PhasePriority.Later, PhasePriority.NotNeeded, PhasePriority.Next, PhasePriority.NotNeeded],
            decision.Phases.Select(phase => phase.Priority));
    }

    private static RulesetBuilder Wishing(int points) => Bars().Goal(points, "energy", "pain");

    private static RulesetBuilder Bars() => new RulesetBuilder().Bars(start: 5, next: 3, later: 1);

    private static PhasePriority PriorityOf(Decision decision, string phase) => decision.Phases.Single(planned => planned.Phase == phase).Priority;
}
