using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class NamesTests
{
    private const string Names = "ids-are-defined-once";

    [Fact]
    public void An_id_that_is_defined_twice_is_found()
    {
        var ruleset = ProvenRules.Ruleset with { Flags = [.. ProvenRules.Ruleset.Flags, ProvenRules.Ruleset.Flags[0]] };

        ProofAssert.Fails(ruleset, Names, "rf-chest");
    }

    [Fact]
    public void A_state_that_nobody_defines_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-loss", flag => flag with { When = Condition.State("sp-nothing") });

        ProofAssert.Fails(ruleset, Names, "rf-loss");
    }

    [Fact]
    public void A_trigger_that_nobody_defines_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-zinc", zinc => zinc with { Never = zinc.Never.With("med-nothing") });

        ProofAssert.Fails(ruleset, Names, "sg-zinc");
    }

    [Fact]
    public void A_rule_that_reads_a_later_one_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithState("med-ppi", state => state with { When = Condition.State("sp-ed") });

        ProofAssert.Fails(ruleset, Names, "med-ppi");
    }

    [Fact]
    public void A_state_may_wait_for_a_flag()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-thin", state => state with { When = Condition.AnyOf(state.When, Condition.Flag("rf-loss")) });

        Assert.DoesNotContain(RulesetProof.Prove(ruleset).Proofs, proof => proof.Id == Names && !proof.Holds);
    }

    [Fact]
    public void A_question_that_looks_ahead_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithItem("signs", item => item with { EnabledWhen = Condition.Question("gut", "belly") });

        ProofAssert.Fails(ruleset, Names, "signs");
    }

    [Fact]
    public void A_cell_without_a_source_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Never = acid.Never with { Sources = [] } });

        ProofAssert.Fails(ruleset, Names, "sg-hcl");
    }

    [Fact]
    public void A_suggestion_without_a_step_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-sleep", sleep => sleep with { Text = sleep.Text with { Step = "" } });

        ProofAssert.Fails(ruleset, Names, "sg-sleep");
    }

    [Fact]
    public void A_class_that_is_silent_about_a_tier_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("supp", supp => supp with { Caps = new Dictionary<TriageTier, TierCap> { [TriageTier.SelfCare] = TierCap.Ok } });

        ProofAssert.Fails(ruleset, Names, "supp");
    }

    [Fact]
    public void An_option_that_sets_what_a_fact_cannot_be_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithOption("celiac", "never", option => option with { Sets = [new("coeliac_test", "perhaps", null)] });

        ProofAssert.Fails(ruleset, Names, "celiac");
    }

    [Fact]
    public void Nothing_else_is_claimed_while_names_lead_nowhere()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-loss", flag => flag with { When = Condition.Fact("nothing") });

        Assert.Equal([Names], RulesetProof.Prove(ruleset).Proofs.Select(proof => proof.Id));
    }
}
