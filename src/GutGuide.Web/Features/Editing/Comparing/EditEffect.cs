using GutGuide.Core.Comparisons;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>What an edit of the rules does, and which promises it breaks or mends.</summary>
/// <param name="Comparison">Null when both versions are the same, or one has names that lead nowhere.</param>
/// <param name="Broken">Promises that held before and do not hold now.</param>
/// <param name="Mended">Promises that hold now and did not before.</param>
public sealed record EditEffect(
    Ruleset Before,
    Ruleset After,
    RulesetComparison? Comparison,
    IReadOnlyList<Proof> Broken,
    IReadOnlyList<Proof> Mended)
{
    /// <summary>Whether two versions hold the very same rules and words.</summary>
    public static bool IsSame(Ruleset before, Ruleset after) => RulesetStore.HashOf(before) == RulesetStore.HashOf(after);

    /// <param name="proofBefore">What is proven of <paramref name="before"/>; null when both versions are the same.</param>
    /// <param name="proofAfter">What is proven of <paramref name="after"/>.</param>
    public static EditEffect Of(Ruleset before, ProofReport? proofBefore, Ruleset after, ProofReport proofAfter)
    {
        if (proofBefore is null)
        {
            return new EditEffect(before, after, null, [], []);
        }

        var comparison = IsSound(proofBefore) && IsSound(proofAfter) ? RulesetComparison.Of(before, proofBefore.Reached, after, proofAfter.Reached) : null;
        return new EditEffect(before, after, comparison, Only(proofAfter, proofBefore), Only(proofBefore, proofAfter)) { IsEdit = true };
    }

    /// <summary>What the record would tell differently: words, cards, promises, numbers, ceilings, amounts.</summary>
    public IReadOnlyList<RecordDifference> Facts { get; init; } = [];

    /// <summary>Whether the two versions differ in rules or in words.</summary>
    public bool IsEdit { get; private init; }

    /// <summary>Promises that fail in one report and hold in the other, or are not made there.</summary>
    private static Proof[] Only(ProofReport fails, ProofReport holds) =>
        [.. fails.Proofs.Where(proof => !proof.Holds && holds.Proofs.All(other => other.Id != proof.Id || other.Holds))];

    /// <summary>Rules whose names lead nowhere decide nothing, and nothing is reached.</summary>
    private static bool IsSound(ProofReport report) => report.Reached.Count > 0;
}
