using GutGuide.Core.Conditions;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Conditions;

public class JoinedConditionTests
{
    [Theory]
    [InlineData("no", "no", false)]
    [InlineData("yes", "no", false)]
    [InlineData("no", "yes", false)]
    [InlineData("yes", "yes", true)]
    public void All_holds_when_every_part_does(string fever, string pain, bool expected)
    {
        var when = Condition.AllOf(Condition.Fact("fever"), Condition.Fact("pain"));

        Assert.Equal(expected, Holds(when, ("fever", fever), ("pain", pain)));
    }

    [Theory]
    [InlineData("no", "no", false)]
    [InlineData("yes", "no", true)]
    [InlineData("no", "yes", true)]
    [InlineData("yes", "yes", true)]
    public void Any_holds_when_one_part_does(string fever, string pain, bool expected)
    {
        var when = Condition.AnyOf(Condition.Fact("fever"), Condition.Fact("pain"));

        Assert.Equal(expected, Holds(when, ("fever", fever), ("pain", pain)));
    }

    [Theory]
    [InlineData("yes", "yes", "no", true)]
    [InlineData("yes", "no", "yes", true)]
    [InlineData("yes", "no", "no", false)]
    [InlineData("no", "yes", "yes", false)]
    public void Parts_may_be_joined_themselves(string fever, string pain, string wl, bool expected)
    {
        var when = Condition.AllOf(Condition.Fact("fever"), Condition.AnyOf(Condition.Fact("pain"), Condition.Fact("wl")));

        Assert.Equal(expected, Holds(when, ("fever", fever), ("pain", pain), ("wl", wl)));
    }

    private static bool Holds(Condition when, params (string, Said)[] answers) =>
        new RulesetBuilder().Problem("fever", "pain", "wl").State("sp-tested", when).Assess(answers).States().Any();
}
