namespace GutGuide.Core.Tests.Proofs;

public class RulesetProofTests
{
    [Fact]
    public void A_sound_ruleset_has_no_counterexample()
    {
        ProofAssert.Holds(ProvenRules.Ruleset);
    }
}
