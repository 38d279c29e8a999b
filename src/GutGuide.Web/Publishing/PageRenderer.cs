using System.Text;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GutGuide.Web.Publishing;

/// <summary>Turns reading pages into the bytes of whole HTML documents. No request takes part.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    // A renderer is one at a time; two of them are what a small machine can do at once.
    private const int AtOnce = 2;

    /// <summary>Renders the pages, each with one and the same frame; the documents come in the same order.</summary>
    public async Task<IReadOnlyList<byte[]>> RenderAsync(IReadOnlyCollection<ReadingPage> pages, PageAssets assets, SiteAddress site)
    {
        var parts = pages.Chunk(Math.Max(1, (pages.Count + AtOnce - 1) / AtOnce));
        var documents = await Task.WhenAll(parts.Select(part => Task.Run(() => RenderPartAsync(part, assets, site))));
        return [.. documents.SelectMany(part => part)];
    }

    private async Task<List<byte[]>> RenderPartAsync(ReadingPage[] pages, PageAssets assets, SiteAddress site)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);

        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var documents = new List<byte[]>();
            foreach (var page in pages)
            {
                documents.Add(await RenderAsync(renderer, page, assets, site));
            }

            return documents;
        });
    }

    private static async Task<byte[]> RenderAsync(HtmlRenderer renderer, ReadingPage page, PageAssets assets, SiteAddress site)
    {
        var document = await renderer.RenderComponentAsync<SiteDocument>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(SiteDocument.Head)] = page.Head,
            [nameof(SiteDocument.Files)] = assets,
            [nameof(SiteDocument.Site)] = site,
            [nameof(SiteDocument.ChildContent)] = (RenderFragment)(builder =>
            {
                builder.OpenComponent(0, page.Component);
                builder.AddMultipleAttributes(1, page.Parameters.Where(parameter => parameter.Value is not null)!);
                builder.CloseComponent();
            }),
        }));

        return Encoding.UTF8.GetBytes(document.ToHtmlString());
    }
}
