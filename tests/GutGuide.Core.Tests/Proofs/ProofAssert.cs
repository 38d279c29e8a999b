using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Tests.Proofs;

/// <summary>What a report must say.</summary>
public static class ProofAssert
{
    public static void Holds(Ruleset ruleset)
    {
        var report = RulesetProof.Prove(ruleset);

        Assert.Equal([], report.Counterexamples.Select(counterexample => counterexample.ToString()));
    }

    /// <summary>The named claim fails, and the counterexample points at the rule to look at.</summary>
    public static Counterexample Fails(Ruleset ruleset, string claim, string rule)
    {
        var report = RulesetProof.Prove(ruleset);

        var proof = Assert.Single(report.Proofs, proof => proof.Id == claim);
        Assert.False(proof.Holds, $"{claim} holds");
        Assert.Contains(rule, proof.Counterexamples.Select(counterexample => counterexample.Rule));
        return proof.Counterexamples.First(counterexample => counterexample.Rule == rule);
    }
}
