using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>Tests and talks stand apart. Source: safety rule base sel-2.</summary>
public class FirstListTests
{
    [Fact]
    public void Every_test_is_shown_in_its_order_also_one_to_ask_about()
    {
        var builder = new RulesetBuilder();
        for (var number = 6; number > 0; number--)
        {
            builder.Suggestion($"sg-test-{number}", "first", "test", number % 2 == 0 ? SuggestionState.Ask : SuggestionState.Ok, order: number);
        }

        Assert.Equal(["sg-test-1", "sg-test-2", "sg-test-3", "sg-test-4", "sg-test-5", "sg-test-6"], First(builder.Decide()));
    }

    [Fact]
    public void Of_the_talks_three_are_shown_and_the_rest_is_for_the_doctors_page()
    {
        var decision = Talks(5).Decide();

        Assert.Equal(["sg-talk-1", "sg-talk-2", "sg-talk-3"], First(decision));
        Assert.Equal(["sg-talk-4", "sg-talk-5"], decision.Phases[0].More.Select(more => more.Suggestion.Id));
    }

    [Fact]
    public void A_pinned_talk_is_shown_besides_the_three()
    {
        var decision = Talks(4).Suggestion("sg-pinned", "first", "talk", order: 99, pinned: true).Decide();

        Assert.Equal(["sg-talk-1", "sg-talk-2", "sg-talk-3", "sg-pinned"], First(decision));
    }

    [Fact]
    public void A_talk_whose_file_names_a_phase_stands_here_too_and_takes_no_place_there()
    {
        var decision = new RulesetBuilder().Points("remove", 3)
            .Suggestion("sg-talk", "remove", "talk").Suggestion("sg-a", "remove").Suggestion("sg-b", "remove")
            .Decide();

        Assert.Equal(["sg-talk"], First(decision));
        Assert.Equal(["sg-a", "sg-b"], decision.Phases[1].Suggestions.Select(shown => shown.Suggestion.Id));
    }

    [Theory]
    [InlineData(SuggestionState.Never, true)]
    [InlineData(SuggestionState.Ok, false)]
    public void What_is_ruled_out_or_not_relevant_is_left_out(SuggestionState floor, bool isRelevant)
    {
        var decision = new RulesetBuilder().Suggestion("sg-test", "first", "test", floor, relevant: isRelevant ? Given.Always : Given.Never).Decide();

        Assert.Empty(First(decision));
    }

    [Theory]
    [InlineData("rebalance", "basic", PhasePriority.NotNeeded)]
    [InlineData("first", "test", PhasePriority.Start)]
    public void They_are_marked_to_start_with_only_when_there_are_any(string phase, string @class, PhasePriority expected)
    {
        var decision = new RulesetBuilder().Points("rebalance", 3).Suggestion("sg-a", phase, @class).Decide();

        Assert.Equal(expected, decision.Phases[0].Priority);
    }

    private static RulesetBuilder Talks(int count)
    {
        var builder = new RulesetBuilder();
        for (var number = count; number > 0; number--)
        {
            builder.Suggestion($"sg-talk-{number}", "first", "talk", order: number);
        }

        return builder;
    }

    private static IEnumerable<string> First(Decision decision) => decision.First.Select(first => first.Suggestion.Id);
}
