using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class MissingAnswerTests
{
    [Fact]
    public void A_required_question_without_an_answer_leaves_no_tier()
    {
        var findings = new RulesetBuilder().Choice("pain", "no", "yes").Assess();

        Assert.Null(findings.Tier);
        Assert.Equal(["pain"], findings.Missing);
    }

    [Fact]
    public void With_every_required_answer_nothing_is_missing()
    {
        var findings = new RulesetBuilder().Choice("pain", "no", "yes").Assess(("pain", "no"));

        Assert.NotNull(findings.Tier);
        Assert.Empty(findings.Missing);
    }

    [Fact]
    public void An_optional_question_may_stay_blank()
    {
        var findings = new RulesetBuilder().Choice("pain", "no", "yes").Optional().Assess();

        Assert.Empty(findings.Missing);
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    public void A_required_question_is_missed_only_when_it_is_asked(string pain, bool isMissed)
    {
        var findings = new RulesetBuilder()
            .Choice("pain", "no", "yes")
            .Choice("where", "upper", "lower").EnabledWhen("pain", "yes")
            .Assess(("pain", pain));

        Assert.Equal(isMissed, findings.Missing.Contains("where"));
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    public void A_required_question_is_missed_only_when_its_page_is_shown(string pain, bool isMissed)
    {
        var findings = new RulesetBuilder()
            .Choice("pain", "no", "yes")
            .Page("more", Condition.Question("pain", "yes")).Choice("where", "upper", "lower")
            .Assess(("pain", pain));

        Assert.Equal(isMissed, findings.Missing.Contains("where"));
    }

    [Fact]
    public void A_required_number_is_missed_like_any_other_answer()
    {
        var findings = new RulesetBuilder().Integer("age").Assess();

        Assert.Equal(["age"], findings.Missing);
    }

    [Fact]
    public void What_is_missing_is_listed_in_questionnaire_order()
    {
        var findings = new RulesetBuilder().Choice("wind", "no").Choice("pain", "no").Choice("age", "old").Assess(("pain", "no"));

        Assert.Equal(["wind", "age"], findings.Missing);
    }

    [Fact]
    public void Flags_are_known_before_the_questions_are_done()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-x").Choice("pain", "no", "yes").Flag("rf-x", TriageTier.Urgent)
            .Assess(("rf-x", "yes"));

        Assert.Null(findings.Tier);
        Assert.Equal(["rf-x"], findings.Flags().Select(raised => raised.Flag.Id));
    }
}
