using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Comparing;

/// <summary>What is proven of the rules that ship, worked out once.</summary>
internal static class ShippedProof
{
    private static readonly Lazy<ProofReport> Proven = new(() => RulesetProof.Prove(ShippedContent.Ruleset));

    public static ProofReport Report => Proven.Value;
}
