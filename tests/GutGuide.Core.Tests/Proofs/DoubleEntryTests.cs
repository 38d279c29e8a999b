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
}
