using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>Which candidate of a phase stands before which. Source: safety rule base sel-3.</summary>
public class CandidateOrderTests
{
    [Fact]
    public void What_may_be_tried_stands_before_what_must_be_asked_about() =>
        Assert.Equal(["sg-product", "sg-ask"], Order(Phase().Suggestion("sg-ask", floor: SuggestionState.Ask).Suggestion("sg-product", @class: "supp")));

    [Fact]
    public void A_habit_stands_before_a_product_and_a_product_before_a_diet() =>
        Assert.Equal(["sg-habit", "sg-product", "sg-diet"], Order(Phase().Suggestion("sg-diet", @class: "restrict").Suggestion("sg-product", @class: "herb").Suggestion("sg-habit", @class: "swap")));

    [Fact]
    public void What_is_pinned_stands_before_a_first_step() =>
        Assert.Equal(["sg-pinned", "sg-step"], Order(Phase().Suggestion("sg-step", firstStep: true).Suggestion("sg-pinned", pinned: true)));

    [Fact]
    public void A_first_step_stands_before_what_speaks_for_the_wish() =>
        Assert.Equal(["sg-step", "sg-wish"], Order(Phase().Suggestion("sg-wish", goals: ["energy"]).Suggestion("sg-step", firstStep: true)));

    [Fact]
    public void What_speaks_for_the_wish_stands_before_a_better_grade() =>
        Assert.Equal(["sg-wish", "sg-grade"], Order(Phase().Suggestion("sg-grade", grade: "A").Suggestion("sg-wish", grade: "C", goals: ["energy"])));

    [Fact]
    public void What_speaks_for_another_wish_does_not() =>
        Assert.Equal(["sg-grade", "sg-wish"], Order(Phase().Suggestion("sg-grade", grade: "A").Suggestion("sg-wish", grade: "C", goals: ["pain"])));

    [Fact]
    public void A_better_grade_stands_before_a_lower_order() =>
        Assert.Equal(["sg-a", "sg-b"], Order(Phase().Suggestion("sg-b", grade: "B", order: 1).Suggestion("sg-a", grade: "A", order: 2)));

    [Fact]
    public void Then_the_lower_order_comes_first() =>
        Assert.Equal(["sg-b", "sg-c", "sg-a"], Order(Phase().Suggestion("sg-a", order: 30).Suggestion("sg-b", order: 10).Suggestion("sg-c", order: 20)));

    [Fact]
    public void Last_comes_the_name() =>
        Assert.Equal(["sg-a", "sg-b", "sg-c"], Order(Phase().Suggestion("sg-c", order: 1).Suggestion("sg-a", order: 1).Suggestion("sg-b", order: 1)));

    private static RulesetBuilder Phase() => new RulesetBuilder().Points("rebalance", 3).Goal(1, "energy", "pain");

    private static IEnumerable<string> Order(RulesetBuilder builder) => builder.Decide(("goal", "energy")).Offered.Select(offered => offered.Suggestion.Id);
}
