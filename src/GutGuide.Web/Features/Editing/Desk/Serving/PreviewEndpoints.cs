using GutGuide.Web.Content;
using GutGuide.Web.Features.Editing.Desk.Drawing;
using GutGuide.Web.Features.Editing.Desk.Effects;
using GutGuide.Web.Features.Editing.Desk.Previews;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace GutGuide.Web.Features.Editing.Desk.Serving;

/// <summary>The questionnaire drawn, the site as of a day, drafts, and the effect of an edit.</summary>
internal static class PreviewEndpoints
{
    private const string WalkAddress = "/preview/questionnaire";
    private const string StartOfSite = "start";

    public static void MapPreviews(this RouteGroupBuilder pages)
    {
        pages.MapGet("/questionnaire", DrawingAsync);
        pages.MapGet("/preview", DateAsync);
        pages.MapGet("/preview/{slug}", PageAsync);
        pages.MapGet(WalkAddress, (HttpContext context, EditorDesk desk) => WalkAsync(context, PreviewWalk.Start(desk.Study().Ruleset)));
        pages.MapPost(WalkAddress, AnswerAsync).RequireRateLimiting(RateLimits.Answering);
        pages.MapGet("/effect", EffectAsync);
    }

    private static Task DrawingAsync(HttpContext context, EditorDesk desk)
    {
        var study = desk.Study();
        return EditorEndpoints.SendAsync<QuestionnaireDeskPage>(
            context,
            "The questionnaire",
            (nameof(QuestionnaireDeskPage.Study), study),
            (nameof(QuestionnaireDeskPage.Drawing), QuestionnaireDrawing.Of(study)));
    }

    private static Task DateAsync(HttpContext context, EditorDesk desk)
    {
        var date = EditorEndpoints.DateOf(context);
        return EditorEndpoints.SendAsync<PreviewListPage>(
            context,
            "Preview",
            (nameof(PreviewListPage.Site), SiteOnDate.Of(desk.Folder(), date ?? desk.Today)),
            (nameof(PreviewListPage.IsUnread), date is null && context.Request.Query.ContainsKey("date")));
    }

    private static Task PageAsync(string slug, HttpContext context, EditorDesk desk)
    {
        var folder = desk.Folder();
        var date = EditorEndpoints.DateOf(context) ?? desk.Today;
        var draft = folder.Inventory.Drafts.FirstOrDefault(page => page.Slug == slug);
        var page = draft ?? ReadingPages.ArticlesAndPages(folder.Content).FirstOrDefault(page => page.Slug == slug);
        return page is null
            ? EditorEndpoints.NotFoundAsync(context)
            : EditorEndpoints.SendAsync<PreviewPage>(
                context,
                page.Title,
                (nameof(PreviewPage.Article), page),
                (nameof(PreviewPage.Content), folder.Content.AsOf(date)),
                (nameof(PreviewPage.Date), date),
                (nameof(PreviewPage.IsDraft), draft is not null));
    }

    private static async Task AnswerAsync(HttpContext context, EditorDesk desk, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var sent = form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.Ordinal);
        await WalkAsync(context, PreviewWalk.Continue(desk.Study().Ruleset, sent));
    }

    private static Task WalkAsync(HttpContext context, PreviewWalk walk) => EditorEndpoints.SendAsync<PreviewWalkPage>(
        context,
        "A walk",
        (nameof(PreviewWalkPage.Walk), walk),
        (nameof(PreviewWalkPage.Token), EditorEndpoints.TokenOf(context)));

    private static Task EffectAsync(HttpContext context, EditorDesk desk)
    {
        var sinceStart = context.Request.Query["since"] == StartOfSite;
        return EditorEndpoints.SendAsync<EffectPage>(
            context,
            "The effect of an edit",
            (nameof(EffectPage.Effect), desk.Effect(sinceStart)),
            (nameof(EffectPage.SinceStart), sinceStart),
            (nameof(EffectPage.Record), desk.Record()),
            (nameof(EffectPage.Pages), ChangedPages(sinceStart ? desk.AtStart : desk.Published, desk.Folder().Content)));
    }

    private static (string Title, string Address, string What)[] ChangedPages(SiteContent before, SiteContent after)
    {
        var earlier = ReadingPages.ArticlesAndPages(before).ToDictionary(page => page.Address, StringComparer.Ordinal);
        var later = ReadingPages.ArticlesAndPages(after).ToDictionary(page => page.Address, StringComparer.Ordinal);
        return
        [
            .. later.Values.Where(page => !earlier.ContainsKey(page.Address)).Select(page => (page.Title, $"/editor/preview/{page.Slug}", "new")),
            .. earlier.Values.Where(page => !later.ContainsKey(page.Address)).Select(page => (page.Title, page.Address, "gone")),
            .. later.Values.Where(page => earlier.TryGetValue(page.Address, out var same) && IsChanged(same, page)).Select(page => (page.Title, $"/editor/preview/{page.Slug}", "changed")),
        ];
    }

    private static bool IsChanged(Article before, Article after) =>
        before.Html != after.Html || before.Title != after.Title || before.Description != after.Description || before.Reviewer != after.Reviewer || before.Reviewed != after.Reviewed || before.ReviewBy != after.ReviewBy;
}
