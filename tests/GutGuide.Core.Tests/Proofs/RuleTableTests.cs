using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class RuleTableTests
{
    [Fact]
    public void A_rule_that_a_higher_count_switches_off_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-bowel", flag => flag with { When = Condition.Fact("cibh_weeks", ComparisonOperator.LessOrEqual, 3) });

        ProofAssert.Fails(ruleset, "worse-answers-never-lower-the-tier", "rf-bowel");
    }

    [Fact]
    public void A_rule_that_a_lower_number_switches_off_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-thin", state => state with { When = Condition.Fact("bmi", ComparisonOperator.Greater, 18.5) });

        ProofAssert.Fails(ruleset, "worse-answers-never-lower-the-tier", "sp-thin");
    }

    [Fact]
    public void An_exact_number_is_found_since_a_worse_one_passes_it_by()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-bowel", flag => flag with { When = Condition.Fact("cibh_weeks", ComparisonOperator.Equal, 3) });

        ProofAssert.Fails(ruleset, "worse-answers-never-lower-the-tier", "rf-bowel");
    }

    [Fact]
    public void Age_may_be_read_either_way()
    {
        var ruleset = ProvenRules.Ruleset
            .WithFlag("rf-blood-50", flag => flag with { When = Condition.AllOf(Condition.Fact("age", ComparisonOperator.Less, 50), Condition.Fact("rb")) });

        var report = RulesetProof.Prove(ruleset);

        Assert.True(report.Proofs.Single(proof => proof.Id == "worse-answers-never-lower-the-tier").Holds);
    }

    [Fact]
    public void Every_combination_of_what_a_rule_reads_is_tried()
    {
        var before = RulesetProof.Prove(ProvenRules.Ruleset);
        var after = RulesetProof.Prove(ProvenRules.Ruleset.WithFlag(
            "rf-chest", flag => flag with { When = Condition.AnyOf(flag.When, Condition.AllOf(Condition.Fact("wl"), Condition.Fact("rb"))) }));

        // Three values for each of three problems, where it was one problem.
        Assert.Equal(27 - 3, Situations(after) - Situations(before));

        static long Situations(ProofReport report) => report.Proofs.Single(proof => proof.Id == "worse-answers-never-lower-the-tier").Situations;
    }
}
