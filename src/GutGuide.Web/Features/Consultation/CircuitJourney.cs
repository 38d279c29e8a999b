namespace GutGuide.Web.Features.Consultation;

/// <summary>What one circuit remembers between pages.</summary>
public sealed class CircuitJourney
{
    /// <summary>Whether the person has moved from page to page without a page load.</summary>
    public bool HasMoved { get; set; }
}
