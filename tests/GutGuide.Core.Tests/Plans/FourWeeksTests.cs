using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What is new in each of four weeks. Source: safety rule base sel-12, hr-9, hr-21.</summary>
public class FourWeeksTests
{
    [Fact]
    public void The_first_week_books_tests_and_talks_and_begins_two_habits()
    {
        var decision = Plan().Suggestion("sg-test", "first", "test").Suggestion("sg-a", "remove").Suggestion("sg-b", "repair").Suggestion("sg-c", "repair").Decide();

        Assert.Equal("sg-test sg-a sg-b | sg-c | |", Weeks(decision));
    }

    [Fact]
    public void Where_a_test_is_the_first_step_one_habit_begins_beside_it()
    {
        var decision = Plan().Problem("rf-x").Flag("rf-x", TriageTier.Routine)
            .Suggestion("sg-test", "first", "test").Suggestion("sg-a", "remove").Suggestion("sg-b", "repair")
            .Decide(("rf-x", "yes"));

        Assert.Equal("sg-test sg-a | sg-b | |", Weeks(decision));
    }

    [Fact]
    public void Every_week_after_it_begins_one_habit_in_the_order_of_the_phases()
    {
        var decision = Plan().TieOrder("repair", "remove")
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "repair").Suggestion("sg-d", "repair")
            .Decide();

        Assert.Equal("sg-c sg-d | sg-a | sg-b |", Weeks(decision));
    }

    [Fact]
    public void A_product_does_not_begin_before_the_third_week() =>
        Assert.Equal("sg-a | | sg-product |", Weeks(Plan().Suggestion("sg-a", "remove").Suggestion("sg-product", "repair", "supp").Decide()));

    [Fact]
    public void One_product_begins_in_the_four_weeks() =>
        Assert.Equal(" | | sg-p |", Weeks(Plan().Suggestion("sg-p", "remove", "supp").Suggestion("sg-q", "repair", "supp").Decide()));

    [Fact]
    public void A_diet_does_not_begin_before_the_fourth_week() =>
        Assert.Equal("sg-a | | | sg-diet", Weeks(Plan().Suggestion("sg-a", "remove").Suggestion("sg-diet", "repair", "restrict").Decide()));

    [Fact]
    public void A_product_and_a_diet_do_not_begin_in_the_same_four_weeks() =>
        Assert.Equal(" | | sg-p |", Weeks(Plan().Suggestion("sg-diet", "remove", "restrict").Suggestion("sg-p", "repair", "supp").Decide()));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void A_diet_waits_while_a_test_is_open(string said, bool waits)
    {
        var decision = Plan().Problem("untested").DietsWait(null, "sg-test")
            .Suggestion("sg-test", "first", "test", relevant: Condition.Fact("untested")).Suggestion("sg-diet", "repair", "restrict")
            .Decide(("untested", said));

        Assert.Equal(waits, decision.DietsWait);
        Assert.Equal(!waits, decision.Weeks[3].Count == 1);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void A_diet_waits_while_results_are_not_back(string said, bool waits)
    {
        var decision = Plan().Problem("sx-x").State("sx-x").DietsWait(Condition.State("sx-x")).Suggestion("sg-diet", "repair", "restrict").Decide(("sx-x", said));

        Assert.Equal(!waits, decision.Weeks[3].Count == 1);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Whoever_takes_products_is_told_to_count_them_beside_each_product_and_nothing_else(string said, bool counts)
    {
        var decision = Plan().Problem("takes").State("takes").CountTaken(Condition.State("takes"), "Count them.")
            .Suggestion("sg-p", "repair", "supp").Suggestion("sg-h", "remove")
            .Decide(("takes", said));

        Assert.Equal(counts ? "Count them." : null, decision.Shown.Single(shown => shown.Suggestion.Id == "sg-p").CountTaken);
        Assert.Null(decision.Shown.Single(shown => shown.Suggestion.Id == "sg-h").CountTaken);
    }

    [Fact]
    public void What_must_be_asked_about_is_in_no_week()
    {
        var decision = Plan().Suggestion("sg-test", "first", "test", SuggestionState.Ask).Suggestion("sg-ask", "remove", floor: SuggestionState.Ask).Decide();

        Assert.Equal(" | | |", Weeks(decision));
    }

    [Fact]
    public void Two_that_must_not_begin_together_stand_in_one_plan_and_in_different_weeks()
    {
        var decision = Plan().Suggestion("sg-a", "remove").Suggestion("sg-b", "remove").Suggestion("sg-c", "repair").SameStart("cf-1", "sg-a", "sg-b").Decide();

        Assert.Equal("sg-a sg-c | sg-b | |", Weeks(decision));
    }

    [Theory]
    [InlineData("yes", "sg-a | | |")]
    [InlineData("no", "sg-a sg-b | sg-c | |")]
    public void Nothing_is_new_beside_a_step_that_stands_alone(string said, string expected)
    {
        var decision = Plan().Problem("sx-bug").State("sx-bug").FirstStep("sg-a", Condition.State("sx-bug"), alone: true)
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "repair").Suggestion("sg-c", "repair")
            .Decide(("sx-bug", said));

        Assert.Equal(expected, Weeks(decision));
        Assert.Equal(said == "yes", decision.IsFirstStepAlone);
    }

    [Fact]
    public void Nothing_else_is_new_also_when_another_line_names_the_step()
    {
        var decision = Plan().Problem("sx-bug").State("sx-bug")
            .FirstStep("sg-b", Condition.State("sx-bug")).FirstStep(null, Condition.State("sx-bug"), alone: true)
            .Suggestion("sg-a", "remove").Suggestion("sg-b", "repair")
            .Decide(("sx-bug", "yes"));

        Assert.Equal("sg-b | | |", Weeks(decision));
    }

    [Fact]
    public void Without_a_plan_there_are_four_empty_weeks()
    {
        var decision = Plan().Problem("rf-x").Flag("rf-x", TriageTier.Urgent).Suggestion("sg-a", "remove").Decide(("rf-x", "yes"));

        Assert.Equal(" | | |", Weeks(decision));
    }

    [Theory]
    [InlineData(1, "sg-b")]
    [InlineData(2, "sg-c")]
    [InlineData(4, "sg-c")]
    public void The_newest_thing_is_what_began_last_and_no_test(int week, string expected)
    {
        var decision = Plan().Suggestion("sg-test", "first", "test").Suggestion("sg-a", "remove").Suggestion("sg-b", "repair").Suggestion("sg-c", "repair").Decide();

        Assert.Equal(expected, decision.NewestBy(week)?.Id);
    }

    private static RulesetBuilder Plan() => new RulesetBuilder().Points("remove", 3).Points("repair", 3);

    private static string Weeks(Decision decision) => string.Join(" | ", decision.Weeks.Select(week => string.Join(' ', week.Select(suggestion => suggestion.Id)))).Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
}
