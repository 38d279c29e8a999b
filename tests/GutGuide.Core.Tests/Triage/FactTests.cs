using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Tests.Triage;

/// <summary>How answers about one fact are combined. Each fact is read through a flag: certain at soon, doubtful at routine, or down.</summary>
public class FactTests
{
    [Theory]
    [InlineData("yes", TriageTier.Soon)]
    [InlineData("unsure", TriageTier.Routine)]
    [InlineData("no", null)]
    [InlineData(null, null)]
    public void A_problem_is_read_as_it_was_said(string? said, TriageTier? expected)
    {
        var tier = Tier(TwoQuestions("wl"), said, null);

        Assert.Equal(expected, tier);
    }

    [Theory]
    [InlineData("yes", "no", TriageTier.Soon)]
    [InlineData("no", "yes", TriageTier.Soon)]
    [InlineData("yes", "unsure", TriageTier.Soon)]
    [InlineData("unsure", "yes", TriageTier.Soon)]
    [InlineData("unsure", "no", TriageTier.Routine)]
    [InlineData("no", "unsure", TriageTier.Routine)]
    [InlineData("no", "no", null)]
    public void Yes_beats_unsure_and_unsure_beats_no(string one, string other, TriageTier? expected)
    {
        var tier = Tier(TwoQuestions("wl"), one, other);

        Assert.Equal(expected, tier);
    }

    [Theory]
    [InlineData("yes", TriageTier.Soon)]
    [InlineData("unsure", TriageTier.Soon)]
    [InlineData("no", null)]
    [InlineData(null, null)]
    public void In_a_presence_unsure_is_as_good_as_yes(string? said, TriageTier? expected)
    {
        var tier = Tier(TwoQuestions("wl").Fact("wl", FactKind.Presence), said, null);

        Assert.Equal(expected, tier);
    }

    [Theory]
    [InlineData(null, TriageTier.Routine)]
    [InlineData("no", null)]
    [InlineData("yes", TriageTier.Soon)]
    public void A_default_stands_until_somebody_says_something(string? said, TriageTier? expected)
    {
        var tier = Tier(TwoQuestions("wl").Fact("wl", FactKind.Problem, @default: "unsure"), said, null);

        Assert.Equal(expected, tier);
    }

    [Theory]
    [InlineData(null, TriageTier.Soon)]
    [InlineData("no", null)]
    public void A_presence_in_doubt_by_default_counts_until_somebody_says_no(string? said, TriageTier? expected)
    {
        var tier = Tier(TwoQuestions("wl").Fact("wl", FactKind.Presence, @default: "unsure"), said, null);

        Assert.Equal(expected, tier);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("no", null, true)]
    [InlineData("unsure", null, true)]
    [InlineData("yes", null, false)]
    [InlineData("yes", "yes", false)]
    [InlineData("yes", "unsure", true)]
    [InlineData("unsure", "yes", true)]
    [InlineData("yes", "no", true)]
    [InlineData("no", "yes", true)]
    public void Only_a_plain_yes_reassures(string? one, string? other, bool raised)
    {
        var builder = TwoQuestions("assessed")
            .Fact("assessed", FactKind.Reassurance)
            .Flag("rf-unchecked", TriageTier.Soon, Condition.Fact("assessed", ComparisonOperator.NotEqual, "yes"));

        var flags = Assess(builder, one, other).Flags();

        Assert.Equal(raised, flags.Any(flag => flag.Flag.Id == "rf-unchecked"));
    }

    [Fact]
    public void A_doubtful_reassurance_makes_no_doubtful_flag()
    {
        var builder = TwoQuestions("assessed")
            .Fact("assessed", FactKind.Reassurance)
            .Flag("rf-unchecked", TriageTier.Soon, Condition.Fact("assessed", ComparisonOperator.NotEqual, "yes"));

        var flags = Assess(builder, "unsure", null).Flags();

        Assert.Equal(TriageTier.Soon, flags.Single().Tier);
    }

    [Theory]
    [InlineData("three", "six", 6)]
    [InlineData("six", "three", 6)]
    [InlineData("three", "three", 3)]
    [InlineData("three", null, 3)]
    public void Of_two_numbers_the_largest_wins(string one, string? other, double expected)
    {
        var builder = TwoNumbers(FactKind.Count);

        Assert.True(Assess(Reading(builder, expected), one, other).States().Any());
    }

    [Theory]
    [InlineData("three", "six", 3)]
    [InlineData("six", "three", 3)]
    public void Of_two_low_numbers_the_smallest_wins(string one, string other, double expected)
    {
        var builder = TwoNumbers(FactKind.Low);

        Assert.True(Assess(Reading(builder, expected), one, other).States().Any());
    }

    [Theory]
    [InlineData("add-one", "add-two", 3)]
    [InlineData("add-one", "add-one", 2)]
    [InlineData("add-two", null, 2)]
    public void Numbers_that_add_are_summed(string one, string? other, double expected)
    {
        var builder = TwoNumbers(FactKind.Score);

        Assert.True(Assess(Reading(builder, expected), one, other).States().Any());
    }

    [Fact]
    public void Options_of_one_list_add_up()
    {
        var findings = new RulesetBuilder()
            .Fact("scoff", FactKind.Score)
            .MultipleChoice("eating", new Option("sick").Adds("scoff", 1), new Option("control").Adds("scoff", 1), new Option("fat").Adds("scoff", 1))
            .State("sp-ed", Condition.Fact("scoff", ComparisonOperator.Equal, 2))
            .Assess(("eating", Answer.Of("sick", "fat")));

        Assert.Equal(["sp-ed"], findings.States().Select(state => state.Id));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("never", true)]
    [InlineData("diagnosed", false)]
    public void A_code_has_its_default_until_somebody_says_something(string? said, bool expected)
    {
        var builder = new RulesetBuilder()
            .Fact("coeliac_test", FactKind.Code, @default: "never", values: ["never", "diagnosed"])
            .Choice("one", new Option("never").Sets("coeliac_test", "never"), new Option("diagnosed").Sets("coeliac_test", "diagnosed")).Optional()
            .State("sp-untested", Condition.Fact("coeliac_test", ComparisonOperator.Equal, "never"));

        Assert.Equal(expected, Assess(builder, said, null).States().Any());
    }

    [Fact]
    public void A_fact_may_come_from_a_number_question()
    {
        var builder = new RulesetBuilder()
            .Integer("years")
            .Fact("age", FactKind.Age, from: new NumberSource("years", null))
            .State("sp-under18", Condition.Fact("age", ComparisonOperator.Less, 18));

        Assert.True(builder.Assess(("years", 17)).States().Any());
        Assert.False(builder.Assess(("years", 18)).States().Any());
    }

    [Fact]
    public void A_number_question_left_blank_leaves_its_fact_unknown()
    {
        var builder = new RulesetBuilder()
            .Number("age", FactKind.Age)
            .State("sp-under18", Condition.Fact("age", ComparisonOperator.Less, 18));

        Assert.False(builder.Assess().States().Any());
    }

    [Fact]
    public void Flags_and_states_have_a_fact_of_their_own_name()
    {
        var findings = new RulesetBuilder()
            .Choice("one", new Option("yes").Sets("rf-blood").Sets("sp-ibd"))
            .Flag("rf-blood", TriageTier.Soon)
            .State("sp-ibd")
            .Assess(("one", "yes"));

        Assert.Equal(["rf-blood"], findings.Flags().Select(raised => raised.Flag.Id));
        Assert.Equal(["sp-ibd"], findings.States().Select(state => state.Id));
    }

    [Fact]
    public void A_setting_of_a_fact_that_does_not_exist_is_refused_by_name()
    {
        var ruleset = new RulesetBuilder().Choice("one", new Option("yes").Sets("nobody")).Build() with { Facts = [] };

        var refused = Assert.Throws<ArgumentException>(() => new TriageScorer(ruleset));

        Assert.Contains("nobody", refused.Message, StringComparison.Ordinal);
    }

    private static RulesetBuilder TwoQuestions(string fact)
    {
        Option[] options = [new Option("yes").Sets(fact), new Option("unsure").Sets(fact, "unsure"), new Option("no").Sets(fact, "no")];
        return new RulesetBuilder().Choice("one", options).Optional().Choice("other", options).Optional();
    }

    private static RulesetBuilder TwoNumbers(FactKind kind)
    {
        Option[] options =
        [
            new Option("three").Sets("number", 3),
            new Option("six").Sets("number", 6),
            new Option("add-one").Adds("number", 1),
            new Option("add-two").Adds("number", 2),
        ];
        return new RulesetBuilder().Fact("number", kind).Choice("one", options).Optional().Choice("other", options).Optional();
    }

    private static RulesetBuilder Reading(RulesetBuilder builder, double number) =>
        builder.State("sp-tested", Condition.Fact("number", ComparisonOperator.Equal, number));

    private static TriageTier? Tier(RulesetBuilder builder, string? one, string? other) =>
        Assess(builder.Flag("rf-tested", TriageTier.Soon, Condition.Fact("wl")), one, other).Flags().SingleOrDefault()?.Tier;

    private static Findings Assess(RulesetBuilder builder, string? one, string? other)
    {
        var answers = new List<(string, Said)>();
        if (one is not null)
        {
            answers.Add(("one", one));
        }

        if (other is not null)
        {
            answers.Add(("other", other));
        }

        return builder.Assess([.. answers]);
    }
}
