using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

/// <summary>What to begin with. Source: safety rule base sel-12 and sel-13.</summary>
public class FirstStepTests
{
    [Fact]
    public void It_is_the_first_habit_of_the_phase_to_start_with()
    {
        var decision = CalledFor().Points("repair", 9).Suggestion("sg-a", "remove", firstStep: true).Suggestion("sg-b", "repair", firstStep: true).Decide();

        Assert.Equal("sg-b", decision.FirstStep);
    }

    [Fact]
    public void The_wish_decides_between_two_that_are_equally_called_for()
    {
        var builder = CalledFor().Goal(3, "energy", "pain").Suggestion("sg-a", "remove", goals: ["pain"]).Suggestion("sg-b", "repair", goals: ["energy"]);

        Assert.Equal("sg-a", builder.Decide(("goal", "pain")).FirstStep);
        Assert.Equal("sg-b", builder.Decide(("goal", "energy")).FirstStep);
    }

    [Theory]
    [InlineData(TriageTier.SelfCare, "sg-habit")]
    [InlineData(TriageTier.Routine, "sg-test")]
    [InlineData(TriageTier.Soon, "sg-test")]
    public void A_due_test_comes_first_where_a_visit_is_due(TriageTier tier, string expected)
    {
        var decision = At(tier).Suggestion("sg-habit", "remove", firstStep: true).Suggestion("sg-test", "first", "test", firstStep: true).Decide(("rf-x", "yes"));

        Assert.Equal(expected, decision.FirstStep);
    }

    [Theory]
    [InlineData("yes", "sg-a")]
    [InlineData("unsure", "sg-a")]
    [InlineData("no", "sg-b")]
    public void Of_tests_and_talks_one_that_is_meant_as_a_first_step_goes_first(string said, string expected)
    {
        var decision = At(TriageTier.Routine)
            .Problem("wheat")
            .Suggestion("sg-a", "first", "test", firstStep: true, firstStepWhen: Condition.Fact("wheat")).Suggestion("sg-b", "first", "talk", firstStep: true)
            .Decide(("rf-x", "yes"), ("wheat", said));

        Assert.Equal(expected, decision.FirstStep);
    }

    [Fact]
    public void Where_none_is_meant_as_one_the_first_of_them_is_it()
    {
        var decision = At(TriageTier.Routine).Suggestion("sg-a", "first", "talk").Suggestion("sg-habit", "remove", firstStep: true).Decide(("rf-x", "yes"));

        Assert.Equal("sg-a", decision.FirstStep);
    }

    [Theory]
    [InlineData("supp")]
    [InlineData("restrict")]
    public void A_product_or_diet_is_no_first_step(string @class) => Assert.Null(CalledFor().Suggestion("sg-a", "remove", @class, firstStep: true).Decide().FirstStep);

    [Fact]
    public void What_must_be_asked_about_is_no_first_step() =>
        Assert.Null(CalledFor().Suggestion("sg-a", "remove", floor: SuggestionState.Ask, firstStep: true).Decide().FirstStep);

    [Fact]
    public void Without_any_habit_a_test_is_better_than_nothing() =>
        Assert.Equal("sg-test", CalledFor().Suggestion("sg-test", "first", "test").Decide().FirstStep);

    [Fact]
    public void With_nothing_shown_there_is_none() => Assert.Null(CalledFor().Decide().FirstStep);

    [Theory]
    [InlineData("yes", "sg-help")]
    [InlineData("unsure", "sg-help")]
    [InlineData("no", "sg-a")]
    public void A_state_may_ask_for_another_first_step(string said, string expected)
    {
        var decision = Drinker().FirstStep("sg-help", Condition.State("sp-x")).Decide(("sp-x", said));

        Assert.Equal(expected, decision.FirstStep);
    }

    [Theory]
    [InlineData("yes", "sg-help")]
    [InlineData("no", "sg-a")]
    public void A_tier_may_ask_for_the_visit_before_any_test(string said, string expected)
    {
        var decision = Drinker().Problem("rf-x").Flag("rf-x", TriageTier.Soon)
            .FirstStep("sg-help", tier: TriageTier.Soon)
            .Suggestion("sg-test", "first", "test", order: -1, firstStep: true, relevant: Condition.Flag("rf-x"))
            .Decide(("rf-x", said));

        Assert.Equal(expected, decision.FirstStep);
    }

    [Fact]
    public void The_first_line_that_fits_decides()
    {
        var decision = Drinker().Suggestion("sg-b", "remove").FirstStep("sg-b", Condition.State("sp-x")).FirstStep("sg-help", Condition.State("sp-x")).Decide(("sp-x", "yes"));

        Assert.Equal("sg-b", decision.FirstStep);
    }

    [Fact]
    public void Such_a_step_has_a_place_in_its_phase_whatever_else_competes_there()
    {
        var decision = Drinker()
            .Suggestion("sg-b", "remove").Suggestion("sg-last", "remove", relevant: Given.Never)
            .FirstStep("sg-last", Condition.State("sp-x"))
            .Decide(("sp-x", "yes"));

        Assert.Equal("sg-last", decision.FirstStep);
        Assert.Equal("sg-last", decision.Phases[1].Suggestions[0].Suggestion.Id);
        Assert.Equal(PhasePriority.Start, decision.Phases[1].Priority);
    }

    [Theory]
    [InlineData(SuggestionState.Ask)]
    [InlineData(SuggestionState.Never)]
    public void When_it_is_not_ok_its_substitute_takes_the_place(SuggestionState floor)
    {
        var decision = Drinker().Suggestion("sg-last", "remove", floor: floor, substitute: "sg-a").FirstStep("sg-last", Condition.State("sp-x")).Decide(("sp-x", "yes"));

        Assert.Equal("sg-a", decision.FirstStep);
    }

    [Fact]
    public void When_the_substitute_is_not_ok_either_a_talk_takes_the_place_even_if_nothing_else_points_to_it()
    {
        var decision = Drinker()
            .Suggestion("sg-last", "remove", floor: SuggestionState.Ask, substitute: "sg-no").Suggestion("sg-no", "remove", floor: SuggestionState.Never)
            .Suggestion("sg-gp", "first", "talk", relevant: Given.Never)
            .FirstStep("sg-last", Condition.State("sp-x")).Otherwise("sg-gp")
            .Decide(("sp-x", "yes"));

        Assert.Equal("sg-gp", decision.FirstStep);
        Assert.Contains(decision.First, first => first.Suggestion.Id == "sg-gp");
    }

    [Theory]
    [InlineData("yes", "sg-meals")]
    [InlineData("no", "sg-a")]
    public void It_may_count_only_where_the_answers_point_to_it(string skips, string expected)
    {
        var decision = Drinker().Problem("skips")
            .Suggestion("sg-meals", "repair", relevant: Condition.Fact("skips"))
            .FirstStep("sg-meals", Condition.State("sp-x"), onlyIfRelevant: true)
            .Decide(("sp-x", "yes"), ("skips", skips));

        Assert.Equal(expected, decision.FirstStep);
    }

    private static RulesetBuilder CalledFor() => new RulesetBuilder().Points("remove", 3).Points("repair", 3);

    private static RulesetBuilder At(TriageTier tier) => tier == TriageTier.SelfCare ? CalledFor().Problem("rf-x") : CalledFor().Problem("rf-x").Flag("rf-x", tier);

    private static RulesetBuilder Drinker() => CalledFor().Problem("sp-x").State("sp-x")
        .Suggestion("sg-a", "remove", firstStep: true)
        .Suggestion("sg-help", "remove", "talk");
}
