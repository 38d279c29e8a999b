using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class HeldBackTests
{
    [Fact]
    public void What_may_be_shown_is_not_held_back()
    {
        var decision = WithState().Suggestion("sg-a", never: Given.Triggers("sp-x")).Decide(("sp-x", "no"));

        Assert.Empty(decision.HeldBack);
    }

    [Fact]
    public void What_is_ruled_out_is_held_back_with_the_reason()
    {
        var decision = WithState().Suggestion("sg-a", never: Given.Reasons(("sp-x", "Fiber can get stuck."))).Decide(("sp-x", "yes"));

        Assert.Equal([new Trigger("sp-x", "Fiber can get stuck.")], Only(decision).Because);
    }

    [Fact]
    public void A_reason_of_the_row_is_preferred_to_that_of_its_class()
    {
        var decision = WithState()
            .Class("supp", never: Given.Reasons(("sp-x", "Class words.")))
            .Suggestion("sg-a", @class: "supp", never: Given.Reasons(("sp-x", "Row words.")))
            .Decide(("sp-x", "yes"));

        Assert.Equal([new Trigger("sp-x", "Row words.")], Only(decision).Because);
    }

    [Fact]
    public void A_reason_of_the_class_stands_in_for_a_row_without_words()
    {
        var decision = WithState()
            .Class("supp", never: Given.Reasons(("sp-x", "Class words.")))
            .Suggestion("sg-a", @class: "supp", never: Given.Reasons(("sp-x", "")))
            .Decide(("sp-x", "yes"));

        Assert.Equal([new Trigger("sp-x", "Class words.")], Only(decision).Because);
    }

    [Fact]
    public void Every_reason_is_listed_states_then_flags_then_hard_rules()
    {
        var decision = WithState()
            .Problem("rf-x").Flag("rf-x", TriageTier.Routine)
            .HardRule("hr-1", Condition.State("sp-x"), never: ["sg-a"])
            .Suggestion("sg-a", never: Given.Triggers("rf-x", "sp-x"))
            .Decide(("sp-x", "yes"), ("rf-x", "yes"));

        Assert.Equal(["sp-x", "rf-x", "hr-1"], Only(decision).Because.Select(trigger => trigger.Id));
    }

    [Fact]
    public void A_reason_only_to_ask_first_is_no_reason_to_hold_back()
    {
        var decision = WithState()
            .State("sp-y", Condition.Fact("sp-x"))
            .Suggestion("sg-a", never: Given.Triggers("sp-x"), ask: Given.Triggers("sp-y"))
            .Decide(("sp-x", "yes"));

        Assert.Equal(["sp-x"], Only(decision).Because.Select(trigger => trigger.Id));
    }

    [Fact]
    public void A_hard_rule_gives_its_own_words()
    {
        var decision = WithState().HardRule("hr-1", Condition.State("sp-x"), never: ["sg-a"]).Suggestion("sg-a").Decide(("sp-x", "yes"));

        Assert.Equal([new Trigger("hr-1", "Rule hr-1.")], Only(decision).Because);
    }

    [Fact]
    public void What_nobody_may_be_shown_is_held_back_by_its_floor()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a", floor: SuggestionState.Never).Decide();

        Assert.Equal([Trigger.Floor], Only(decision).Because.Select(trigger => trigger.Id));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void What_is_ruled_out_is_listed_whether_or_not_it_fits(string bloating, bool isRelevant)
    {
        var decision = WithState()
            .Problem("bloating")
            .Suggestion("sg-a", never: Given.Triggers("sp-x"), relevant: Condition.Fact("bloating"))
            .Decide(("sp-x", "yes"), ("bloating", bloating));

        Assert.Equal(isRelevant, Only(decision).Relevant);
    }

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("no", 0)]
    public void What_only_the_tier_hides_is_listed_when_it_fits(string bloating, int listed)
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x", "bloating").Flag("rf-x", TriageTier.Soon)
            .Suggestion("sg-a", @class: "supp", relevant: Condition.Fact("bloating"))
            .Decide(("rf-x", "yes"), ("bloating", bloating));

        Assert.Equal(listed, decision.HeldBack.Count);
    }

    [Fact]
    public void What_the_tier_hides_names_the_flags_and_states_that_hold_the_tier_there()
    {
        var decision = new RulesetBuilder()
            .Problem("rf-soon", "rf-routine", "sp-soon", "sp-routine")
            .Flag("rf-routine", TriageTier.Routine).Flag("rf-soon", TriageTier.Soon)
            .State("sp-routine", floor: TriageTier.Routine).State("sp-soon", floor: TriageTier.Soon)
            .Suggestion("sg-a", @class: "supp")
            .Decide(("rf-soon", "yes"), ("rf-routine", "yes"), ("sp-soon", "yes"), ("sp-routine", "yes"));

        Assert.Equal(["rf-soon", "sp-soon"], Only(decision).Because.Select(trigger => trigger.Id));
    }

    [Fact]
    public void A_rule_that_rules_it_out_is_named_before_the_tier()
    {
        var decision = WithState()
            .Problem("rf-x").Flag("rf-x", TriageTier.Soon)
            .Suggestion("sg-a", @class: "supp", never: Given.Triggers("sp-x"))
            .Decide(("sp-x", "yes"), ("rf-x", "yes"));

        Assert.Equal(["sp-x"], Only(decision).Because.Select(trigger => trigger.Id));
    }

    [Fact]
    public void A_tier_that_makes_it_a_matter_to_ask_about_holds_nothing_back()
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x").Flag("rf-x", TriageTier.Routine)
            .Suggestion("sg-a", @class: "supp")
            .Decide(("rf-x", "yes"));

        Assert.Empty(decision.HeldBack);
    }

    [Fact]
    public void What_the_limits_leave_out_is_not_held_back()
    {
        var decision = new RulesetBuilder().Points("rebalance", 3).Suggestion("sg-a").Suggestion("sg-b").Suggestion("sg-c").Decide();

        Assert.Empty(decision.HeldBack);
    }

    [Theory]
    [InlineData(SuggestionState.Ok, "sg-b")]
    [InlineData(SuggestionState.Ask, null)]
    [InlineData(SuggestionState.Never, null)]
    public void Another_is_offered_instead_only_when_it_may_be_tried(SuggestionState floor, string? expected)
    {
        var decision = WithState()
            .Suggestion("sg-a", never: Given.Triggers("sp-x"), substitute: "sg-b").Suggestion("sg-b", floor: floor)
            .Decide(("sp-x", "yes"));

        Assert.Equal(expected, decision.HeldBack.First(held => held.Suggestion.Id == "sg-a").Substitute?.Id);
    }

    [Fact]
    public void Another_that_the_tier_hides_is_not_offered_instead()
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x").Flag("rf-x", TriageTier.Soon)
            .Suggestion("sg-a", @class: "herb", substitute: "sg-b").Suggestion("sg-b", @class: "supp", relevant: Given.Never)
            .Decide(("rf-x", "yes"));

        Assert.Null(Only(decision).Substitute);
    }

    private static RulesetBuilder WithState() => new RulesetBuilder().Problem("sp-x").State("sp-x");

    private static HeldBack Only(Decision decision) => Assert.Single(decision.HeldBack);
}
