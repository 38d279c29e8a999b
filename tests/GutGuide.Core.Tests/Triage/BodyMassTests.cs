using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class BodyMassTests
{
    [Theory]
    [InlineData(170, 53, true)]
    [InlineData(170, 54, false)]
    [InlineData(200, 74, false)]
    [InlineData(200, 73, true)]
    public void It_is_kilograms_by_square_meters(double centimeters, double kilograms, bool isUnderweight)
    {
        Assert.Equal(isUnderweight, IsUnderweight(("height-cm", centimeters), ("weight-kg", kilograms)));
    }

    [Theory]
    [InlineData(5, 7, 118, true)]
    [InlineData(5, 7, 119, false)]
    public void It_is_worked_out_from_feet_inches_and_pounds(double feet, double inches, double pounds, bool isUnderweight)
    {
        Assert.Equal(isUnderweight, IsUnderweight(("height-feet", feet), ("height-inches", inches), ("weight-pounds", pounds)));
    }

    [Theory]
    [InlineData(94, true)]
    [InlineData(95, false)]
    public void Blank_inches_are_none(double pounds, bool isUnderweight)
    {
        Assert.Equal(isUnderweight, IsUnderweight(("height-feet", 5), ("weight-pounds", pounds)));
    }

    [Fact]
    public void At_the_edge_it_is_not_below_it() => Assert.False(IsUnderweight(("height-cm", 200), ("weight-kg", 74)));

    [Fact]
    public void Without_a_height_it_is_unknown() => Assert.False(IsKnown(("weight-kg", 40)));

    [Fact]
    public void Without_a_weight_it_is_unknown() => Assert.False(IsKnown(("height-cm", 170)));

    [Fact]
    public void Without_feet_it_is_unknown() => Assert.False(IsKnown(("height-inches", 7), ("weight-pounds", 100)));

    [Fact]
    public void Without_pounds_it_is_unknown() => Assert.False(IsKnown(("height-feet", 5), ("height-inches", 7)));

    [Fact]
    public void With_nothing_it_is_unknown() => Assert.False(IsKnown());

    [Fact]
    public void Half_of_one_system_and_half_of_the_other_is_unknown() => Assert.False(IsKnown(("height-cm", 170), ("weight-pounds", 118)));

    [Fact]
    public void A_height_of_zero_is_unknown() => Assert.False(IsKnown(("height-cm", 0), ("weight-kg", 70)));

    [Fact]
    public void One_whole_system_is_enough_beside_half_of_the_other() =>
        Assert.True(IsUnderweight(("height-cm", 170), ("height-feet", 5), ("height-inches", 7), ("weight-pounds", 118)));

    private static bool IsKnown(params (string, Said)[] answers) => Holds(ComparisonOperator.GreaterOrEqual, 0, answers);

    private static bool IsUnderweight(params (string, Said)[] answers) => Holds(ComparisonOperator.Less, 18.5, answers);

    private static bool Holds(ComparisonOperator comparison, double number, (string, Said)[] answers) => new RulesetBuilder()
        .Integer("height-cm").Optional()
        .Integer("weight-kg").Optional()
        .Integer("height-feet").Optional()
        .Integer("height-inches").Optional()
        .Integer("weight-pounds").Optional()
        .Fact("bmi", FactKind.Low, from: new NumberSource(null, new BodyMassSource("height-cm", "weight-kg", "height-feet", "height-inches", "weight-pounds")))
        .State("sp-tested", Condition.Fact("bmi", comparison, number))
        .Assess(answers)
        .States()
        .Any();
}
