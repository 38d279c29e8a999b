using GutGuide.Web.Features.Consultation;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Consultation;

public sealed class CircuitJourneyTests
{
    private const int AnswersPerMinute = 120;

    private readonly FakeTimeProvider _clock = new();
    private readonly CircuitJourney _journey = new();

    [Fact]
    public void Who_sends_pages_without_end_over_one_connection_has_to_wait_until_the_minute_is_over()
    {
        var allowed = Enumerable.Range(0, AnswersPerMinute + 1).Select(_ => _journey.MayAnswer(_clock)).ToArray();
        _clock.Advance(TimeSpan.FromSeconds(59));
        var soon = _journey.MayAnswer(_clock);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.All(allowed[..AnswersPerMinute], Assert.True);
        Assert.False(allowed[AnswersPerMinute]);
        Assert.False(soon);
        Assert.True(_journey.MayAnswer(_clock));
    }

    [Fact]
    public void Only_the_first_page_of_a_connection_was_loaded()
    {
        Assert.False(_journey.MovesOn());
        Assert.True(_journey.MovesOn());
    }
}
