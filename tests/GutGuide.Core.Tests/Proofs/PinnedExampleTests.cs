using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class PinnedExampleTests
{
    private const string Hold = "pinned-examples-hold";
    private const string BothSides = "examples-stand-on-both-sides";

    [Theory]
    [InlineData(49)]
    [InlineData(51)]
    public void An_age_that_is_off_by_one_turns_an_example_over(int age)
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-blood-50", flag => flag with
        {
            When = Condition.AllOf(Condition.Fact("age", ComparisonOperator.GreaterOrEqual, age), Condition.Fact("rb")),
        });

        ProofAssert.Fails(ruleset, Hold, "rf-blood-50");
    }

    [Fact]
    public void A_changed_tier_turns_an_example_over()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-chest", flag => flag with { Tier = TriageTier.Urgent });

        ProofAssert.Fails(ruleset, Hold, "rf-chest");
    }

    [Fact]
    public void A_lost_branch_turns_an_example_over()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-loss", flag => flag with { When = Condition.Fact("wl") });

        ProofAssert.Fails(ruleset, Hold, "rf-loss");
    }

    [Fact]
    public void A_lowered_floor_turns_an_example_over()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-ed", state => state with { Floor = TriageTier.SelfCare });

        ProofAssert.Fails(ruleset, Hold, "sp-ed");
    }

    [Fact]
    public void A_rule_without_a_raising_example_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("sp-thin", edge => edge.IsSet == true);

        ProofAssert.Fails(ruleset, BothSides, "sp-thin");
    }

    [Fact]
    public void A_rule_without_a_quiet_example_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-blood-50", edge => edge.Tier is null);

        ProofAssert.Fails(ruleset, BothSides, "rf-blood-50");
    }

    [Fact]
    public void A_rule_that_asks_one_plain_question_needs_no_example()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-chest", _ => true);

        ProofAssert.Holds(ruleset);
    }

    [Fact]
    public void A_fine_number_is_pinned_to_its_decimal()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-thin", state => state with { When = Condition.Fact("bmi", ComparisonOperator.Less, 18.6) });

        ProofAssert.Fails(ruleset, Hold, "sp-thin");
    }
}
