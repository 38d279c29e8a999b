using System.Globalization;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Features.Editing.Desk.Reviews;
using GutGuide.Web.Publishing;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;

namespace GutGuide.Web.Features.Editing.Desk.Serving;

/// <summary>The editors' pages: plain pages without script, kept by no cache, listed nowhere.</summary>
internal static class EditorEndpoints
{
    public const string Home = "/editor";
    public const string Enter = "/editor/enter";
    public const string SecretField = "secret";

    public static IServiceCollection AddEditorDesk(this IServiceCollection services, IConfiguration settings, IHostEnvironment environment)
    {
        services.AddSingleton(provider => new EditorAccess(
            settings,
            environment,
            provider.GetRequiredService<CookieSecurity>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<EditorDesk>();
    }

    /// <summary>Maps nothing where no editor is let in, so that every address below answers "not found".</summary>
    public static void MapEditorDesk(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<EditorAccess>();
        if (!access.Exists)
        {
            return;
        }

        // What is published when the first editor comes may be newer than what the site started with.
        app.Services.GetRequiredService<EditorDesk>();
        app.MapPost(Enter, EnterAsync).RequireRateLimiting(RateLimits.Entering);
        app.MapPost("/editor/leave", LeaveAsync);

        var pages = app.MapGroup(Home).AddEndpointFilter(RequireEntryAsync).RequireRateLimiting(new RefusedLimit(access.IsRefused));
        pages.MapGet("", HomeAsync);
        pages.MapGet("/rules", RulesAsync);
        pages.MapGet("/flags/{id}", (string id, HttpContext context, EditorDesk desk) => ReviewAsync(context, new RuleReviews(desk).Flag(id)));
        pages.MapGet("/states/{id}", (string id, HttpContext context, EditorDesk desk) => ReviewAsync(context, new RuleReviews(desk).State(id)));
        pages.MapGet("/suggestions/{id}", (string id, HttpContext context, EditorDesk desk) => ReviewAsync(context, new RuleReviews(desk).Suggestion(id)));
        pages.MapGet("/pages/{slug}", (string slug, HttpContext context, EditorDesk desk) => ReviewAsync(context, new PageReviews(desk).Page(slug)));
        pages.MapGet("/sources", SourcesAsync);
        pages.MapGet("/sources/{id}", (string id, HttpContext context, EditorDesk desk) => ReviewAsync(context, new PageReviews(desk).Source(id)));
        pages.MapPreviews();
    }

    /// <summary>Sends a page of the desk, rendered now.</summary>
    public static async Task SendAsync<TComponent>(HttpContext context, string title, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var services = context.RequestServices;
        var published = services.GetRequiredService<PublishedPages>();
        var head = new PageHead(context.Request.Path.Value ?? Home, $"{title}, editors", "For the editors of this site.") { Listed = false };
        var documents = await services.GetRequiredService<PageRenderer>().RenderAsync([ReadingPage.Of<TComponent>(head, parameters)], published.Assets, services.GetRequiredService<SiteAddress>());

        SecurityHeaders.Apply(context.Response.Headers, published.PageHeaders);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = documents[0].Length;
        await context.Response.BodyWriter.WriteAsync(documents[0], context.RequestAborted);
    }

    public static Task NotFoundAsync(HttpContext context) => context.RequestServices.GetRequiredService<PublishedPages>().NotFoundAsync(context);

    /// <summary>A date as <c>YYYY-MM-DD</c>; null when there is none, or it cannot be read.</summary>
    public static DateOnly? DateOf(HttpContext context) =>
        DateOnly.TryParseExact(context.Request.Query["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static async ValueTask<object?> RequireEntryAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (context.RequestServices.GetRequiredService<EditorAccess>().IsAllowed(context))
        {
            return await next(invocation);
        }

        await SendDoorAsync(context, isWrong: false);
        return Results.Empty;
    }

    private static Task SendDoorAsync(HttpContext context, bool isWrong)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return SendAsync<LoginPage>(context, "Come in", (nameof(LoginPage.Token), TokenOf(context)), (nameof(LoginPage.IsWrong), isWrong));
    }

    /// <summary>The token that a form of ours has to carry.</summary>
    public static AntiforgeryTokenSet TokenOf(HttpContext context) => context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);

    private static async Task EnterAsync(HttpContext context, EditorAccess access, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var form = await context.Request.ReadFormAsync();
        if (access.TryEnter(context, form[SecretField].ToString()))
        {
            SeeOther(context, Home);
        }
        else
        {
            await SendDoorAsync(context, isWrong: true);
        }
    }

    private static async Task LeaveAsync(HttpContext context, EditorAccess access, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        access.Leave(context);
        SeeOther(context, "/");
    }

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private static Task HomeAsync(HttpContext context, EditorDesk desk, EditorAccess access) => SendAsync<EditorHomePage>(
        context,
        "All content",
        (nameof(EditorHomePage.Loaded), desk.Folder()),
        (nameof(EditorHomePage.Today), desk.Today),
        (nameof(EditorHomePage.Find), context.Request.Query["find"].ToString()),
        (nameof(EditorHomePage.Leave), access.IsOpen ? null : TokenOf(context)));

    private static Task RulesAsync(HttpContext context, EditorDesk desk) => SendAsync<RuleListPage>(context, "All rules", (nameof(RuleListPage.Study), desk.Study()));

    private static Task SourcesAsync(HttpContext context, EditorDesk desk) => SendAsync<SourceListPage>(context, "All sources", (nameof(SourceListPage.Loaded), desk.Folder()));

    private static Task ReviewAsync(HttpContext context, Review? review) => review is null
        ? NotFoundAsync(context)
        : SendAsync<ReviewPage>(context, review.Title, (nameof(ReviewPage.Review), review));
}
