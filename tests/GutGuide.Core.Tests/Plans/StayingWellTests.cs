using GutGuide.Core.Plans;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What stands on the page of somebody for whom nothing is called for.</summary>
public class StayingWellTests
{
    [Fact]
    public void With_nothing_called_for_the_named_phases_come_later_and_hold_ideas()
    {
        var decision = Keeping().Suggestion("sg-a", "rebalance").Suggestion("sg-b", "repair").Suggestion("sg-c", "remove").Decide();

        Assert.True(decision.IsForStayingWell);
        Assert.Equal(["sg-b", "sg-a"], decision.Shown.Select(shown => shown.Suggestion.Id));
        Assert.Equal(PhasePriority.Later, decision.Phases.Single(phase => phase.Phase == "rebalance").Priority);
        Assert.Equal(["it keeps you well"], decision.Phases.Single(phase => phase.Phase == "rebalance").Because);
    }

    [Fact]
    public void A_phase_that_is_called_for_leaves_no_room_for_them()
    {
        var decision = Keeping().Points("remove", 1).Suggestion("sg-a", "remove").Suggestion("sg-b", "rebalance").Decide();

        Assert.False(decision.IsForStayingWell);
        Assert.Equal(["sg-a"], decision.Shown.Select(shown => shown.Suggestion.Id));
    }

    [Fact]
    public void They_are_offered_when_what_is_called_for_has_nothing_to_offer()
    {
        var decision = Keeping().Points("remove", 3).Suggestion("sg-b", "rebalance").Decide();

        Assert.Equal(["sg-b"], decision.Shown.Select(shown => shown.Suggestion.Id));
        Assert.Equal(EmptyReason.NoIdea, decision.Phases.Single(phase => phase.Phase == "remove").Empty);
    }

    [Fact]
    public void Without_such_phases_nothing_needed_is_a_result()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a").Decide();

        Assert.Empty(decision.Shown);
        Assert.All(decision.FivePhases, phase => Assert.Equal(EmptyReason.NothingNeeded, phase.Empty));
    }

    private static RulesetBuilder Keeping() => new RulesetBuilder().StayingWell("rebalance", "repair");
}
