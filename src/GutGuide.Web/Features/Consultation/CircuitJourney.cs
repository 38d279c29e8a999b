namespace GutGuide.Web.Features.Consultation;

/// <summary>What one circuit remembers between pages.</summary>
public sealed class CircuitJourney
{
    private bool _hasBegun;

    /// <summary>Notes that a page of questions is shown.</summary>
    /// <returns>Whether another was shown before, so that the page changed without a load.</returns>
    public bool MovesOn()
    {
        var moves = _hasBegun;
        _hasBegun = true;
        return moves;
    }
}
