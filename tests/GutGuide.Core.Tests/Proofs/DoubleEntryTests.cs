using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class DoubleEntryTests
{
    private const string Matrix = "states-and-suggestions-agree";

    [Fact]
    public void A_row_that_lacks_what_the_matrix_has_is_named()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-diary", diary => diary with { Never = diary.Never.Without("sp-ed") });

        var counterexample = ProofAssert.Fails(ruleset, Matrix, "sg-diary");

        Assert.EndsWith("the row lacks it", counterexample.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_that_lacks_what_the_row_has_is_named()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-ed", state => state with { Never = state.Never with { Suggestions = [] } });

        var counterexample = ProofAssert.Fails(ruleset, Matrix, "sp-ed");

        Assert.EndsWith("the matrix lacks it", counterexample.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_lacks_what_the_matrix_has_is_named()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("restrict", diets => diets with { Ask = diets.Ask.Without("sp-thin") });

        ProofAssert.Fails(ruleset, Matrix, "restrict");
    }

    [Fact]
    public void A_matrix_that_lacks_what_the_class_has_is_named()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-thin", state => state with { Ask = MatrixCell.Empty });

        ProofAssert.Fails(ruleset, Matrix, "sp-thin");
    }

    [Fact]
    public void Never_on_one_side_and_ask_on_the_other_is_a_disagreement()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-zinc", zinc => zinc with { Ask = zinc.Ask.Without("sx-loose"), Never = zinc.Never.With("sx-loose") });

        ProofAssert.Fails(ruleset, Matrix, "sx-loose");
    }

    [Fact]
    public void A_row_may_repeat_what_its_class_says()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-gf-trial", trial => trial with { Never = trial.Never.With("sp-ed") });

        ProofAssert.Holds(ruleset);
    }

    [Fact]
    public void A_hard_rule_without_its_row_is_found()
    {
        var ruleset = ProvenRules.Ruleset
            .WithSuggestion("sg-gf-trial", trial => trial with { Never = trial.Never.Without("sp-untested") })
            .WithState("sp-untested", state => state with { Never = MatrixCell.Empty });

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
