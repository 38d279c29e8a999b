using GutGuide.Web.Features.Consultation;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace GutGuide.Web.Tests.Consultation;

public sealed class ShutdownNoticeTests
{
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public void Every_open_page_is_told_before_its_connection_is_closed()
    {
        var heard = new List<string>();
        var notice = new ShutdownNotice(_lifetime);
        _lifetime.ApplicationStopping.Register(() => heard.Add("closed"));
        _lifetime.NotifyStarted();
        using var page = notice.Join(() => Hear(heard, "told"));

        _lifetime.StopApplication();

        Assert.Equal(["told", "closed"], heard);
    }

    [Fact]
    public void A_page_that_was_left_is_not_told()
    {
        var heard = new List<string>();
        var notice = new ShutdownNotice(_lifetime);
        _lifetime.NotifyStarted();
        notice.Join(() => Hear(heard, "told")).Dispose();

        _lifetime.StopApplication();

        Assert.Empty(heard);
    }

    [Fact]
    public void A_page_that_fails_to_hear_it_does_not_hold_up_the_others()
    {
        var heard = new List<string>();
        var notice = new ShutdownNotice(_lifetime);
        _lifetime.NotifyStarted();
        using var gone = notice.Join(() => throw new InvalidOperationException("The circuit is gone."));
        using var page = notice.Join(() => Hear(heard, "told"));

        _lifetime.StopApplication();

        Assert.Equal(["told"], heard);
    }

    private static Task Hear(List<string> heard, string word)
    {
        heard.Add(word);
        return Task.CompletedTask;
    }
}
