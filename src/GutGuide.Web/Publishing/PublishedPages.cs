using System.Diagnostics;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Publishing;

/// <summary>
/// The finished bytes of every reading page. Pages are rendered when content is published, compressed quickly, and served
/// at once; the best compression follows in the background. A new publication takes the old one's place in one step.
/// </summary>
/// <param name="source">The pages of a content folder.</param>
/// <param name="webRoot">Where the stylesheet, font and pictures lie.</param>
/// <param name="started">Ends when the whole site answers: what is not needed for that waits for it. Null where nothing starts.</param>
/// <param name="isLive">Pages carry the script that shows an editor each change; never where readers come.</param>
public sealed partial class PublishedPages(
    PageRenderer renderer,
    PageSource source,
    IFileProvider webRoot,
    SiteAddress site,
    ILogger<PublishedPages> logger,
    Task? started = null,
    bool isLive = false) : IDisposable
{
    private const string PageType = "text/html; charset=utf-8";
    private const string PageCacheControl = "public, max-age=300, stale-while-revalidate=86400";
    private const string LiveCacheControl = "no-cache";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Dictionary<string, ReadingPage> _further = new(StringComparer.Ordinal);
    private SiteContent? _content;
    private Publication? _current;

    /// <summary>What is served now; null before the first publication.</summary>
    public Publication? Current => Volatile.Read(ref _current);

    /// <summary>For pages that are not kept here but link to the same files.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been published yet.</exception>
    public PageAssets Assets => Published.Assets;

    /// <summary>Of pages that are rendered like those kept here.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> PageHeaders => isLive ? SecurityHeaders.Live : SecurityHeaders.Reading;

    /// <summary>Ends when everything published so far is in its smallest form.</summary>
    public Task BestCompression { get; private set; } = Task.CompletedTask;

    private Publication Published => Current ?? throw new InvalidOperationException("Nothing has been published yet.");

    /// <summary>Renders the content and puts it in the place of what was served before. Pages added earlier stay.</summary>
    /// <param name="further">Added with it, as by <see cref="AddAsync"/>.</param>
    public Task PublishAsync(SiteContent content, ReadingPage? further = null) => ReplaceAsync(content, further);

    /// <summary>Adds a page that does not come from content alone, or replaces it by address.</summary>
    public Task AddAsync(ReadingPage page) => ReplaceAsync(null, page);

    /// <summary>Answers any request with "not found" and a way onward.</summary>
    public Task NotFoundAsync(HttpContext context) => FailAsync(context, StatusCodes.Status404NotFound);

    /// <summary>Answers any request with what went wrong and what to do, without touching anything that could fail again.</summary>
    public Task FailAsync(HttpContext context, int statusCode) => Published.Failure(statusCode).SendFailureAsync(context, statusCode);

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>What fails leaves everything as it was, so that the next publication starts from what is served.</summary>
    private async Task ReplaceAsync(SiteContent? fresh, ReadingPage? further)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            var all = new Dictionary<string, ReadingPage>(_further, StringComparer.Ordinal);
            if (further is not null)
            {
                all[further.Address] = further;
            }

            if ((fresh ?? _content) is { } content)
            {
                var publication = await RenderAsync(content, all.Values);
                Volatile.Write(ref _current, publication);
                // An editor's next change should not wait for the best form of this one.
                BestCompression = isLive ? Task.CompletedTask : CompressWellAsync(publication);
                var elapsed = Stopwatch.GetElapsedTime(started);
                LogPublished(publication.Resources.Count, elapsed);
                _content = content;
            }

            _further = all;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Publication> RenderAsync(SiteContent content, IReadOnlyCollection<ReadingPage> further)
    {
        var assets = SiteAssets.Read(webRoot, isLive);
        var set = source(content);
        var pages = set.Pages
            .ExceptBy(further.Select(page => page.Address), page => page.Address)
            .Concat(further)
            .ToList();
        var documents = await renderer.RenderAsync([.. pages, .. set.Failures.Select(failure => failure.Page)], assets.Addresses, site);

        var contents = pages.Zip(documents, PageContent)
            .Concat(assets.Contents)
            .Concat(Lists(set, pages));
        var earlier = Current;

        return new Publication(
            [.. contents.Select(each => PublishedResource.Of(each, CompressionEffort.Quick, earlier?[each.Address]))],
            set.Aliases,
            set.Failures.Zip(documents.Skip(pages.Count), (failure, document) => KeyValuePair.Create(
                failure.Status,
                PublishedResource.Of(PageContent(failure.Page, document), CompressionEffort.Quick, earlier?.Failure(failure.Status)))),
            assets.Addresses);
    }

    private PublishedContent PageContent(ReadingPage page, byte[] document) =>
        new(page.Address, PageType, isLive ? LiveCacheControl : PageCacheControl, document, PageHeaders);

    private IEnumerable<PublishedContent> Lists(PageSet set, IEnumerable<ReadingPage> pages) =>
    [
        new(Feed.Address, "application/atom+xml; charset=utf-8", PageCacheControl, Feed.Of(set.Articles, site), SecurityHeaders.Reading),
        new(Sitemap.Address, "application/xml; charset=utf-8", PageCacheControl, Sitemap.Of(pages.Select(page => page.Head).Concat(set.Elsewhere), site), SecurityHeaders.Reading),
        new(Sitemap.RobotsAddress, "text/plain; charset=utf-8", PageCacheControl, Sitemap.Robots(site), SecurityHeaders.Reading),
    ];

    /// <summary>Puts better compressed bytes in place of the quick ones, unless a newer publication came first.</summary>
    private async Task CompressWellAsync(Publication quick)
    {
        await (started ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var best = quick.Compressed(CompressionEffort.Best, () => Current == quick);
        if (best is not null)
        {
            Interlocked.CompareExchange(ref _current, best, quick);
        }

        // Reading, rendering and compressing leave far more memory behind than the pages themselves take.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Count} addresses in {Elapsed}")]
    private partial void LogPublished(int count, TimeSpan elapsed);
}
