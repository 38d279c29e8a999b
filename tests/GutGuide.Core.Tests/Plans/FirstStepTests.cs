using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class FirstStepTests
{
    [Fact]
    public void It_is_the_first_that_is_shown_and_may_be_one()
    {
        var decision = CalledFor().Suggestion("sg-a", "remove").Suggestion("sg-b", "remove", firstStep: true).Suggestion("sg-c", "repair", firstStep: true).Decide();

        Assert.Equal("sg-b", decision.FirstStep);
    }

    [Fact]
    public void It_comes_from_the_phase_to_start_with()
    {
        var decision = CalledFor().Points("repair", 9).Suggestion("sg-a", "remove", firstStep: true).Suggestion("sg-b", "repair", firstStep: true).Decide();

        Assert.Equal("sg-b", decision.FirstStep);
    }

    [Fact]
    public void A_test_or_talk_comes_before_the_phases()
    {
        var decision = CalledFor().Suggestion("sg-a", "remove", firstStep: true).Suggestion("sg-b", "first", "test", firstStep: true).Decide();

        Assert.Equal("sg-b", decision.FirstStep);
    }

    [Fact]
    public void What_must_be_asked_about_is_no_first_step()
    {
        var decision = CalledFor().Suggestion("sg-a", "remove", floor: SuggestionState.Ask, firstStep: true).Decide();

        Assert.Null(decision.FirstStep);
    }

    [Fact]
    public void What_is_not_shown_is_no_first_step()
    {
        var decision = CalledFor().Suggestion("sg-a", "remove", firstStep: true, relevant: Given.Never).Decide();

        Assert.Null(decision.FirstStep);
    }

    [Theory]
    [InlineData("yes", "sg-a")]
    [InlineData("unsure", "sg-a")]
    [InlineData("no", "sg-b")]
    public void It_may_be_narrowed_to_some_people(string said, string expected)
    {
        var decision = CalledFor()
            .Problem("smokes")
            .Suggestion("sg-a", "remove", firstStep: true, firstStepWhen: Condition.Fact("smokes")).Suggestion("sg-b", "repair", firstStep: true)
            .Decide(("smokes", said));

        Assert.Equal(expected, decision.FirstStep);
    }

    [Fact]
    public void With_nothing_shown_there_is_none() => Assert.Null(CalledFor().Decide().FirstStep);

    private static RulesetBuilder CalledFor() => new RulesetBuilder().Points("remove", 3).Points("repair", 3);
}
