using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Consultation;
using Microsoft.Extensions.DependencyInjection;

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
        await services.GetRequiredService<SitePublisher>().PublishAsync(services.GetRequiredService<LiveContent>().Current);

        Assert.All(before.Suggestions, suggestion => Assert.Null(suggestion.UnderReview));
        Assert.All((await CurrentRulesAsync(services)).Suggestions, suggestion => Assert.Equal(SuggestionState.Never, suggestion.Floor));
        Assert.Contains("This page was due for a new review", await site.Visitor().GetStringAsync("/learn/remove"), StringComparison.Ordinal);
    }

    private static async Task<Ruleset> CurrentRulesAsync(IServiceProvider services)
    {
        var scoring = services.GetRequiredService<ScoringService>();
        return (await scoring.ForAsync(scoring.CurrentHash)).Ruleset;
    }
}
