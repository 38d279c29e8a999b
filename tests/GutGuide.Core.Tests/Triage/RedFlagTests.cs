using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class RedFlagTests
{
    [Theory]
    [InlineData(TriageTier.Routine)]
    [InlineData(TriageTier.Soon)]
    [InlineData(TriageTier.Urgent)]
    [InlineData(TriageTier.Emergency)]
    public void A_flag_that_is_certain_counts_at_its_tier(TriageTier tier)
    {
        var flags = new RulesetBuilder().Problem("rf-x").Flag("rf-x", tier).Assess(("rf-x", "yes")).Flags();

        Assert.Equal(tier, flags.Single().Tier);
    }

    [Theory]
    [InlineData(TriageTier.Emergency, TriageTier.Urgent)]
    [InlineData(TriageTier.Urgent, TriageTier.Soon)]
    [InlineData(TriageTier.Soon, TriageTier.Routine)]
    [InlineData(TriageTier.Routine, TriageTier.Routine)]
    public void A_doubtful_flag_counts_one_tier_lower_but_never_below_routine(TriageTier tier, TriageTier counted)
    {
        var flags = new RulesetBuilder().Problem("rf-x").Flag("rf-x", tier).Assess(("rf-x", "unsure")).Flags();

        Assert.Equal(counted, flags.Single().Tier);
    }

    [Theory]
    [InlineData(TriageTier.Routine)]
    [InlineData(TriageTier.Soon)]
    [InlineData(TriageTier.Urgent)]
    [InlineData(TriageTier.Emergency)]
    public void A_no_raises_no_flag(TriageTier tier) =>
        Assert.Empty(new RulesetBuilder().Problem("rf-x").Flag("rf-x", tier).Assess(("rf-x", "no")).Flags());

    [Theory]
    [InlineData("yes", "yes", TriageTier.Urgent)]
    [InlineData("yes", "unsure", TriageTier.Soon)]
    [InlineData("unsure", "yes", TriageTier.Soon)]
    [InlineData("unsure", "unsure", TriageTier.Soon)]
    [InlineData("yes", "no", null)]
    [InlineData("no", "unsure", null)]
    public void One_doubt_makes_all_of_several_doubtful(string fever, string pain, TriageTier? counted)
    {
        var flags = new RulesetBuilder()
            .Problem("fever", "pain")
            .Flag("rf-x", TriageTier.Urgent, Condition.AllOf(Condition.Fact("fever"), Condition.Fact("pain")))
            .Assess(("fever", fever), ("pain", pain))
            .Flags();

        Assert.Equal(counted, flags.SingleOrDefault()?.Tier);
    }

    [Theory]
    [InlineData("yes", "no", TriageTier.Urgent)]
    [InlineData("yes", "unsure", TriageTier.Urgent)]
    [InlineData("unsure", "yes", TriageTier.Urgent)]
    [InlineData("unsure", "no", TriageTier.Soon)]
    [InlineData("unsure", "unsure", TriageTier.Soon)]
    [InlineData("no", "no", null)]
    public void One_certainty_makes_any_of_several_certain(string fever, string pain, TriageTier? counted)
    {
        var flags = new RulesetBuilder()
            .Problem("fever", "pain")
            .Flag("rf-x", TriageTier.Urgent, Condition.AnyOf(Condition.Fact("fever"), Condition.Fact("pain")))
            .Assess(("fever", fever), ("pain", pain))
            .Flags();

        Assert.Equal(counted, flags.SingleOrDefault()?.Tier);
    }

    [Fact]
    public void A_flag_that_reads_a_doubtful_state_counts_at_its_full_tier()
    {
        var flags = new RulesetBuilder()
            .Problem("med-chemo", "fever")
            .State("med-chemo")
            .Flag("rf-neutropenic", TriageTier.Emergency, Condition.AllOf(Condition.State("med-chemo"), Condition.Fact("fever")))
            .Assess(("med-chemo", "unsure"), ("fever", "yes"))
            .Flags();

        Assert.Equal(TriageTier.Emergency, flags.Single().Tier);
    }

    [Theory]
    [InlineData("yes", TriageTier.Urgent)]
    [InlineData("unsure", TriageTier.Soon)]
    public void A_flag_may_follow_from_an_earlier_flag_and_shares_its_doubt(string said, TriageTier counted)
    {
        var flags = new RulesetBuilder()
            .Problem("rf-blood")
            .Flag("rf-blood", TriageTier.Soon)
            .Flag("rf-blood-loss", TriageTier.Urgent, Condition.Flag("rf-blood"))
            .Assess(("rf-blood", said))
            .Flags();

        Assert.Equal(counted, flags.Single(raised => raised.Flag.Id == "rf-blood-loss").Tier);
    }

    [Fact]
    public void Every_flag_that_is_up_is_listed_in_the_order_of_the_ruleset()
    {
        var flags = new RulesetBuilder()
            .Problem("rf-c", "rf-b", "rf-a")
            .Flag("rf-a", TriageTier.Routine).Flag("rf-b", TriageTier.Urgent).Flag("rf-c", TriageTier.Soon)
            .Assess(("rf-c", "yes"), ("rf-b", "yes"), ("rf-a", "unsure"))
            .Flags();

        Assert.Equal(["rf-a", "rf-b", "rf-c"], flags.Select(raised => raised.Flag.Id));
    }

    [Theory]
    [InlineData(39, null)]
    [InlineData(40, TriageTier.Soon)]
    [InlineData(41, TriageTier.Soon)]
    public void A_flag_that_reads_a_number_changes_at_its_edge(double age, TriageTier? expected)
    {
        var flags = new RulesetBuilder()
            .Number("age", FactKind.Age)
            .Flag("rf-x", TriageTier.Soon, Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 40))
            .Assess(("age", age))
            .Flags();

        Assert.Equal(expected, flags.SingleOrDefault()?.Tier);
    }
}
