using GutGuide.Core.Faults;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Claims;

/// <summary>What a ruleset must be before anything else of it can be tried, because the engine could not be built.</summary>
internal static class FaultsProof
{
    /// <summary>Every id is defined exactly once and before it is needed, every rule has what it must have and names a source.</summary>
    public static ProofOutcome Names(Ruleset ruleset) => Count(RulesetFaults.Of(ruleset), FaultClaim.Names, FaultClaim.Completeness);

    /// <summary>Every condition can be answered by what it reads.</summary>
    public static ProofOutcome Readings(Ruleset ruleset) => Count(RulesetFaults.Of(ruleset), FaultClaim.Readings);

    private static ProofOutcome Count(RulesetFaults faults, params FaultClaim[] claims)
    {
        var tally = new ProofOutcome();
        tally.Count(claims.Sum(faults.Looked));
        foreach (var fault in faults.All.Where(fault => claims.Contains(fault.Claim)))
        {
            tally.Fail(fault.Rule, fault.Message);
        }

        return tally;
    }
}
