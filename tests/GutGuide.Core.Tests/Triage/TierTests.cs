using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class TierTests
{
    public static IEnumerable<object[]> Pairs =>
        from one in Enum.GetValues<TriageTier>() from other in Enum.GetValues<TriageTier>() select new object[] { one, other };

    [Fact]
    public void With_no_flag_and_no_floor_it_is_self_care()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-x", "sp-x").Flag("rf-x", TriageTier.Urgent).State("sp-x", floor: TriageTier.Soon)
            .Assess(("rf-x", "no"), ("sp-x", "no"));

        Assert.Equal(TriageTier.SelfCare, findings.Tier);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void It_is_the_higher_of_a_flag_and_a_floor(TriageTier flag, TriageTier floor)
    {
        var findings = new RulesetBuilder()
            .Problem("rf-x", "sp-x").Flag("rf-x", flag).State("sp-x", floor: floor)
            .Assess(("rf-x", "yes"), ("sp-x", "yes"));

        Assert.Equal(flag > floor ? flag : floor, findings.Tier);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void It_is_the_higher_of_two_flags(TriageTier one, TriageTier other)
    {
        var findings = new RulesetBuilder().Problem("rf-a", "rf-b").Flag("rf-a", one).Flag("rf-b", other).Assess(("rf-a", "yes"), ("rf-b", "yes"));

        Assert.Equal(one > other ? one : other, findings.Tier);
    }

    [Theory]
    [InlineData("yes", TriageTier.Routine)]
    [InlineData("unsure", TriageTier.Routine)]
    [InlineData("no", TriageTier.SelfCare)]
    public void The_floor_of_a_doubtful_state_is_not_lowered(string said, TriageTier expected)
    {
        var findings = new RulesetBuilder().Problem("sp-x").State("sp-x", floor: TriageTier.Routine).Assess(("sp-x", said));

        Assert.Equal(expected, findings.Tier);
    }

    [Fact]
    public void The_floor_of_a_late_state_counts()
    {
        var findings = new RulesetBuilder()
            .Problem("rf-flare")
            .State("sp-flare", Condition.Flag("rf-flare"), floor: TriageTier.Urgent)
            .Flag("rf-flare", TriageTier.Soon)
            .Assess(("rf-flare", "yes"));

        Assert.Equal(TriageTier.Urgent, findings.Tier);
    }

    [Fact]
    public void A_doubtful_flag_counts_at_its_lowered_tier()
    {
        var findings = new RulesetBuilder().Problem("rf-x").Flag("rf-x", TriageTier.Emergency).Assess(("rf-x", "unsure"));

        Assert.Equal(TriageTier.Urgent, findings.Tier);
    }
}
