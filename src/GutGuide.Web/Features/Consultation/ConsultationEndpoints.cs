using System.Text;
using GutGuide.Web.Components;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Features.Consultation.Meals;
using GutGuide.Web.Features.Consultation.TakeAway;
using GutGuide.Web.Scoring;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GutGuide.Web.Features.Consultation;

/// <summary>Where the forms of the consultation post to. They work without script; with it, the question form goes another way to the same service.</summary>
public static class ConsultationEndpoints
{
    /// <summary>Field of the consent box.</summary>
    public const string ConsentField = "consent";

    /// <summary>Field of the button that keeps what another tab has saved.</summary>
    public const string KeepField = "keep";

    /// <summary>Field of the button that asks for another meal: it holds the slot.</summary>
    public const string SwapField = "swap";

    /// <summary>Query flags of a page: why the person is there. None says anything about an answer.</summary>
    public const string Notice = "notice";

    public const string NoticeConsent = "consent";
    public const string NoticeGone = "gone";
    public const string NoticeForgotten = "forgotten";
    public const string NoticeDay = "day";
    public const string NoticeChanged = "changed";

    private const string GoneAddress = $"{Addresses.Start}?{Notice}={NoticeGone}";
    private const string Enhanced = "blazor-enhanced-nav";
    private const string Elsewhere = "blazor-enhanced-nav-redirect-location";

    public static void MapConsultation(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").AddEndpointFilter(RequireOwnFormAsync);
        routes.MapPost(Addresses.StartFrom, ComeFromAsync).First().DisableAntiforgery().RequireRateLimiting(RateLimits.Answering);
        forms.MapPost(Addresses.Start, StartAsync).First().RequireRateLimiting(RateLimits.Starting);
        forms.MapPost(Addresses.Question("{page}"), AnswerAsync).First().RequireRateLimiting(RateLimits.Answering);
        forms.MapPost(Addresses.CheckAnswers, FinishAsync).First().RequireRateLimiting(RateLimits.Answering);
        forms.MapPost(Addresses.Meals, SwapMealAsync).First().RequireRateLimiting(RateLimits.Answering);
        forms.MapPost(Addresses.Forget, ForgetAsync).First().RequireRateLimiting(RateLimits.Answering);
        routes.MapGet(Addresses.Calendar, CalendarAsync);
        routes.MapGet(Addresses.QuestionnaireFhir, QuestionnaireAsync);
        routes.MapGet(Addresses.ResponseFhir, ResponseAsync);
    }

    /// <summary>Before the Razor page at the same address, which would also take a post.</summary>
    private static RouteHandlerBuilder First(this RouteHandlerBuilder route) => route.WithOrder(-1);

    private static async ValueTask<object?> RequireOwnFormAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return context.Request.HasFormContentType && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }

    /// <summary>
    /// Opens the start page for somebody who comes from a symptom. That page is finished bytes and holds no token; none is
    /// needed, since nothing is changed or kept.
    /// </summary>
    private static async Task<IResult> ComeFromAsync(HttpContext context, LiveContent content)
    {
        if (!context.Request.HasFormContentType)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        context.Features.Set(BroughtSymptom.Of(await context.Request.ReadFormAsync(), content.Current));
        return new RazorComponentResult<App>();
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, ConsultationStore store, ConsultationCookie cookie, ConsultationService service, ScoringService scoring, LiveContent content)
    {
        var form = await context.Request.ReadFormAsync();
        var brought = BroughtSymptom.Of(form, content.Current);
        if (form[ConsentField] != "yes" && brought is not null)
        {
            // A redirect would have to say in its address what was chosen.
            context.Features.Set(brought with { Notice = NoticeConsent });
            return new RazorComponentResult<App>();
        }

        if (form[ConsentField] != "yes")
        {
            return SeeOther($"{Addresses.Start}?{Notice}={NoticeConsent}#{ConsentField}");
        }

        if (await cookie.FindAsync(context) is { } earlier)
        {
            await store.ForgetAsync(earlier.Id);
        }

        var (consultation, token) = await store.StartAsync(scoring.CurrentHash, brought?.Symptom.Starts);
        cookie.Set(context, token);
        return SeeOther(await service.NextAsync(consultation));
    }

    private static async Task<IResult> AnswerAsync(string page, HttpContext context, ConsultationCookie cookie, ConsultationService service)
    {
        if (await cookie.FindAsync(context) is not { } consultation)
        {
            return Leave(context, GoneAddress);
        }

        var form = await context.Request.ReadFormAsync();
        var values = form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.Ordinal);
        var next = form.ContainsKey(KeepField)
            ? await service.KeepSavedAsync(consultation)
            : await service.SubmitAsync(consultation, page, values, PageSeen.Read(form[PageSeen.Field]));
        return next is null ? Leave(context, GoneAddress) : Addresses.IsQuestion(next) ? SeeOther(next) : Leave(context, next);
    }

    private static async Task<IResult> FinishAsync(HttpContext context, ConsultationCookie cookie, ConsultationService service, ConsultationStore store)
    {
        if (await cookie.FindAsync(context) is not { } consultation)
        {
            return Gone();
        }

        var next = await service.NextAsync(consultation);
        if (next != Addresses.CheckAnswers)
        {
            return SeeOther(next);
        }

        await store.ChangeAsync(consultation, stored => stored, isCompleted: true);
        return SeeOther(Addresses.Result);
    }

    private static async Task<IResult> ForgetAsync(HttpContext context, ConsultationCookie cookie, ConsultationStore store)
    {
        if (await cookie.FindAsync(context) is { } consultation)
        {
            await store.ForgetAsync(consultation.Id);
        }

        cookie.Clear(context);
        return SeeOther($"{Addresses.Start}?{Notice}={NoticeForgotten}");
    }

    private static async Task<IResult> SwapMealAsync(
        HttpContext context, ConsultationCookie cookie, ConsultationService service, ConsultationStore store, LiveContent content)
    {
        if (await cookie.FindAsync(context) is not { } consultation)
        {
            return Gone();
        }

        var outcome = await service.ResultAsync(consultation);
        if (PersonalMeals.InsteadOf(outcome) is { } instead)
        {
            return SeeOther(instead);
        }

        var form = await context.Request.ReadFormAsync();
        var week = PersonalMeals.Of(consultation, outcome, content.Current).Week;
        if (week.Meals.FirstOrDefault(meal => meal.Slot.Id == form[SwapField]) is not { } planned)
        {
            return SeeOther(Addresses.Meals);
        }

        return await store.ChangeAsync(consultation, said => PersonalMeals.Swap(said, planned)) is null
            ? Gone()
            : SeeOther($"{Addresses.Meals}#{planned.Slot.Id}");
    }

    /// <summary>The diet trial of the plan, from the day asked for, or from tomorrow.</summary>
    private static async Task<IResult> CalendarAsync(
        string? start, HttpContext context, ConsultationCookie cookie, ConsultationService service, SiteAddress site, TimeProvider clock)
    {
        if (await cookie.FindAsync(context) is not { } consultation)
        {
            return Gone();
        }

        var outcome = await service.ResultAsync(consultation);
        if (outcome.InsteadOfPlan is { } instead)
        {
            return SeeOther(instead);
        }

        if (DietTrialCalendar.TrialOf(outcome.Decision) is not { } trial)
        {
            return SeeOther(Addresses.Result);
        }

        var now = clock.GetUtcNow();
        return DietTrialCalendar.FirstDay(start, DateOnly.FromDateTime(now.UtcDateTime)) is { } day
            ? TypedResults.File(Encoding.UTF8.GetBytes(DietTrialCalendar.Of(trial, consultation.Id, day, now, site)), DietTrialCalendar.ContentType, "diet-trial.ics")
            : SeeOther($"{Addresses.Result}?{Notice}={NoticeDay}#take-away");
    }

    private static async Task QuestionnaireAsync(HttpContext context, QuestionnaireFile file) =>
        await (await file.CurrentAsync(context.RequestAborted)).SendAsync(context);

    private static async Task<IResult> ResponseAsync(HttpContext context, ConsultationCookie cookie, ScoringService scoring, SiteAddress site)
    {
        if (await cookie.FindAsync(context) is not { } consultation)
        {
            return Gone();
        }

        var rules = await scoring.ForAsync(consultation.RulesetHash);
        var answers = consultation.Content.Answers;
        var form = FhirQuestionnaire.From(rules.Ruleset.Questionnaire, site);
        return TypedResults.Text(FhirJson.Write(FhirQuestionnaireResponse.From(form, answers, rules.Engine.Scorer.Assess(answers), consultation.Content.LastAnsweredAt ?? consultation.ChangedAt)), FhirJson.ContentType);
    }

    private static SeeOtherResult Gone() => SeeOther(GoneAddress);

    /// <summary>
    /// Leads from a question to another kind of page. Where questions change without a load, that page is loaded, and so read
    /// from its top.
    /// </summary>
    private static IResult Leave(HttpContext context, string address)
    {
        if (!context.Request.Headers.Accept.ToString().Contains(Enhanced, StringComparison.Ordinal))
        {
            return SeeOther(address);
        }

        context.Response.Headers[Enhanced] = "allow";
        context.Response.Headers[Elsewhere] = address;
        return TypedResults.Ok();
    }

    private static SeeOtherResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>303: the browser asks for the next page with GET, and "back" does not send the form again.</summary>
    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
