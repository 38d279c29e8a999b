using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class LiveAnswersTests
{
    [Fact]
    public void An_answer_to_a_question_that_is_asked_counts()
    {
        var findings = PainThenBlood().Assess(("pain", "yes"), ("blood", "yes"));

        Assert.Equal(["pain", "blood"], findings.Live);
        Assert.Equal(["rf-blood"], findings.Flags().Select(raised => raised.Flag.Id));
    }

    [Fact]
    public void An_answer_left_on_a_hidden_question_counts_as_none()
    {
        var findings = PainThenBlood().Assess(("pain", "no"), ("blood", "yes"));

        Assert.Equal(["pain"], findings.Live);
        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void An_answer_left_on_a_hidden_page_counts_as_none()
    {
        var findings = new RulesetBuilder()
            .Choice("pain", "no", "yes")
            .Page("more", Condition.Question("pain", "yes")).Choice("blood", "no", new Option("yes").Sets("rf-blood"))
            .Flag("rf-blood", TriageTier.Soon)
            .Assess(("pain", "no"), ("blood", "yes"));

        Assert.Equal(["pain"], findings.Live);
        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void A_question_that_hangs_on_a_hidden_one_is_hidden_too()
    {
        var findings = PainThenBlood()
            .Choice("clots", "no", "yes").EnabledWhen("blood", "yes")
            .Assess(("pain", "no"), ("blood", "yes"), ("clots", "yes"));

        Assert.Equal(["pain"], findings.Live);
    }

    [Fact]
    public void A_question_may_hang_on_an_earlier_one_of_its_page()
    {
        var findings = new RulesetBuilder()
            .Page("gut").Choice("pain", "no", "yes").Choice("where", "upper", "lower").EnabledWhen("pain", "yes")
            .Assess(("pain", "yes"), ("where", "upper"));

        Assert.Equal(["pain", "where"], findings.Live);
    }

    [Fact]
    public void Live_answers_come_in_questionnaire_order()
    {
        var findings = new RulesetBuilder().Choice("wind", "no", "yes").Choice("age", "old", "young").Choice("pain", "no", "yes")
            .Assess(("pain", "yes"), ("age", "old"), ("wind", "no"));

        Assert.Equal(["wind", "age", "pain"], findings.Live);
    }

    [Fact]
    public void A_problem_ticked_beside_none_of_these_still_counts()
    {
        var findings = new RulesetBuilder()
            .MultipleChoice("gut", new Option("blood").Sets("rf-blood"), new Option("none").Exclusive())
            .Flag("rf-blood", TriageTier.Soon)
            .Assess(("gut", Answer.Of("none", "blood")));

        Assert.Equal(["rf-blood"], findings.Flags().Select(raised => raised.Flag.Id));
    }

    [Fact]
    public void None_of_these_answers_a_list_and_sets_nothing()
    {
        var findings = new RulesetBuilder()
            .MultipleChoice("gut", new Option("blood").Sets("rf-blood"), new Option("none").Exclusive())
            .Flag("rf-blood", TriageTier.Soon)
            .Assess(("gut", "none"));

        Assert.Empty(findings.Missing);
        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void A_question_that_does_not_exist_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => PainThenBlood().Assess(("pian", "yes")));

        Assert.Contains("pian", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_is_not_an_option_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => PainThenBlood().Assess(("pain", "yse")));

        Assert.Contains("yse", refused.Message, StringComparison.Ordinal);
    }

    private static RulesetBuilder PainThenBlood() => new RulesetBuilder()
        .Choice("pain", "no", "yes")
        .Choice("blood", "no", new Option("yes").Sets("rf-blood")).EnabledWhen("pain", "yes")
        .Flag("rf-blood", TriageTier.Soon);
}
