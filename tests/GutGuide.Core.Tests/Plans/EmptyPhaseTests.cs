using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>The one true reason why a phase shows nothing. Source: safety rule base sel-11.</summary>
public class EmptyPhaseTests
{
    [Fact]
    public void A_phase_that_shows_something_needs_no_reason() => Assert.Null(ReasonOf(Plan().Suggestion("sg-a", "repair").Decide()));

    [Fact]
    public void A_phase_that_is_not_called_for_needs_nothing() =>
        Assert.Equal(EmptyReason.NothingNeeded, ReasonOf(new RulesetBuilder().Suggestion("sg-a", "repair").Decide()));

    [Fact]
    public void What_the_person_does_already_leaves_nothing_to_do() =>
        Assert.Equal(EmptyReason.Done, ReasonOf(Plan().Suggestion("sg-a", "repair").Suggestion("sg-never", "repair", floor: SuggestionState.Never).DecideAfter([("sg-a", TriedOutcome.DoingAlready)])));

    [Fact]
    public void Where_everything_is_ruled_out_it_is_held_back() =>
        Assert.Equal(EmptyReason.HeldBack, ReasonOf(Plan().Suggestion("sg-a", "repair", floor: SuggestionState.Never).Decide()));

    [Fact]
    public void Where_the_tier_hides_it_the_visit_comes_first()
    {
        var decision = Plan().Problem("rf-x").Flag("rf-x", TriageTier.Soon).Suggestion("sg-a", "repair", "food-add").Decide(("rf-x", "yes"));

        Assert.Equal(EmptyReason.TestsFirst, ReasonOf(decision));
    }

    [Theory]
    [InlineData(TriedOutcome.NoHelp)]
    [InlineData(TriedOutcome.Worse)]
    public void What_was_tried_in_vain_is_said_to_be_tried(TriedOutcome outcome) =>
        Assert.Equal(EmptyReason.Tried, ReasonOf(Plan().Suggestion("sg-a", "repair").Suggestion("sg-b", "repair").DecideAfter([("sg-a", outcome), ("sg-b", TriedOutcome.DoingAlready)])));

    [Fact]
    public void What_has_no_room_waits_for_others()
    {
        var decision = Plan().Points("remove", 9).Suggestion("sg-a", "remove", "restrict").Suggestion("sg-b", "repair", "restrict").Decide();

        Assert.Equal(EmptyReason.Limit, ReasonOf(decision));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_nothing_fits_there_is_no_idea_and_what_is_only_for_reading_is_none(bool readingOnly)
    {
        var decision = Plan().Suggestion("sg-a", "repair", floor: SuggestionState.Ask, relevant: readingOnly ? Given.Always : Given.Never, readingOnly: readingOnly).Decide();

        Assert.Equal(EmptyReason.NoIdea, ReasonOf(decision));
    }

    private static RulesetBuilder Plan() => new RulesetBuilder().Points("repair", 3);

    private static EmptyReason? ReasonOf(Decision decision) => decision.Phases.Single(phase => phase.Phase == "repair").Empty;
}
