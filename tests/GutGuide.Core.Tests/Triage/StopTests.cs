using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class StopTests
{
    [Fact]
    public void An_answer_that_ends_the_questions_shows_its_card()
    {
        var findings = ForMyselfThenPain().Assess(("who", "child"));

        Assert.Equal("child-help", findings.StopCard);
    }

    [Fact]
    public void Nothing_after_a_stop_is_missed()
    {
        var findings = ForMyselfThenPain().Assess(("who", "child"));

        Assert.Empty(findings.Missing);
    }

    [Fact]
    public void Nothing_after_a_stop_counts()
    {
        var findings = ForMyselfThenPain().Assess(("who", "child"), ("rf-x", "yes"));

        Assert.Equal(["who"], findings.Live);
        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void Without_a_stop_there_is_no_card_and_the_questions_go_on()
    {
        var findings = ForMyselfThenPain().Assess(("who", "me"));

        Assert.Null(findings.StopCard);
        Assert.Equal(["rf-x"], findings.Missing);
    }

    [Fact]
    public void The_page_that_ends_the_questions_is_still_asked_whole()
    {
        var findings = new RulesetBuilder()
            .Page("about").Choice("who", "me", "child").Choice("region", "US", "UK")
            .Stop(Condition.Question("who", "child"))
            .Assess(("who", "child"));

        Assert.Equal(["region"], findings.Missing);
    }

    [Fact]
    public void Of_two_stops_that_hold_the_first_gives_the_card()
    {
        var findings = new RulesetBuilder()
            .Page("about").Choice("who", "me", "child").Integer("age")
            .Stop(Condition.Question("age", ComparisonOperator.Less, 18), "teen-help")
            .Stop(Condition.Question("who", "child"), "child-help")
            .Assess(("who", "child"), ("age", 9));

        Assert.Equal("teen-help", findings.StopCard);
    }

    [Theory]
    [InlineData(17, "child-help")]
    [InlineData(18, null)]
    public void A_stop_may_read_a_number(double age, string? card)
    {
        var findings = new RulesetBuilder().Integer("age").Stop(Condition.Question("age", ComparisonOperator.Less, 18)).Assess(("age", age));

        Assert.Equal(card, findings.StopCard);
    }

    [Fact]
    public void An_emergency_leaves_nothing_later_missing()
    {
        var findings = EmergencyThenAge().Assess(("rf-now", "yes"));

        Assert.Equal(TriageTier.Emergency, findings.Tier);
        Assert.Empty(findings.Missing);
    }

    [Fact]
    public void Answers_after_an_emergency_do_not_count()
    {
        var findings = EmergencyThenAge().Assess(("rf-now", "yes"), ("age", 40), ("rf-later", "yes"));

        Assert.Equal(["rf-now"], findings.Live);
        Assert.Equal(["rf-now"], findings.Flags().Select(raised => raised.Flag.Id));
    }

    [Fact]
    public void An_emergency_ends_the_questions_on_the_page_that_completes_it()
    {
        var findings = new RulesetBuilder()
            .Problem("fever", "med-chemo")
            .Choice("region", "US", "UK")
            .State("med-chemo")
            .Flag("rf-neutropenic", TriageTier.Emergency, Condition.AllOf(Condition.State("med-chemo"), Condition.Fact("fever")))
            .Assess(("fever", "yes"), ("med-chemo", "yes"), ("region", "US"));

        Assert.Equal(["fever", "med-chemo"], findings.Live);
    }

    [Fact]
    public void A_doubtful_emergency_does_not_end_the_questions()
    {
        var findings = EmergencyThenAge().Assess(("rf-now", "unsure"));

        Assert.Null(findings.Tier);
        Assert.Equal(["age"], findings.Missing);
    }

    [Fact]
    public void An_urgent_flag_does_not_end_the_questions()
    {
        var findings = EmergencyThenAge().Problem("rf-urgent").Flag("rf-urgent", TriageTier.Urgent).Assess(("rf-urgent", "yes"));

        Assert.Equal(["age"], findings.Missing);
    }

    [Fact]
    public void What_was_missed_before_an_emergency_is_still_missed()
    {
        var findings = new RulesetBuilder()
            .Choice("who", "me", "child")
            .Problem("rf-now")
            .Flag("rf-now", TriageTier.Emergency)
            .Assess(("rf-now", "yes"));

        Assert.Equal(["who"], findings.Missing);
    }

    private static RulesetBuilder ForMyselfThenPain() => new RulesetBuilder()
        .Choice("who", "me", "child")
        .Choice("rf-x", "no", new Option("yes").Sets("rf-x"))
        .Stop(Condition.Question("who", "child"))
        .Flag("rf-x", TriageTier.Soon);

    private static RulesetBuilder EmergencyThenAge() => new RulesetBuilder()
        .Problem("rf-now")
        .Integer("age")
        .Problem("rf-later")
        .Flag("rf-now", TriageTier.Emergency)
        .Flag("rf-later", TriageTier.Emergency);
}
