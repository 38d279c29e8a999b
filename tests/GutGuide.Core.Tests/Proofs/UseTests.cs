using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class UseTests
{
    private const string Matters = "every-question-matters";

    [Fact]
    public void A_question_that_no_rule_needs_is_found()
    {
        var idle = new QuestionnaireBuilder().Choice("shoe-size", "small", "large").Build().Pages[0];
        var ruleset = ProvenRules.Ruleset with { Questionnaire = ProvenRules.Ruleset.Questionnaire with { Pages = [.. ProvenRules.Ruleset.Questionnaire.Pages, idle] } };

        ProofAssert.Fails(ruleset, Matters, "shoe-size");
    }

    [Fact]
    public void A_fact_that_is_set_and_never_read_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-blood-50", flag => flag with { When = Condition.AllOf(Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 50), Condition.Fact("wl")) });

        ProofAssert.Fails(ruleset, Matters, "rb");
    }

    [Fact]
    public void A_fact_that_is_read_and_never_set_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithOption("signs", "loss", option => option with { Sets = [] });

        ProofAssert.Fails(ruleset, Matters, "wl");
    }

    [Fact]
    public void An_edge_inside_a_band_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithOption("weeks", "three", option => option with { Sets = [new FactSetting("cibh_weeks", null, 4)] });

        ProofAssert.Fails(ruleset, Matters, "rf-bowel");
    }

    [Fact]
    public void A_section_with_the_wrong_highest_sum_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSection("belly", section => section with { Highest = 5 });

        ProofAssert.Fails(ruleset, Matters, "belly");
    }

    [Fact]
    public void A_class_without_suggestions_is_found()
    {
        var ruleset = ProvenRules.Ruleset with { Classes = [.. ProvenRules.Ruleset.Classes, ProvenRules.Ruleset.Classes[0] with { Id = "empty" }] };

        ProofAssert.Fails(ruleset, Matters, "empty");
    }
}
