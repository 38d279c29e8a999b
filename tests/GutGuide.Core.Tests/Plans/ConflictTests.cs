using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class ConflictTests
{
    [Fact]
    public void Of_a_conflict_group_the_first_chosen_is_shown_alone()
    {
        var decision = Three().Conflict("cf-1", "sg-a", "sg-b", "sg-c").Decide();

        Assert.Equal(["sg-a"], Shown(decision));
    }

    [Fact]
    public void Suggestions_outside_the_group_are_shown_beside_it()
    {
        var decision = Three().Conflict("cf-1", "sg-a", "sg-b").Decide();

        Assert.Equal(["sg-a", "sg-c"], Shown(decision));
    }

    [Fact]
    public void Of_a_pair_the_second_gives_way()
    {
        var decision = Three().ConflictPairs("cf-1", ["sg-a", "sg-c"]).Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
    }

    [Fact]
    public void Two_that_each_clash_with_a_third_may_stand_together()
    {
        var decision = Three().ConflictPairs("cf-1", ["sg-c", "sg-a"], ["sg-c", "sg-b"]).Decide();

        Assert.Equal(["sg-a", "sg-b"], Shown(decision));
    }

    [Fact]
    public void What_gives_way_is_held_back_with_the_reason_of_its_group()
    {
        var decision = Three().Conflict("cf-1", "sg-a", "sg-b").Decide();

        var held = Assert.Single(decision.HeldBack);
        Assert.Equal("sg-b", held.Suggestion.Id);
        Assert.Equal([new Trigger("cf-1", "Why cf-1.")], held.Because);
        Assert.True(held.Relevant);
    }

    [Fact]
    public void What_gives_way_keeps_its_own_state()
    {
        var decision = Three().Conflict("cf-1", "sg-a", "sg-b").Decide();

        Assert.Equal(SuggestionState.Ok, decision.SuggestionStates["sg-b"]);
    }

    [Fact]
    public void A_clash_is_no_matter_when_the_other_is_not_shown()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove", relevant: Given.Never).Suggestion("sg-b", "replace")
            .Conflict("cf-1", "sg-a", "sg-b")
            .Decide();

        Assert.Equal(["sg-b"], Shown(decision));
        Assert.Empty(decision.HeldBack);
    }

    [Fact]
    public void A_pinned_suggestion_makes_the_other_give_way()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove").Suggestion("sg-pinned", "repair", pinned: true)
            .Conflict("cf-1", "sg-a", "sg-pinned")
            .Decide();

        Assert.Equal(["sg-pinned"], Shown(decision));
    }

    [Fact]
    public void The_next_in_the_phase_takes_the_place_of_what_gave_way()
    {
        var decision = EveryPhaseCalledFor()
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "remove")
            .Conflict("cf-1", "sg-a", "sg-b")
            .Decide();

        Assert.Equal(["sg-a", "sg-c"], Shown(decision));
    }

    [Fact]
    public void A_suggestion_does_not_clash_with_itself()
    {
        var group = new ConflictGroup("cf-1", ["sg-a"], [["sg-a", "sg-b"]], "Why.", []);

        Assert.False(group.Forbids("sg-a", "sg-a"));
    }

    [Theory]
    [InlineData("sg-a", "sg-b", true)]
    [InlineData("sg-b", "sg-a", true)]
    [InlineData("sg-a", "sg-c", false)]
    public void A_clash_goes_both_ways(string one, string other, bool clashes)
    {
        var group = new ConflictGroup("cf-1", [], [["sg-a", "sg-b"]], "Why.", []);

        Assert.Equal(clashes, group.Forbids(one, other));
    }

    private static RulesetBuilder EveryPhaseCalledFor() => new RulesetBuilder().Points("remove", 3).Points("replace", 3).Points("repair", 3);

    private static RulesetBuilder Three() => EveryPhaseCalledFor()
        .TieOrder("remove", "replace", "repair")
        .Suggestion("sg-a", "remove").Suggestion("sg-b", "replace").Suggestion("sg-c", "repair");

    private static IEnumerable<string> Shown(Decision decision) => decision.Shown.Select(shown => shown.Suggestion.Id);
}
