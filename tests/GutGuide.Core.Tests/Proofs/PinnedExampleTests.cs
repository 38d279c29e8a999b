using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class PinnedExampleTests
{
    private const string Hold = "pinned-examples-hold";
    private const string Enough = "every-slip-is-pinned";

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
    public void A_floor_that_no_example_names_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithState("med-ppi", state => state with { Floor = TriageTier.Routine });

        ProofAssert.Fails(ruleset, Enough, "med-ppi");
    }

    [Fact]
    public void A_rule_without_a_raising_example_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("sp-untested", edge => edge.IsSet == true);

        ProofAssert.Fails(ruleset, Enough, "sp-untested");
    }

    [Fact]
    public void A_rule_without_a_quiet_example_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-chest", edge => edge.Tier is null);

        ProofAssert.Fails(ruleset, Enough, "rf-chest");
    }

    [Fact]
    public void A_flag_without_an_example_of_doubt_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-chest", edge => edge.Tier == TriageTier.Urgent);

        ProofAssert.Fails(ruleset, Enough, "rf-chest");
    }

    [Fact]
    public void A_branch_that_no_example_raises_alone_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-loss", edge => edge.States.Count > 0);

        var counterexample = ProofAssert.Fails(ruleset, Enough, "rf-loss");

        Assert.Equal("no pinned example would notice if \"sp-ed and diarrhoea\" were lost", counterexample.Message);
    }

    [Fact]
    public void An_edge_that_is_pinned_from_one_side_only_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithoutEdges("rf-bowel", edge => edge.Facts["cibh_weeks"] == "2");

        var counterexample = ProofAssert.Fails(ruleset, Enough, "rf-bowel");

        Assert.Equal("no pinned example would notice if \"cibh_weeks >= 3\" were lost", counterexample.Message);
    }

    [Fact]
    public void A_fine_number_is_pinned_to_its_decimal()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-thin", state => state with { When = Condition.Fact("bmi", ComparisonOperator.Less, 18.6) });

        ProofAssert.Fails(ruleset, Hold, "sp-thin");
    }
}
