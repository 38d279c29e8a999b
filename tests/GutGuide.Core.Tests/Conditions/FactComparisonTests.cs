using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Conditions;

public class FactComparisonTests
{
    [Theory]
    [InlineData(ComparisonOperator.Equal, false, true, false)]
    [InlineData(ComparisonOperator.NotEqual, true, false, true)]
    [InlineData(ComparisonOperator.Greater, false, false, true)]
    [InlineData(ComparisonOperator.Less, true, false, false)]
    [InlineData(ComparisonOperator.GreaterOrEqual, false, true, true)]
    [InlineData(ComparisonOperator.LessOrEqual, true, true, false)]
    public void A_known_number_is_compared_below_at_and_above_the_edge(ComparisonOperator comparison, bool below, bool at, bool above)
    {
        var when = Condition.Fact("age", comparison, 40);

        Assert.Equal(below, Holds(FactKind.Age, when, 39));
        Assert.Equal(at, Holds(FactKind.Age, when, 40));
        Assert.Equal(above, Holds(FactKind.Age, when, 41));
    }

    [Theory]
    [InlineData(ComparisonOperator.Exists)]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.NotEqual)]
    [InlineData(ComparisonOperator.Greater)]
    [InlineData(ComparisonOperator.Less)]
    [InlineData(ComparisonOperator.GreaterOrEqual)]
    [InlineData(ComparisonOperator.LessOrEqual)]
    public void No_comparison_with_an_unknown_number_holds(ComparisonOperator comparison)
    {
        var when = Condition.Fact("age", comparison, 0);

        Assert.False(Holds(FactKind.Age, when, null));
    }

    [Theory]
    [InlineData(FactKind.Count)]
    [InlineData(FactKind.Score)]
    public void A_count_or_score_that_nobody_spoke_of_is_zero(FactKind kind)
    {
        Assert.True(Holds(kind, Condition.Fact("age", ComparisonOperator.Equal, 0), null));
        Assert.False(Holds(kind, Condition.Fact("age", ComparisonOperator.Greater, 0), null));
    }

    [Theory]
    [InlineData(FactKind.Low)]
    [InlineData(FactKind.Age)]
    public void A_low_number_or_age_that_nobody_spoke_of_is_unknown(FactKind kind)
    {
        Assert.False(Holds(kind, Condition.Fact("age", ComparisonOperator.LessOrEqual, 0), null));
        Assert.False(Holds(kind, Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 0), null));
    }

    [Fact]
    public void A_number_exists_once_it_is_known()
    {
        var when = new Comparison(Subject.Fact, "age", ComparisonOperator.Exists, null, null);

        Assert.True(Holds(FactKind.Age, when, 18));
    }

    [Theory]
    [InlineData("never", true)]
    [InlineData("diagnosed", false)]
    public void Equal_holds_for_the_code_that_was_said(string said, bool expected)
    {
        var when = Condition.Fact("coeliac_test", ComparisonOperator.Equal, "never");

        Assert.Equal(expected, HoldsOfCode(when, ("coeliac", said)));
    }

    [Theory]
    [InlineData("never", false)]
    [InlineData("diagnosed", true)]
    public void Not_equal_holds_for_every_other_code(string said, bool expected)
    {
        var when = Condition.Fact("coeliac_test", ComparisonOperator.NotEqual, "never");

        Assert.Equal(expected, HoldsOfCode(when, ("coeliac", said)));
    }

    [Fact]
    public void A_code_that_nobody_spoke_of_equals_none()
    {
        var when = Condition.Fact("coeliac_test", ComparisonOperator.Equal, "never");

        Assert.False(HoldsOfCode(when));
    }

    [Fact]
    public void A_code_that_nobody_spoke_of_differs_from_each()
    {
        var when = Condition.Fact("coeliac_test", ComparisonOperator.NotEqual, "never");

        Assert.True(HoldsOfCode(when));
    }

    private static bool Holds(FactKind kind, Condition when, double? number) => new RulesetBuilder()
        .Number("age", kind)
        .State("sp-tested", when)
        .Assess(number is { } known ? [("age", known)] : [])
        .States()
        .Any();

    private static bool HoldsOfCode(Condition when, params (string, Said)[] answers) => new RulesetBuilder()
        .Fact("coeliac_test", FactKind.Code, values: ["never", "diagnosed"])
        .Choice("coeliac", new Option("never").Sets("coeliac_test", "never"), new Option("diagnosed").Sets("coeliac_test", "diagnosed")).Optional()
        .State("sp-tested", when)
        .Assess(answers)
        .States()
        .Any();
}
