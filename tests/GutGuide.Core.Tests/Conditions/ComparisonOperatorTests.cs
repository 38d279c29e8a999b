using GutGuide.Core.Conditions;

namespace GutGuide.Core.Tests.Conditions;

public class ComparisonOperatorTests
{
    [Theory]
    [InlineData("exists", ComparisonOperator.Exists)]
    [InlineData("=", ComparisonOperator.Equal)]
    [InlineData("!=", ComparisonOperator.NotEqual)]
    [InlineData(">", ComparisonOperator.Greater)]
    [InlineData("<", ComparisonOperator.Less)]
    [InlineData(">=", ComparisonOperator.GreaterOrEqual)]
    [InlineData("<=", ComparisonOperator.LessOrEqual)]
    public void An_operator_is_read_as_FHIR_writes_it(string symbol, ComparisonOperator expected)
    {
        var known = ComparisonOperators.TryParse(symbol, out var comparison);

        Assert.True(known);
        Assert.Equal(expected, comparison);
    }

    [Theory]
    [InlineData("==")]
    [InlineData("<>")]
    [InlineData("Exists")]
    [InlineData("")]
    public void Nothing_else_is_an_operator(string symbol) => Assert.False(ComparisonOperators.TryParse(symbol, out _));

    [Fact]
    public void Every_operator_is_written_as_it_is_read()
    {
        var written = Enum.GetValues<ComparisonOperator>().Select(comparison => comparison.Symbol());

        Assert.Equal(ComparisonOperators.All, written);
    }

    [Theory]
    [InlineData(ComparisonOperator.Exists, true, true, true)]
    [InlineData(ComparisonOperator.Equal, false, true, false)]
    [InlineData(ComparisonOperator.NotEqual, true, false, true)]
    [InlineData(ComparisonOperator.Greater, false, false, true)]
    [InlineData(ComparisonOperator.Less, true, false, false)]
    [InlineData(ComparisonOperator.GreaterOrEqual, false, true, true)]
    [InlineData(ComparisonOperator.LessOrEqual, true, true, false)]
    public void A_known_number_is_compared_below_at_and_above_the_edge(ComparisonOperator comparison, bool below, bool at, bool above)
    {
        Assert.Equal(below, comparison.Holds(39, 40));
        Assert.Equal(at, comparison.Holds(40, 40));
        Assert.Equal(above, comparison.Holds(41, 40));
    }
}
