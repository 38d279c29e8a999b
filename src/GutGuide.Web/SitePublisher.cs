using GutGuide.Web.Content;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Features.Editing.Rules;
using GutGuide.Web.Publishing;
using GutGuide.Web.Search;

namespace GutGuide.Web;

/// <summary>Puts content in front of people: rules, pages and search together.</summary>
internal sealed class SitePublisher(LiveContent live, ScoringService scoring, PublishedPages pages, SearchIndex search) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private string? _ruleset;

    /// <summary>All that can fail happens before the first thing that anybody sees: what fails leaves everything as it was.</summary>
    public async Task PublishAsync(SiteContent content, CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var ruleset = await scoring.PrepareAsync(content.Ruleset, cancellation);
            // What was proven of the same rules still holds.
            var rulesPage = ruleset == _ruleset ? null : RulesPagePublisher.Page(content.Ruleset, report: null, board: null);
            await pages.PublishAsync(content, rulesPage);
            _ruleset = ruleset;
            scoring.Use(ruleset);
            search.Rebuild(content);
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

    public void Dispose() => _oneAtATime.Dispose();
}
