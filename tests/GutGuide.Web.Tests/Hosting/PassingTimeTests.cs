using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Hosting;
using GutGuide.Web.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Hosting;

public sealed class PassingTimeTests
{
    [Fact]
    public async Task Years_after_the_last_review_the_site_suggests_nothing_any_more()
    {
        await using var site = new SiteFactory();
        var services = site.Services;
        var before = await CurrentRulesAsync(services);

        site.Clock.Advance(TimeSpan.FromDays(5 * 365));
        await services.GetRequiredService<SitePublisher>().PublishAgainAsync();

        Assert.All(before.Suggestions, suggestion => Assert.Null(suggestion.UnderReview));
        Assert.All((await CurrentRulesAsync(services)).Suggestions, suggestion => Assert.Equal(SuggestionState.Never, suggestion.Floor));
        Assert.Contains("This page was due for a new review", await site.Visitor().GetStringAsync("/learn/remove"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_day_that_waits_for_an_edit_shows_the_edit()
    {
        await using var site = new SiteFactory();
        var live = site.Services.GetRequiredService<LiveContent>();
        var publisher = site.Services.GetRequiredService<SitePublisher>();
        var edited = live.Current with { GraceDays = live.Current.GraceDays + 1 };

        await Task.WhenAll(publisher.PublishAsync(edited), publisher.PublishAgainAsync());

        Assert.Same(edited, live.Current);
    }

    [Fact]
    public async Task A_new_day_that_could_not_be_published_is_tried_again_before_the_next()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 23, 59, 0, TimeSpan.Zero));
        using var stop = new CancellationTokenSource();
        var tries = new List<DateTimeOffset>();
        var faults = new List<Exception>();
        var published = new TaskCompletionSource();

        var running = DailyRepublisher.RunAsync(PublishAsync, faults.Add, clock, stop.Token);
        while (!published.Task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(faults);
        Assert.Equal(2, tries.Count);
        Assert.InRange(tries[1] - tries[0], TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));

        Task PublishAsync(CancellationToken cancellation)
        {
            tries.Add(clock.GetUtcNow());
            if (tries.Count == 1)
            {
                throw new InvalidOperationException("The database is busy.");
            }

            published.SetResult();
            return Task.CompletedTask;
        }
    }

    private static async Task<Ruleset> CurrentRulesAsync(IServiceProvider services)
    {
        var scoring = services.GetRequiredService<ScoringService>();
        return (await scoring.ForAsync(scoring.CurrentHash)).Ruleset;
    }
}
