using FluentValidation;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation.ComingBack;

namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// What happens to answers, whichever way they come: by the form's post or over a circuit. Each answer is checked, saved and
/// answered with the address to go to.
/// </summary>
public sealed class ConsultationService(
    ConsultationStore store,
    ScoringService scoring,
    IValidator<PageSubmission> validator,
    TimeProvider clock)
{
    /// <summary>The outcome of sending a page. One of the two is set.</summary>
    /// <param name="Next">Where to go on.</param>
    /// <param name="Problems">By linkId: what is wrong and what to do; nothing was saved.</param>
    public sealed record Outcome(string? Next, IReadOnlyDictionary<string, string> Problems)
    {
        public static Outcome GoTo(string address) => new(address, new Dictionary<string, string>());
    }

    /// <summary>What a question page needs to show itself.</summary>
    public sealed record PageView(Data.Consultation Consultation, RulesetScoring Scoring, PageProgress Progress)
    {
        public QuestionnairePage Page => Progress.Page;

        public string? Back => Progress.Before is { } before ? Addresses.Question(before.Id) : null;
    }

    /// <summary>A page of somebody's consultation; null when there is no such page for these answers.</summary>
    public async Task<PageView?> ViewAsync(Data.Consultation consultation, string pageId, CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        return rules.Flow.Progress(pageId, consultation.Content.Answers) is { } progress ? new PageView(consultation, rules, progress) : null;
    }

    /// <summary>Checks and saves a page of a consultation that is not at hand.</summary>
    public async Task<Outcome?> SubmitAsync(
        Guid id,
        string pageId,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        bool keepDraft,
        CancellationToken cancellation = default) =>
        await store.FindAsync(id, cancellation) is { } consultation ? await SubmitAsync(consultation, pageId, values, keepDraft, cancellation) : null;

    /// <summary>Checks and saves a page.</summary>
    /// <param name="keepDraft">Keep what cannot be accepted, so that the page can show it again after a redirect.</param>
    /// <returns>Null when the consultation is gone.</returns>
    public async Task<Outcome?> SubmitAsync(
        Data.Consultation consultation,
        string pageId,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        bool keepDraft,
        CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        if (rules.Ruleset.Questionnaire.Pages.FirstOrDefault(page => page.Id == pageId) is not { } page)
        {
            return Outcome.GoTo(await NextAsync(consultation, cancellation));
        }

        var submission = new PageSubmission(rules.Flow, page, consultation.Content.Answers, values);
        var problems = Check(submission);
        var after = problems.Count > 0 ? consultation.Content : consultation.Content.WithPage(pageId, submission.Answers(), clock.GetUtcNow());
        var (isAsked, next) = rules.Flow.Lead(page, after.Answers, after.SeenPages);
        if (!isAsked)
        {
            // Another tab has changed an earlier answer, and the page is no longer asked.
            return Outcome.GoTo(await NextAsync(consultation, cancellation));
        }

        if (problems.Count > 0)
        {
            return await RefuseAsync(consultation, submission, problems, keepDraft, cancellation);
        }

        var saved = await store.ChangeAsync(
            consultation,
            content => ReferenceEquals(content, consultation.Content) ? after : content.WithPage(pageId, submission.Answers(), clock.GetUtcNow()),
            isCompleted: false,
            cancellation);
        return saved is null ? null
            : Outcome.GoTo(ReferenceEquals(saved.Content, after) ? AddressOf(next, rules, after.Answers) : await NextAsync(saved, cancellation));
    }

    /// <summary>Where this consultation goes on: the first open page, then the check of answers, or the result after a stop.</summary>
    public async Task<string> NextAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        var content = consultation.Content;
        return AddressOf(rules.Flow.Next(content.Answers, content.SeenPages), rules, content.Answers);
    }

    /// <summary>Where somebody who comes back finds their consultation: its result once there is one, else the next open page.</summary>
    public async Task<string> PlaceOfAsync(Data.Consultation consultation, CancellationToken cancellation = default) =>
        consultation.IsCompleted ? Addresses.Result : await NextAsync(consultation, cancellation);

    /// <summary>What a consultation has come to.</summary>
    /// <param name="Instead">Where to go while there is no result; null when there is.</param>
    /// <param name="InsteadOfPlan">The same for whatever shows a plan, which does not rest on old answers. Advice to get help does not wait for new ones.</param>
    public sealed record ResultOutcome(RulesetScoring Rules, Decision Decision, string? Instead, string? InsteadOfPlan);

    /// <summary>The result of a consultation, or where it goes on before there is one.</summary>
    public async Task<ResultOutcome> ResultAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        var decision = rules.Engine.Decide(consultation.Content.Answers);
        var next = await NextAsync(consultation, cancellation);
        if (decision.Status == DecisionStatus.Incomplete || (!IsStopped(decision) && next != Addresses.CheckAnswers))
        {
            return new ResultOutcome(rules, decision, next, next);
        }

        var showsPlan = decision is { StopCard: null, Tier: < Core.Rules.TriageTier.Urgent };
        return new ResultOutcome(rules, decision, null, showsPlan && OldAnswersOf(rules, consultation).Any ? Addresses.Renew : null);
    }

    public OldAnswers OldAnswersOf(RulesetScoring rules, Data.Consultation consultation) => OldAnswers.Of(rules, consultation.Content, clock.GetUtcNow());

    /// <summary>Takes the lasting ones of a person's old answers as still true, and asks the others again.</summary>
    /// <returns>Where to go on; null when the consultation is gone.</returns>
    public async Task<string?> RenewAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        var renewed = await store.ChangeAsync(
            consultation.Id,
            content =>
            {
                var now = clock.GetUtcNow();
                var old = OldAnswers.Of(rules, content, now);
                return content.WithRenewed(old.Lasting.Select(lasting => lasting.Answer.Item.LinkId), old.Again.Select(page => page.Id), now);
            },
            isCompleted: false,
            cancellation);
        return renewed is null ? null : await NextAsync(renewed, cancellation);
    }

    /// <summary>The problems of a submission, by linkId.</summary>
    public IReadOnlyDictionary<string, string> Check(PageSubmission submission) =>
        validator.Validate(submission).Errors
            .GroupBy(error => error.PropertyName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().ErrorMessage, StringComparer.Ordinal);

    /// <summary>Whether an answer ended the questions, so that there is nothing to check before the result.</summary>
    public static bool IsStopped(Decision decision) =>
        decision.StopCard is not null || decision.Tier == Core.Rules.TriageTier.Emergency;

    private static string AddressOf(QuestionnairePage? next, RulesetScoring rules, Answers answers) =>
        next is not null ? Addresses.Question(next.Id)
        : IsStopped(rules.Engine.Decide(answers)) ? Addresses.Result
        : Addresses.CheckAnswers;

    private async Task<Outcome> RefuseAsync(
        Data.Consultation consultation,
        PageSubmission submission,
        IReadOnlyDictionary<string, string> problems,
        bool keepDraft,
        CancellationToken cancellation)
    {
        if (keepDraft)
        {
            var values = submission.Page.Items.ToDictionary(item => item.LinkId, item => submission.ValuesOf(item.LinkId), StringComparer.Ordinal);
            await store.ChangeAsync(
                consultation,
                content => content with { Draft = new PageDraft(submission.Page.Id, values) },
                cancellation: cancellation);
        }

        return new Outcome(null, problems);
    }
}

/// <summary>Addresses of the consultation. No answer ever stands in one.</summary>
public static class Addresses
{
    public const string Start = "/consultation";
    public const string CheckAnswers = "/consultation/check-answers";
    public const string Result = "/consultation/result";
    public const string Again = "/consultation/again";
    public const string Calendar = "/consultation/calendar.ics";
    public const string Compare = "/consultation/compare";
    public const string Renew = "/consultation/renew";
    public const string Resume = "/consultation/resume";
    public const string Summary = "/consultation/summary";
    public const string Forget = "/consultation/forget";
    public const string QuestionnaireFhir = "/consultation/questionnaire.fhir.json";
    public const string ResponseFhir = "/consultation/response.fhir.json";
    public const string WhenToGetHelp = "/learn/when-to-get-help";

    private const string Questions = "/consultation/q/";

    public static string Question(string page) => Questions + page;

    public static bool IsQuestion(string address) => address.StartsWith(Questions, StringComparison.Ordinal);
}
