namespace GutGuide.Web.Features.Consultation;

/// <summary>What one circuit remembers between pages.</summary>
public sealed class CircuitJourney
{
    /// <summary>More than anybody can read and answer; a program that sends without end is slowed down.</summary>
    private const int AnswersPerMinute = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private bool _hasBegun;
    private long _windowStart;
    private int _answers;

    /// <summary>Notes that a page of questions is shown.</summary>
    /// <returns>Whether another was shown before, so that the page changed without a load.</returns>
    public bool MovesOn()
    {
        var moves = _hasBegun;
        _hasBegun = true;
        return moves;
    }

    /// <summary>Notes that a page is sent.</summary>
    /// <returns>False when too many were sent within a minute.</returns>
    public bool MayAnswer(TimeProvider clock)
    {
        if (_answers == 0 || clock.GetElapsedTime(_windowStart) >= Window)
        {
            _windowStart = clock.GetTimestamp();
            _answers = 0;
        }

        return ++_answers <= AnswersPerMinute;
    }
}
