using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class PromiseTests
{
    [Fact]
    public void A_class_that_an_emergency_lets_through_breaks_the_promise_that_nothing_is_shown()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("test", tests => tests with { Caps = With(tests.Caps, TriageTier.Emergency, TierCap.Ok) });

        ProofAssert.Fails(ruleset, "inv-1", "test");
    }

    [Fact]
    public void A_class_that_soon_lets_through_breaks_the_promise_about_classes()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("supp", supp => supp with { Caps = With(supp.Caps, TriageTier.Soon, TierCap.Ask) });

        ProofAssert.Fails(ruleset, "inv-2", "supp");
    }

    [Fact]
    public void A_dropped_trigger_breaks_the_promise_that_rests_on_it()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Never = acid.Never.Without("med-ppi") });

        ProofAssert.Fails(ruleset, "inv-3", "sg-hcl");
    }

    [Fact]
    public void A_counterexample_comes_with_a_smallest_answer_set()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Never = acid.Never.Without("med-ppi") });

        var counterexample = ProofAssert.Fails(ruleset, "inv-3", "sg-hcl");

        Assert.Equal("medicines = ppi", counterexample.Example?.Words);
    }

    [Fact]
    public void A_lowered_floor_breaks_the_promise_that_it_is_never_simply_ok()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Floor = SuggestionState.Ok });

        ProofAssert.Fails(ruleset, "inv-4", "sg-hcl");
    }

    [Fact]
    public void A_promise_is_tried_with_each_of_its_states()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("restrict", diets => diets with { Never = diets.Never.Without("sp-under18") });

        ProofAssert.Fails(ruleset, "inv-8", "sg-gf-trial");
    }

    [Fact]
    public void A_promise_about_answers_cannot_be_proven()
    {
        var ruleset = ProvenRules.Ruleset.WithInvariant("inv-3", claim => claim with { When = Condition.Question("gut", "belly") });

        ProofAssert.Fails(ruleset, "inv-3", "inv-3");
    }

    [Fact]
    public void A_promise_of_nothing_is_refused()
    {
        var ruleset = ProvenRules.Ruleset.WithInvariant("inv-4", claim => claim with { NotOk = [] });

        ProofAssert.Fails(ruleset, "inv-4", "inv-4");
    }

    [Fact]
    public void A_proof_that_nobody_wrote_is_refused()
    {
        var ruleset = ProvenRules.Ruleset.WithInvariant("inv-6", claim => claim with { Proof = "wishful-thinking" });

        ProofAssert.Fails(ruleset, "inv-6", "inv-6");
    }

    [Fact]
    public void A_promise_about_words_is_left_to_the_tests()
    {
        var report = RulesetProof.Prove(ProvenRules.Ruleset);

        Assert.Equal(ProofKind.KeptByTests, report.Proofs.Single(proof => proof.Id == "inv-7").Kind);
    }

    private static Dictionary<TriageTier, TierCap> With(IReadOnlyDictionary<TriageTier, TierCap> caps, TriageTier tier, TierCap cap) =>
        new(caps) { [tier] = cap };
}
