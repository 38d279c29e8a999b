using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class PlannedSuggestionTests
{
    [Fact]
    public void It_names_the_answers_that_made_it_relevant_in_questionnaire_order()
    {
        var decision = new RulesetBuilder().Points("rebalance", 3)
            .Problem("wind", "bloating", "pain")
            .Suggestion("sg-a", relevant: Condition.AnyOf(Condition.Fact("bloating"), Condition.Fact("wind"), Condition.Fact("pain")))
            .Decide(("bloating", "yes"), ("wind", "unsure"), ("pain", "no"));

        Assert.Equal(["wind", "bloating"], Only(decision).Because);
    }

    [Fact]
    public void A_section_sum_is_followed_back_to_the_answers_that_weigh()
    {
        Option[] options = [new Option("never").Weighing(0), new Option("often").Weighing(3)];
        var decision = new RulesetBuilder().Points("rebalance", 3)
            .Choice("pain", options).AddsTo("belly").Choice("wind", options).AddsTo("belly").Choice("sleep", options).AddsTo("rest")
            .Suggestion("sg-a", relevant: Condition.Section("belly", ComparisonOperator.GreaterOrEqual, 3))
            .Decide(("pain", "often"), ("wind", "never"), ("sleep", "often"));

        Assert.Equal(["pain"], Only(decision).Because);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void It_may_be_relevant_from_a_section_sum_on(int weight, bool isShown)
    {
        var decision = new RulesetBuilder().Points("rebalance", 3)
            .Choice("pain", new Option("often").Weighing(weight)).AddsTo("belly")
            .Suggestion("sg-a", relevant: Condition.Section("belly", ComparisonOperator.GreaterOrEqual, 3))
            .Decide(("pain", "often"));

        Assert.Equal(isShown, decision.Shown.Any());
    }

    [Fact]
    public void What_may_be_tried_has_nothing_to_ask_about()
    {
        var decision = AskedAbout(ask: Given.Triggers("sp-x")).Decide(("sp-x", "no"));

        Assert.Equal(SuggestionState.Ok, Only(decision).State);
        Assert.Empty(Only(decision).AskBecause);
    }

    [Fact]
    public void What_must_be_asked_about_says_why()
    {
        var decision = AskedAbout(ask: Given.Reasons(("sp-x", "Ask your kidney team."))).Decide(("sp-x", "yes"));

        Assert.Equal(SuggestionState.Ask, Only(decision).State);
        Assert.Equal([new Trigger("sp-x", "Ask your kidney team.")], Only(decision).AskBecause);
    }

    [Fact]
    public void What_everyone_must_ask_about_says_so()
    {
        var decision = AskedAbout(floor: SuggestionState.Ask).Decide();

        Assert.Equal([Trigger.Floor], Only(decision).AskBecause.Select(trigger => trigger.Id));
    }

    [Fact]
    public void Beside_a_state_the_floor_is_named_too()
    {
        var decision = AskedAbout(floor: SuggestionState.Ask, ask: Given.Triggers("sp-x")).Decide(("sp-x", "yes"));

        Assert.Equal(["sp-x", Trigger.Floor], Only(decision).AskBecause.Select(trigger => trigger.Id));
    }

    [Fact]
    public void What_only_the_tier_makes_a_matter_to_ask_about_names_what_holds_the_tier()
    {
        var decision = AskedAbout()
            .Problem("rf-x", "sp-routine").Flag("rf-x", TriageTier.Routine).State("sp-routine", floor: TriageTier.Routine)
            .Decide(("rf-x", "yes"), ("sp-routine", "yes"), ("sp-x", "yes"));

        Assert.Equal(["rf-x", "sp-routine"], Only(decision).AskBecause.Select(trigger => trigger.Id));
    }

    private static RulesetBuilder AskedAbout(SuggestionState floor = SuggestionState.Ok, TriggerSet? ask = null) => new RulesetBuilder().Points("rebalance", 3)
        .Problem("sp-x").State("sp-x")
        .Points("rebalance", 3)
        .Suggestion("sg-a", @class: "supp", floor: floor, ask: ask);

    private static PlannedSuggestion Only(Decision decision) => Assert.Single(decision.Shown);
}
