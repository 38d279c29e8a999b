using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>A short plan for people whom a long one may harm, and what is only for reading. Source: safety rule base sel-14, hr-16.</summary>
public class GentlePlanTests
{
    [Theory]
    [InlineData("yes", 4)]
    [InlineData("unsure", 4)]
    [InlineData("no", 8)]
    public void It_holds_four_items(string said, int expected)
    {
        var decision = Plan().Decide(("sp-ed", said));

        Assert.Equal(expected, decision.FivePhases.Sum(phase => phase.Suggestions.Count));
    }

    [Fact]
    public void Phases_beyond_its_places_say_that_others_come_first()
    {
        var decision = Plan().Decide(("sp-ed", "yes"));

        Assert.Equal(EmptyReason.Limit, Assert.Single(decision.FivePhases, phase => phase.Suggestions.Count == 0).Empty);
    }

    [Fact]
    public void It_lists_nothing_more() => Assert.All(Plan().Decide(("sp-ed", "yes")).Phases, phase => Assert.Empty(phase.More));

    [Theory]
    [InlineData("yes", "sg-help")]
    [InlineData("no", "sg-test")]
    public void Help_stands_first_among_tests_and_talks(string said, string expected)
    {
        var decision = Plan().Gentle(Condition.State("sp-ed"), talk: "sg-help").Suggestion("sg-test", "first", "test", order: -2).Suggestion("sg-help", "first", "talk", order: -1).Decide(("sp-ed", said));

        Assert.Equal(expected, decision.First[0].Suggestion.Id);
    }

    [Theory]
    [InlineData("yes", false)]
    [InlineData("no", true)]
    public void What_is_only_for_reading_is_not_listed(string said, bool isListed)
    {
        var decision = Plan().Suggestion("sg-herb", "repair", "herb", SuggestionState.Ask, readingOnly: true).Decide(("sp-ed", said));

        Assert.Equal(isListed, decision.ReadingOnly.Any(planned => planned.Suggestion.Id == "sg-herb"));
    }

    [Theory]
    [InlineData(TriageTier.Routine, true)]
    [InlineData(TriageTier.Soon, false)]
    [InlineData(TriageTier.Urgent, false)]
    public void What_is_only_for_reading_is_listed_up_to_routine(TriageTier tier, bool isListed)
    {
        var decision = new RulesetBuilder().Points("repair", 3).Problem("rf-x").Flag("rf-x", tier)
            .Suggestion("sg-herb", "repair", "herb", SuggestionState.Ask, readingOnly: true)
            .Decide(("rf-x", "yes"));

        Assert.Equal(isListed, decision.ReadingOnly.Count == 1);
    }

    [Fact]
    public void What_is_only_for_reading_has_no_place_in_the_plan_and_is_not_held_back_twice()
    {
        var decision = new RulesetBuilder().Points("repair", 3).Problem("sp-x").State("sp-x")
            .Suggestion("sg-herb", "repair", "herb", SuggestionState.Ask, readingOnly: true, never: Given.Triggers("sp-x"))
            .Decide(("sp-x", "yes"));

        Assert.Empty(decision.Offered);
        Assert.Empty(decision.HeldBack);
        var herb = Assert.Single(decision.ReadingOnly);
        Assert.Equal(SuggestionState.Never, herb.State);
        Assert.Equal(["sp-x"], herb.AskBecause.Select(trigger => trigger.Id));
    }

    private static RulesetBuilder Plan()
    {
        var builder = new RulesetBuilder().Problem("sp-ed").State("sp-ed").Gentle(Condition.State("sp-ed"), atMost: 4, talk: null);
        foreach (var phase in Ruleset.Phases.Skip(1))
        {
            builder.Points(phase, 3).Suggestion($"sg-{phase}-1", phase).Suggestion($"sg-{phase}-2", phase);
        }

        return builder;
    }
}
