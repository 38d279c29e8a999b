using GutGuide.Core.Proofs.Claims;

namespace GutGuide.Core.Tests.Proofs;

public class RulesetProofTests
{
    [Fact]
    public void A_sound_ruleset_has_no_counterexample()
    {
        ProofAssert.Holds(ProvenRules.Ruleset);
    }

    [Fact]
    public void A_sound_ruleset_has_no_first_broken_claim()
    {
        Assert.Null(RulesetProof.FirstBroken(ProvenRules.Ruleset));
    }

    [Fact]
    public void The_first_broken_claim_is_told_as_in_the_whole_report()
    {
        var ruleset = ProvenRules.Ruleset with { Edges = [] };

        var first = RulesetProof.FirstBroken(ruleset);

        Assert.Equivalent(RulesetProof.Prove(ruleset).Proofs.First(proof => !proof.Holds), first, strict: true);
    }

    [Fact]
    public void A_promise_by_a_proof_that_is_none_is_broken()
    {
        var ruleset = ProvenRules.Ruleset;
        ruleset = ruleset with { Invariants = [.. ruleset.Invariants.Select(invariant => invariant with { Proof = "no-such-proof" })] };

        Assert.Equal(ruleset.Invariants[0].Id, RulesetProof.FirstBroken(ruleset)?.Id);
    }
}
