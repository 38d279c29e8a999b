using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What each tier lets onto the page. Source: safety rule base 1.2 and 1.3.</summary>
public class TierGateTests
{
    private static readonly string[] AllClasses =
        ["test", "talk", "basic", "mind", "move", "food-add", "swap", "food-live", "restrict", "fast", "supp", "enzyme", "live", "herb", "acid"];

    [Theory]
    [InlineData(TriageTier.Emergency)]
    [InlineData(TriageTier.Urgent)]
    public void At_the_two_highest_tiers_nothing_stands_beside_the_card(TriageTier tier)
    {
        var decision = EveryClass()
            .Class("oddly-allowed", caps: [(TriageTier.Urgent, TierCap.Ok), (TriageTier.Emergency, TierCap.Ok)])
            .Suggestion("sg-odd", @class: "oddly-allowed", pinned: true, firstStep: true)
            .Flag("rf-x", tier)
            .Decide(("rf-x", "yes"));

        Assert.Empty(decision.Phases);
        Assert.Empty(decision.HeldBack);
        Assert.Null(decision.FirstStep);
    }

    [Theory]
    [InlineData(TriageTier.Emergency, SuggestionState.Never)]
    [InlineData(TriageTier.Urgent, SuggestionState.Never)]
    [InlineData(TriageTier.Soon, SuggestionState.Ok)]
    [InlineData(TriageTier.Routine, SuggestionState.Ok)]
    public void A_basic_is_ok_up_to_soon(TriageTier tier, SuggestionState expected)
    {
        var decision = EveryClass().Flag("rf-x", tier).Decide(("rf-x", "yes"));

        Assert.Equal(expected, decision.SuggestionStates["sg-basic"]);
    }

    [Fact]
    public void At_soon_only_tests_talks_basics_calm_and_movement_are_shown()
    {
        var decision = EveryClass().Flag("rf-x", TriageTier.Soon).Decide(("rf-x", "yes"));

        Assert.Equal(["basic", "mind", "move", "talk", "test"], decision.Offered.Select(shown => shown.Suggestion.Class).Order());
    }

    [Fact]
    public void At_routine_what_is_sold_or_restricts_is_only_a_matter_to_ask_about()
    {
        var decision = EveryClass().Flag("rf-x", TriageTier.Routine).Decide(("rf-x", "yes"));

        var asked = decision.Offered.Where(shown => shown.State == SuggestionState.Ask).Select(shown => shown.Suggestion.Class);
        Assert.Equal(["acid", "enzyme", "fast", "food-live", "herb", "live", "restrict", "supp"], asked.Order());
    }

    [Fact]
    public void At_self_care_every_class_may_be_tried()
    {
        var decision = EveryClass().Flag("rf-x", TriageTier.Soon).Decide(("rf-x", "no"));

        Assert.Equal(AllClasses.Length, decision.Offered.Count(shown => shown.State == SuggestionState.Ok));
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Under_18_there_is_no_plan(double age, bool hasPlan)
    {
        var decision = EveryClass()
            .Flag("rf-x", TriageTier.Soon)
            .Number("age", FactKind.Age)
            .State("sp-under18", Condition.Fact("age", ComparisonOperator.Less, 18))
            .Decide(("age", age));

        Assert.Equal(hasPlan, decision.Phases.Count > 0);
        Assert.Equal(hasPlan, decision.Shown.Any());
    }

    [Fact]
    public void Under_18_nothing_is_held_back_and_no_step_is_named()
    {
        var decision = new RulesetBuilder()
            .Number("age", FactKind.Age)
            .State("sp-under18", Condition.Fact("age", ComparisonOperator.Less, 18))
            .Suggestion("sg-a", firstStep: true)
            .Suggestion("sg-b", never: Given.Triggers("sp-under18"))
            .Decide(("age", 17));

        Assert.Empty(decision.HeldBack);
        Assert.Null(decision.FirstStep);
    }

    [Theory]
    [InlineData("child", false)]
    [InlineData("me", true)]
    public void A_care_card_that_ended_the_questions_stands_instead_of_a_plan(string who, bool hasPlan)
    {
        var decision = new RulesetBuilder().Points("rebalance", 3)
            .Choice("who", "me", "child")
            .Stop(Condition.Question("who", "child"))
            .Suggestion("sg-a", firstStep: true)
            .Decide(("who", who));

        Assert.Equal(hasPlan, decision.Shown.Any());
        Assert.Equal(hasPlan, decision.FirstStep is not null);
        Assert.Equal(hasPlan, decision.StopCard is null);
    }

    private static RulesetBuilder EveryClass()
    {
        var builder = new RulesetBuilder().Points("rebalance", 3).Problem("rf-x");
        foreach (var @class in AllClasses)
        {
            builder.Suggestion($"sg-{@class}", @class: @class);
        }

        return builder;
    }
}
