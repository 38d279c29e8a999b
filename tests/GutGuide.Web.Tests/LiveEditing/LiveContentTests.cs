using GutGuide.Web.Content;
using GutGuide.Web.Tests.Reading;

namespace GutGuide.Web.Tests.LiveEditing;

public sealed class LiveContentTests
{
    private static readonly ContentProblem Fault = new("content/x.md", 1, ProblemSeverity.Error, "a fault");

    private readonly LiveContent _live = new(TestContent.Site());

    [Fact]
    public void A_fault_leaves_content_and_version()
    {
        var before = _live.State;

        _live.Refuse([Fault]);

        Assert.Same(before.Content, _live.Current);
        Assert.Equal(before.Version, _live.State.Version);
        Assert.Equal([Fault], _live.State.Faults);
    }

    [Fact]
    public void Sound_content_takes_the_place_of_the_old_and_its_faults()
    {
        var before = _live.State;
        var fresh = TestContent.Site();
        _live.Refuse([Fault]);

        _live.Replace(fresh);

        Assert.Same(fresh, _live.Current);
        Assert.NotEqual(before.Version, _live.State.Version);
        Assert.Empty(_live.State.Faults);
    }

    [Fact]
    public async Task Who_waits_hears_of_the_next_change()
    {
        var waiting = _live.AfterAsync(_live.State, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        _live.Refuse([Fault]);

        Assert.Equal([Fault], (await waiting).Faults);
    }

    [Fact]
    public async Task Who_asks_late_hears_at_once()
    {
        var known = _live.State;
        _live.Refuse([Fault]);

        var state = await _live.AfterAsync(known, CancellationToken.None);

        Assert.Equal([Fault], state.Faults);
    }
}
