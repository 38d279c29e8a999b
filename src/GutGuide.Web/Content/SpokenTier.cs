using GutGuide.Core.Rules;

namespace GutGuide.Web.Content;

/// <summary>How soon to get help, in the words that every care card and the page on how it works use.</summary>
public static class SpokenTier
{
    public static string Of(TriageTier tier) => tier switch
    {
        TriageTier.Emergency => "Emergency",
        TriageTier.Urgent => "Today",
        TriageTier.Soon => "Soon",
        TriageTier.Routine => "Routine",
        _ => "Self-care",
    };

    /// <summary>The look of a care card of this tier.</summary>
    public static string CardClass(TriageTier tier) => tier == TriageTier.SelfCare ? "care-card--self-care" : $"care-card--{tier.ToString().ToLowerInvariant()}";
}
