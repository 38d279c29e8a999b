using GutGuide.Core.Conditions;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class ReadingsTests
{
    private const string Readings = "conditions-can-be-answered";

    [Fact]
    public void A_problem_that_is_denied_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-loss", flag => flag with { When = Condition.Fact("wl", ComparisonOperator.NotEqual, "yes") });

        ProofAssert.Fails(ruleset, Readings, "rf-loss");
    }

    [Fact]
    public void A_reassurance_that_is_relied_on_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-bowel", flag => flag with { When = Condition.Fact("assessed-bowel") });

        ProofAssert.Fails(ruleset, Readings, "rf-bowel");
    }

    [Fact]
    public void A_flag_that_reads_an_answer_itself_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-loss", flag => flag with { When = Condition.Question("signs", "loss") });

        ProofAssert.Fails(ruleset, Readings, "rf-loss");
    }

    [Fact]
    public void A_hard_rule_that_reads_a_fact_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithHardRule("hr-1", rule => rule with { When = Condition.Fact("wl") });

        ProofAssert.Fails(ruleset, Readings, "hr-1");
    }

    [Fact]
    public void A_choice_that_is_compared_with_a_number_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-diary", diary => diary with { Relevant = Condition.Question("gut", ComparisonOperator.Greater, 1) });

        ProofAssert.Fails(ruleset, Readings, "sg-diary");
    }
}
