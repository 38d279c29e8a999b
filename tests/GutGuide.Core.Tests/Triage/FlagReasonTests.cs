using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class FlagReasonTests
{
    private static readonly Condition FeverAndPain = Condition.AllOf(Condition.Fact("pain"), Condition.Fact("fever"));

    [Fact]
    public void A_flag_names_the_answers_that_raised_it_in_questionnaire_order()
    {
        var builder = new RulesetBuilder().Problem("fever", "wind", "pain").Flag("rf-x", TriageTier.Soon, FeverAndPain);

        var because = Because(builder, ("pain", "yes"), ("wind", "yes"), ("fever", "yes"));

        Assert.Equal(["fever", "pain"], because);
    }

    [Fact]
    public void A_doubt_that_raised_it_is_named_too()
    {
        var builder = new RulesetBuilder().Problem("fever", "pain").Flag("rf-x", TriageTier.Soon, FeverAndPain);

        var because = Because(builder, ("pain", "unsure"), ("fever", "yes"));

        Assert.Equal(["fever", "pain"], because);
    }

    [Fact]
    public void Of_any_of_several_only_those_that_hold_are_named()
    {
        var builder = new RulesetBuilder().Problem("fever", "pain").Flag("rf-x", TriageTier.Soon, Condition.AnyOf(Condition.Fact("fever"), Condition.Fact("pain")));

        var because = Because(builder, ("fever", "no"), ("pain", "yes"));

        Assert.Equal(["pain"], because);
    }

    [Fact]
    public void A_part_that_fails_is_not_named_for_the_bits_of_it_that_hold()
    {
        var builder = new RulesetBuilder().Problem("fever", "pain", "wl").Flag("rf-x", TriageTier.Soon, Condition.AnyOf(FeverAndPain, Condition.Fact("wl")));

        var because = Because(builder, ("fever", "yes"), ("pain", "no"), ("wl", "yes"));

        Assert.Equal(["wl"], because);
    }

    [Fact]
    public void A_question_that_said_no_is_not_named_beside_one_that_said_yes()
    {
        Option[] options = [new Option("yes").Sets("wl"), new Option("no").Sets("wl", "no")];
        var builder = new RulesetBuilder().Choice("clothes", options).Choice("scales", options).Flag("rf-x", TriageTier.Soon, Condition.Fact("wl"));

        var because = Because(builder, ("clothes", "no"), ("scales", "yes"));

        Assert.Equal(["scales"], because);
    }

    [Fact]
    public void A_state_is_followed_back_to_its_answers()
    {
        var builder = new RulesetBuilder()
            .Problem("med-chemo", "fever")
            .State("med-chemo")
            .Flag("rf-x", TriageTier.Urgent, Condition.AllOf(Condition.State("med-chemo"), Condition.Fact("fever")));

        var because = Because(builder, ("med-chemo", "yes"), ("fever", "yes"));

        Assert.Equal(["med-chemo", "fever"], because);
    }

    [Fact]
    public void An_earlier_flag_is_followed_back_to_its_answers()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-blood")
            .Flag("rf-blood", TriageTier.Soon)
            .Flag("rf-x", TriageTier.Urgent, Condition.Flag("rf-blood"))
            .Assess(("rf-blood", "yes"));

        Assert.Equal(["rf-blood"], findings.Flags()[1].Because);
    }

    [Fact]
    public void A_number_is_followed_back_to_its_question()
    {
        var builder = new RulesetBuilder().Number("age", FactKind.Age).Flag("rf-x", TriageTier.Soon, Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 40));

        Assert.Equal(["age"], Because(builder, ("age", 40)));
    }

    [Fact]
    public void A_code_is_followed_back_to_its_question()
    {
        var builder = new RulesetBuilder()
            .Fact("fit", FactKind.Code, values: ["neg", "pos"])
            .Choice("stool-test", new Option("neg").Sets("fit", "neg"), new Option("pos").Sets("fit", "pos"))
            .Flag("rf-x", TriageTier.Soon, Condition.Fact("fit", ComparisonOperator.Equal, "pos"));

        Assert.Equal(["stool-test"], Because(builder, ("stool-test", "pos")));
    }

    [Fact]
    public void An_answer_read_directly_is_named()
    {
        var builder = new RulesetBuilder()
            .MultipleChoice("gut", "wind", "cramps")
            .Integer("days")
            .Flag("rf-x", TriageTier.Soon, Condition.AllOf(
                Condition.Question("gut", "cramps"), Condition.Question("days", ComparisonOperator.GreaterOrEqual, 3)));

        Assert.Equal(["gut", "days"], Because(builder, ("gut", Answer.Of("wind", "cramps")), ("days", 3)));
    }

    [Fact]
    public void A_blank_is_never_named()
    {
        var builder = new RulesetBuilder()
            .Problem("pain")
            .Choice("where", "upper", "lower").Optional()
            .Flag("rf-x", TriageTier.Soon, Condition.AllOf(
                Condition.Fact("pain"), Condition.Question("where", "upper", ComparisonOperator.NotEqual)));

        Assert.Equal(["pain"], Because(builder, ("pain", "yes")));
    }

    [Fact]
    public void The_word_that_nobody_has_checked_it_is_named()
    {
        var because = Because(PainUnlessAssessed(), ("pain", "yes"), ("seen", "no"), ("told", "no"));

        Assert.Equal(["pain", "seen", "told"], because);
    }

    [Fact]
    public void The_word_that_somebody_has_checked_it_is_never_named_as_a_reason()
    {
        var because = Because(PainUnlessAssessed(), ("pain", "yes"), ("seen", "yes"), ("told", "unsure"));

        Assert.Equal(["pain", "told"], because);
    }

    private static RulesetBuilder PainUnlessAssessed()
    {
        Option[] options = [new Option("yes").Sets("assessed"), new Option("unsure").Sets("assessed", "unsure"), new Option("no").Sets("assessed", "no")];
        return new RulesetBuilder()
            .Fact("assessed", FactKind.Reassurance)
            .Problem("pain")
            .Choice("seen", options)
            .Choice("told", options)
            .Flag("rf-x", TriageTier.Soon, Condition.AllOf(Condition.Fact("pain"), Condition.Fact("assessed", ComparisonOperator.NotEqual, "yes")));
    }

    private static IReadOnlyList<string> Because(RulesetBuilder builder, params (string, Said)[] answers) =>
        builder.Assess(answers).Flags().Single().Because;
}
