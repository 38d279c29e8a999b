using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What stands on the page of somebody for whom no phase is called for.</summary>
public class WellKeptTests
{
    [Theory]
    [InlineData("basic", true)]
    [InlineData("mind", true)]
    [InlineData("move", true)]
    [InlineData("food-add", true)]
    [InlineData("swap", false)]
    [InlineData("food-live", false)]
    [InlineData("restrict", false)]
    [InlineData("supp", false)]
    public void When_no_phase_is_called_for_only_low_risk_ideas_are_offered(string @class, bool isOffered)
    {
        var decision = new RulesetBuilder().Suggestion("sg-a", "repair", @class).Decide();

        Assert.Equal(isOffered, Shown(decision).Contains("sg-a"));
    }

    [Fact]
    public void Three_are_offered_at_most_one_a_phase()
    {
        var decision = new RulesetBuilder()
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "replace").Suggestion("sg-d", "repair").Suggestion("sg-e", "rebalance")
            .Decide();

        Assert.Equal(["sg-a", "sg-c", "sg-d"], Shown(decision));
    }

    [Fact]
    public void They_come_from_the_phases_in_tie_order()
    {
        var decision = new RulesetBuilder()
            .TieOrder("rebalance", "repair", "reinoculate", "replace", "remove")
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "replace").Suggestion("sg-c", "reinoculate").Suggestion("sg-d", "repair").Suggestion("sg-e", "rebalance")
            .Decide();

        Assert.Equal(["sg-c", "sg-d", "sg-e"], Shown(decision).Order());
    }

    [Fact]
    public void What_must_be_asked_about_is_not_offered_so()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a", floor: SuggestionState.Ask).Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    public void What_does_not_fit_is_not_offered_so()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a", relevant: Given.Never).Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    public void The_phases_are_still_not_needed()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a").Decide();

        Assert.All(decision.Phases, phase => Assert.Equal(PhasePriority.NotNeeded, phase.Priority));
    }

    [Fact]
    public void Tests_and_talks_do_not_take_their_place()
    {
        var decision = new RulesetBuilder().Suggestion("sg-test", "first", "test").Suggestion("sg-a").Decide();

        Assert.Equal(["sg-test", "sg-a"], Shown(decision));
    }

    [Fact]
    public void A_phase_that_is_called_for_leaves_no_room_for_them()
    {
        var decision = new RulesetBuilder().Points("remove", 3).Suggestion("sg-a", "remove").Suggestion("sg-b", "rebalance").Decide();

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void They_are_offered_when_a_phase_is_called_for_but_has_nothing_to_offer()
    {
        var decision = new RulesetBuilder().Points("remove", 3).Suggestion("sg-b", "rebalance").Decide();

        Assert.Equal(["sg-b"], Shown(decision));
    }

    [Fact]
    public void They_do_not_clash()
    {
        var decision = new RulesetBuilder().Suggestion("sg-a", "remove").Suggestion("sg-b", "replace").Conflict("cf-1", "sg-a", "sg-b").Decide();

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void Seven_in_all_holds_for_them_too()
    {
        var builder = new RulesetBuilder().Suggestion("sg-a", "remove").Suggestion("sg-b", "replace").Suggestion("sg-c", "repair");
        for (var number = 0; number < 6; number++)
        {
            builder.Suggestion($"sg-test-{number}", "first", "test", pinned: true);
        }

        var decision = builder.Decide();

        Assert.Equal(7, decision.Shown.Count());
    }

    private static IEnumerable<string> Shown(Decision decision) => decision.Shown.Select(shown => shown.Suggestion.Id);
}
