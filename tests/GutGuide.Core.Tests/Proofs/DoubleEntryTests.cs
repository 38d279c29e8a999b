using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class DoubleEntryTests
{
    [Fact]
    public void A_row_may_repeat_what_its_class_says()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-gf-trial", trial => trial with { Never = trial.Never.With("sp-ed") });

        ProofAssert.Holds(ruleset);
    }

    [Fact]
    public void A_hard_rule_without_its_row_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-gf-trial", trial => trial with { Never = trial.Never.Without("sp-untested") });

        ProofAssert.Fails(ruleset, "hard-rules-and-rows-agree", "sg-gf-trial");
    }

    [Fact]
    public void A_hard_rule_that_does_nothing_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithHardRule("hr-1", rule => rule with { Never = [], Show = [] });

        ProofAssert.Fails(ruleset, "hard-rules-and-rows-agree", "hr-1");
    }

    [Fact]
    public void A_lost_invariant_leaves_a_gap()
    {
        ProofAssert.Fails(ProvenRules.Ruleset.WithoutInvariant("inv-3"), "no-rule-is-missing", "inv-3");
    }

    [Fact]
    public void A_lost_hard_rule_leaves_a_gap()
    {
        ProofAssert.Fails(ProvenRules.Ruleset.WithoutHardRule("hr-1"), "no-rule-is-missing", "hr-1");
    }
}
