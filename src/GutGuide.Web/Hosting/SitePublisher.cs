using GutGuide.Web.Content;
using GutGuide.Web.Publishing;
using GutGuide.Web.Scoring;
using GutGuide.Web.Search;

namespace GutGuide.Web.Hosting;

/// <summary>Puts content in front of people: rules, pages and search together.</summary>
internal sealed class SitePublisher(
    LiveContent live,
    ProvenRules proven,
    ScoringService scoring,
    PublishedPages pages,
    SearchIndex search,
    TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private string? _ruleset;
    private SiteContent? _content;

    /// <summary>Shows the reading pages alone, which need no database. <see cref="CompleteAsync"/> adds what does.</summary>
    public async Task OpenAsync()
    {
        var content = live.Current;
        await pages.PublishAsync(AsOfToday(content), RulesPagePublisher.Page(content.Ruleset, report: null, board: null));
        _content = content;
    }

    /// <summary>The rules and the search of what was opened.</summary>
    /// <exception cref="ContentException">A promise of the rules is broken.</exception>
    public async Task CompleteAsync()
    {
        var content = _content ?? throw new InvalidOperationException("Nothing has been opened.");
        proven.Require(content);
        _ruleset = await scoring.PublishAsync(AsOfToday(content).Ruleset);
        search.Rebuild(content);
    }

    /// <summary>Publishes content as it stands today: what rests on evidence that is past its review is lowered or held back.</summary>
    /// <remarks>All that can fail happens before the first thing that anybody sees: what fails leaves everything as it was.</remarks>
    /// <exception cref="ContentException">A promise of the rules is broken.</exception>
    public async Task PublishAsync(SiteContent content, CancellationToken cancellation = default)
    {
        // Evidence that has expired only makes rules stricter, so what is proven of the rules as written holds today as well.
        proven.Require(content);
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            await ShowAsync(content, cancellation);
            if (content != live.Current || live.State.Faults.Count > 0)
            {
                live.Replace(content);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Publishes anew what is served when its turn comes, as it stands on that day.</summary>
    public async Task PublishAgainAsync(CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            await ShowAsync(live.Current, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task ShowAsync(SiteContent content, CancellationToken cancellation)
    {
        var today = AsOfToday(content);
        var ruleset = await scoring.PrepareAsync(today.Ruleset, cancellation);
        // What was proven of the same rules still holds; evidence that has expired only makes them stricter.
        var rulesPage = ruleset == _ruleset || content == _content ? null : RulesPagePublisher.Page(content.Ruleset, report: null, board: null);
        await pages.PublishAsync(today, rulesPage);
        (_ruleset, _content) = (ruleset, content);
        scoring.Use(ruleset);
        search.Rebuild(content);
    }

    private SiteContent AsOfToday(SiteContent content) => content.AsOf(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
