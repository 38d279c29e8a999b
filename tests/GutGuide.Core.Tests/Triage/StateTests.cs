using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Tests.Triage;

public class StateTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("unsure", true)]
    [InlineData("no", false)]
    public void Doubt_about_a_state_counts_as_yes(string said, bool isSet)
    {
        var findings = new RulesetBuilder().Problem("sp-ibd").State("sp-ibd").Assess(("sp-ibd", said));

        Assert.Equal(isSet, findings.States().Any());
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void A_state_may_follow_from_an_earlier_state(string said, bool isSet)
    {
        var findings = new RulesetBuilder()
            .Problem("med-steroid")
            .State("med-steroid")
            .State("sp-immunosup", Condition.State("med-steroid"))
            .Assess(("med-steroid", said));

        Assert.Equal(isSet, IsSet(findings, "sp-immunosup"));
    }

    [Fact]
    public void States_come_in_the_order_of_the_ruleset()
    {
        var findings = new RulesetBuilder().Problem("sp-b", "sp-a").State("sp-a").State("sp-b").Assess(("sp-b", "yes"), ("sp-a", "yes"));

        Assert.Equal(["sp-a", "sp-b"], findings.States().Select(state => state.Id));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("unsure", true)]
    [InlineData("no", false)]
    public void A_state_may_follow_from_a_flag(string said, bool isSet)
    {
        var findings = new RulesetBuilder()
            .Problem("rf-ibd-flare")
            .State("sp-ibd-flare", Condition.Flag("rf-ibd-flare"))
            .Flag("rf-ibd-flare", TriageTier.Urgent)
            .Assess(("rf-ibd-flare", said));

        Assert.Equal(isSet, IsSet(findings, "sp-ibd-flare"));
    }

    [Fact]
    public void A_state_that_follows_from_a_flag_may_also_follow_from_an_answer()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-ibd-flare", "sp-ibd-flare")
            .State("sp-ibd-flare", Condition.AnyOf(Condition.Fact("sp-ibd-flare"), Condition.Flag("rf-ibd-flare")))
            .Flag("rf-ibd-flare", TriageTier.Urgent)
            .Assess(("sp-ibd-flare", "yes"));

        Assert.True(IsSet(findings, "sp-ibd-flare"));
    }

    [Fact]
    public void A_state_that_follows_from_a_late_state_is_late_too()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-ibd-flare")
            .State("sp-ibd-flare", Condition.Flag("rf-ibd-flare"))
            .State("sp-narrow", Condition.State("sp-ibd-flare"))
            .Flag("rf-ibd-flare", TriageTier.Urgent)
            .Assess(("rf-ibd-flare", "yes"));

        Assert.True(IsSet(findings, "sp-narrow"));
    }

    private static bool IsSet(Findings findings, string state) => findings.States().Any(set => set.Id == state);
}
