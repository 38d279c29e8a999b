using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What was tried counts. Source: safety rule base hr-20, sel-15.</summary>
public class FeedbackTests
{
    [Fact]
    public void What_made_a_person_worse_is_ruled_out_and_says_so()
    {
        var decision = Plan().Suggestion("sg-a", "repair").Suggestion("sg-b", "repair").DecideAfter([("sg-a", TriedOutcome.Worse)]);

        Assert.Equal(["sg-b"], Shown(decision));
        Assert.Equal(SuggestionState.Never, decision.SuggestionStates["sg-a"]);
        Assert.Equal([Trigger.Tried], Assert.Single(decision.HeldBack).Because.Select(trigger => trigger.Id));
    }

    [Fact]
    public void What_did_not_help_is_not_placed_and_keeps_its_state()
    {
        var decision = Plan().Suggestion("sg-a", "repair").Suggestion("sg-b", "repair").DecideAfter([("sg-a", TriedOutcome.NoHelp)]);

        Assert.Equal(["sg-b"], Shown(decision));
        Assert.Equal(SuggestionState.Ok, decision.SuggestionStates["sg-a"]);
        Assert.Empty(decision.Phases.SelectMany(phase => phase.More));
    }

    [Fact]
    public void What_a_person_does_already_is_kept_going_and_takes_no_place()
    {
        var decision = Plan().Suggestion("sg-a", "repair").Suggestion("sg-b", "repair").Suggestion("sg-c", "repair").DecideAfter([("sg-a", TriedOutcome.DoingAlready)]);

        Assert.Equal(["sg-b", "sg-c"], Shown(decision));
        Assert.Equal(["sg-a"], decision.KeepGoing.Select(suggestion => suggestion.Id));
    }

    [Fact]
    public void What_is_ruled_out_is_not_kept_going()
    {
        var decision = Plan().Suggestion("sg-a", "repair", floor: SuggestionState.Never).DecideAfter([("sg-a", TriedOutcome.DoingAlready)]);

        Assert.Empty(decision.KeepGoing);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void After_two_things_in_vain_the_talks_stand_on_top(int tried, bool areOnTop)
    {
        var decision = Plan().TriedInVain("sg-gp")
            .Suggestion("sg-test", "first", "test", order: 1).Suggestion("sg-gp", "first", "talk", order: 2, relevant: Given.Never)
            .Suggestion("sg-a", "repair").Suggestion("sg-b", "repair")
            .DecideAfter([.. new[] { ("sg-a", TriedOutcome.NoHelp), ("sg-b", TriedOutcome.NoHelp) }.Take(tried)]);

        Assert.Equal(areOnTop ? ["sg-gp", "sg-test"] : ["sg-test"], decision.First.Select(first => first.Suggestion.Id));
    }

    [Fact]
    public void A_substitute_that_was_tried_is_not_named()
    {
        var builder = Plan().Suggestion("sg-a", "repair", floor: SuggestionState.Never, substitute: "sg-b").Suggestion("sg-b", "repair");

        Assert.Equal("sg-b", Assert.Single(builder.Decide().HeldBack).Substitute?.Id);
        Assert.Null(Assert.Single(builder.DecideAfter([("sg-b", TriedOutcome.DoingAlready)]).HeldBack).Substitute);
    }

    [Fact]
    public void It_changes_no_tier()
    {
        var builder = Plan().Problem("rf-x").Flag("rf-x", TriageTier.Routine).Suggestion("sg-a", "repair");

        Assert.Equal(TriageTier.Routine, builder.DecideAfter([("sg-a", TriedOutcome.Worse)], ("rf-x", "yes")).Tier);
    }

    [Fact]
    public void An_unknown_suggestion_is_refused_by_name()
    {
        var fault = Assert.Throws<ArgumentException>(() => Plan().DecideAfter([("sg-unknown", TriedOutcome.Worse)]));

        Assert.Contains("sg-unknown", fault.Message, StringComparison.Ordinal);
    }

    private static RulesetBuilder Plan() => new RulesetBuilder().Points("repair", 3);

    private static IEnumerable<string> Shown(Decision decision) => decision.Shown.Select(shown => shown.Suggestion.Id);
}
