using System.Globalization;
using GutGuide.Core.Comparisons;
using GutGuide.Web.Content.Records;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>
/// Whether an edit loosens anything: a tier falls or a suggestion is easier to get for anybody of the sample, a rule is milder as
/// it is written, or words of a care card or a promise are not there any more.
/// </summary>
internal static class LooserEdit
{
    private static readonly string[] CardKeys = ["says", "title", "tier"];

    /// <summary>Each way in words; empty when nothing is looser.</summary>
    public static IReadOnlyList<string> Of(EditEffect effect) =>
    [
        .. effect is { IsEdit: true, Comparison: null } ? ["the two versions cannot be compared by answers, so nothing shows that none is looser"] : Array.Empty<string>(),
        .. effect.Comparison?.Tiers.Where(tier => tier.Move.IsDown).Select(tier =>
            string.Create(CultureInfo.InvariantCulture, $"the tier falls from {DecisionWords.Of(tier.Move.From)} to {DecisionWords.Of(tier.Move.To)} in {tier.Count} answer sets")) ?? [],
        .. effect.Comparison?.Suggestions.Where(moves => moves.Loosened > 0).Select(moves =>
            string.Create(CultureInfo.InvariantCulture, $"{DecisionWords.NameOf(moves.Id, effect)} is looser in {moves.Loosened} answer sets")) ?? [],
        .. effect.IsEdit ? Loosening.Between(effect.Before, effect.After).Select(loosening => $"{loosening.Id} {loosening.Words}") : [],
        .. effect.Facts.Where(IsWordGone).Select(RecordWords.Of),
    ];

    /// <summary>A sentence in other words is gone too: only a person can tell whether it still says the same.</summary>
    private static bool IsWordGone(RecordDifference difference) => difference.Was is not null && difference.Key.Split(' ') switch
    {
        ["care-cards", _, var key] => CardKeys.Contains(key),
        ["invariants", _, ..] => true,
        _ => false,
    };
}
