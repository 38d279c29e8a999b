using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Scoring;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Apart from others, since it moves the clock of its site.</summary>
public sealed class ExpiryJobTests : IDisposable
{
    private readonly SiteFactory _site = new();

    [Fact]
    public async Task What_is_past_its_time_goes_and_only_where_people_left_is_counted()
    {
        var store = _site.Services.GetRequiredService<ConsultationStore>();
        var rules = _site.Services.GetRequiredService<ScoringService>().CurrentHash;
        for (var person = 0; person < 3; person++)
        {
            var visitor = await new FormVisitor(_site.Visitor()).StartAsync();
            await visitor.AnswerAsync(("who", "adult"));
        }

        await new FormVisitor(_site.Visitor()).StartAsync();
        var (finished, _) = await store.StartAsync(rules);
        await store.ChangeAsync(finished.Id, content => content, isCompleted: true);
        _site.Clock.Advance(TimeSpan.FromDays(20));
        await store.StartAsync(rules);
        _site.Clock.Advance(TimeSpan.FromDays(10) + TimeSpan.FromMinutes(5));

        await Job.DeleteAsync();

        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Consultations.CountAsync());
        var left = (await _site.Services.GetRequiredService<DailyCounts>().ReadAsync()).Where(count => count.What.StartsWith("left:", StringComparison.Ordinal));
        Assert.Equal([("left:about", 3), ("left:start", 1)], left.Select(count => (count.What, count.Count)));
    }

    [Fact]
    public async Task More_than_a_thousand_who_never_came_back_are_gone_in_one_round()
    {
        const int People = 1200;
        var store = _site.Services.GetRequiredService<ConsultationStore>();
        var rules = _site.Services.GetRequiredService<ScoringService>().CurrentHash;
        await Task.WhenAll(Enumerable.Range(0, People).Select(_ => store.StartAsync(rules)));
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        Assert.Equal(People, await db.Consultations.CountAsync());
        _site.Clock.Advance(TimeSpan.FromDays(31));

        await Job.DeleteAsync();

        Assert.Equal(0, await db.Consultations.CountAsync());
        Assert.Equal(People, (await _site.Services.GetRequiredService<DailyCounts>().ReadAsync()).Single(count => count.What == "left:start").Count);
    }

    public void Dispose() => _site.Dispose();

    private ExpiryJob Job => _site.Services.GetServices<IHostedService>().OfType<ExpiryJob>().Single();
}
