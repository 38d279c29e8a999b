using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Publishing;
using GutGuide.Web.Search;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Reading;

/// <summary>
/// The search page: a plain form, answered without script or cookie. What is looked for may say something about a person's
/// health, so it is not in the title, kept by no cache, and told to no log.
/// </summary>
public static class SearchEndpoint
{
    public const string Address = "/search";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly PageHead Head = new(Address, "Search", "Search the articles and the glossary of GutGuide.") { Listed = false };

    public static void MapSearch(this IEndpointRouteBuilder site) => site.MapMethods(Address, Methods, AnswerAsync).RequireRateLimiting(RateLimits.Searching);

    private static async Task AnswerAsync(HttpContext context, SearchIndex index, PageRenderer renderer, PublishedPages published, LiveContent content, SiteAddress site)
    {
        var results = index.Find(context.Request.Query["q"].FirstOrDefault());
        var documents = await renderer.RenderAsync([ReadingPage.Of<SearchPage>(Head, (nameof(SearchPage.Results), results), (nameof(SearchPage.Symptoms), content.Current.Symptoms))], published.Assets, site);

        SecurityHeaders.Apply(context.Response.Headers, published.PageHeaders);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = documents[0].Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(documents[0], context.RequestAborted);
        }
    }
}
