using FluentValidation;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// What happens to answers, whichever way they come: by the form's post or over a circuit. Each answer is checked, saved and
/// answered with the address to go to.
/// </summary>
public sealed class ConsultationService(
    ConsultationStore store,
    ScoringService scoring,
    IValidator<PageSubmission> validator,
    LiveContent content,
    TimeProvider clock)
{
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

    /// <summary>What the form of a page shows: what was sent and not accepted, else what is saved.</summary>
    public PageForm FormOf(PageView view)
    {
        var (page, stored) = (view.Page, view.Consultation.Content);
        var seen = PageSeen.Of(page, stored.Answers);
        if (stored.Draft is not { } draft || draft.Page != page.Id)
        {
            var brought = stored.SeenPages.Contains(page.Id) ? [] : page.Items.Where(item => BroughtTo(item, stored).Any()).Select(item => item.LinkId).ToHashSet(StringComparer.Ordinal);
            var saved = page.Items.ToDictionary(
                item => item.LinkId,
                item => brought.Contains(item.LinkId) ? [.. BroughtTo(item, stored)] : Written(stored.Answers[item.LinkId]),
                StringComparer.Ordinal);
            return new PageForm(saved, new Dictionary<string, string>(), [], seen, false) { Brought = brought };
        }

        var submission = new PageSubmission(view.Scoring.Flow, page, stored.Answers, draft.Values);
        var problems = Check(submission);
        var shown = PageSeen.Read(draft.Seen) ?? seen;
        var differences = problems.Count == 0 && shown != seen
            ? AnswerDifference.Of(page, stored.Answers, submission.Combine(stored.Answers))
            : [];
        return new PageForm(draft.Values, problems, differences, problems.Count > 0 ? shown : seen, true);
    }

    /// <summary>Checks and saves a page.</summary>
    /// <param name="seen">What the sent form said of itself; null when it said nothing.</param>
    /// <returns>
    /// Where to go on: the same page again when what was sent cannot be taken as it is. Null when the consultation is gone.
    /// </returns>
    public async Task<string?> SubmitAsync(
        Data.Consultation consultation,
        string pageId,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        PageSeen? seen,
        CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);

        // Whatever address it was sent to: it answers the page that the person saw.
        var answered = seen?.Page ?? pageId;
        if (rules.Ruleset.Questionnaire.Pages.FirstOrDefault(page => page.Id == answered) is not { } page)
        {
            return NoticeChanged(await NextAsync(consultation, cancellation));
        }

        var after = Take(rules, page, values, seen, consultation.Content);
        var (isAsked, next) = rules.Flow.Lead(page, after.Answers, after.SeenPages);
        if (!isAsked)
        {
            // Another tab has changed an earlier answer, and the page is no longer asked.
            return NoticeChanged(await NextAsync(consultation, cancellation));
        }

        var saved = await store.ChangeAsync(
            consultation,
            stored => ReferenceEquals(stored, consultation.Content) ? after : Take(rules, page, values, seen, stored),
            isCompleted: after.Draft is null ? false : null,
            cancellation);
        return saved is null ? null
            : !saved.IsOf(consultation) ? await AskAgainAsync(saved, answered, values, seen, cancellation)
            : saved.Content.Draft?.Page == page.Id ? Addresses.Question(page.Id)
            : saved.Content.FollowUp?.Begun is not null ? await GoOnWithCheckInAsync(saved, rules, cancellation)
            : ReferenceEquals(saved.Content, after) ? AddressOf(next, rules, after)
            : await NextAsync(saved, cancellation);
    }

    /// <summary>Keeps what is saved for a page, and lets go of what was sent for it since.</summary>
    /// <returns>Where to go on; null when the consultation is gone.</returns>
    public async Task<string?> KeepSavedAsync(Data.Consultation consultation, CancellationToken cancellation = default) =>
        await store.ChangeAsync(consultation, stored => stored with { Draft = null }, cancellation: cancellation) is { } saved
            ? await NextAsync(saved, cancellation)
            : null;

    /// <summary>Where this consultation goes on: the first open page, then the check of answers, or the result after a stop.</summary>
    public async Task<string> NextAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        var rules = await scoring.ForAsync(consultation.RulesetHash, cancellation);
        var stored = consultation.Content;
        return AddressOf(rules.Flow.Next(stored.Answers, stored.SeenPages), rules, stored);
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
        var decision = DecisionOf(rules, consultation.Content);
        var next = await NextAsync(consultation, cancellation);
        if (decision.Status == DecisionStatus.Incomplete || (!IsStopped(decision) && next != Addresses.CheckAnswers))
        {
            return new ResultOutcome(rules, decision, next, next);
        }

        var showsPlan = decision is { StopCard: null, Tier: < Core.Rules.TriageTier.Urgent };
        return new ResultOutcome(rules, decision, null, showsPlan && IsStale(rules, consultation.Content) ? Addresses.CheckIn : null);
    }

    /// <summary>What was decided, with what was said of the steps at check-ins.</summary>
    public Decision DecisionOf(RulesetScoring rules, ConsultationContent stored) => stored.FollowUp?.CheckIns is [.., { Day: var day }] checkIns
        ? FollowUpDecision.Of(rules.Engine, stored.Answers, new StepLedger(checkIns, CheckIns), day, CheckIns).Decision
        : rules.Engine.Decide(stored.Answers);

    /// <summary>The problems of a submission, by linkId.</summary>
    public IReadOnlyDictionary<string, string> Check(PageSubmission submission) =>
        validator.Validate(submission).Errors
            .GroupBy(error => error.PropertyName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().ErrorMessage, StringComparer.Ordinal);

    /// <summary>Whether an answer ended the questions, so that there is nothing to check before the result.</summary>
    public static bool IsStopped(Decision decision) =>
        decision.StopCard is not null || decision.Tier == Core.Rules.TriageTier.Emergency;

    private CheckInRules CheckIns => content.Current.FollowUp.CheckIn;

    /// <summary>Whether danger signs or symptoms are too old for a plan to rest on them. Source: safety rule base hr-14.</summary>
    private bool IsStale(RulesetScoring rules, ConsultationContent stored)
    {
        var oldest = clock.GetUtcNow() - TimeSpan.FromDays(CheckIns.StaleDays);
        var counts = CheckIns.Danger.Concat(CheckIns.Symptoms).ToHashSet(StringComparer.Ordinal);
        return rules.Engine.Scorer.Assess(stored.Answers).Live.Any(linkId => counts.Contains(linkId) && stored.AnsweredAt.GetValueOrDefault(linkId) < oldest);
    }

    private string AddressOf(QuestionnairePage? next, RulesetScoring rules, ConsultationContent stored)
    {
        var page = stored.FollowUp?.Begun is null ? next : NextSign(rules, stored) ?? next;
        return page is not null ? Addresses.Question(page.Id)
            : IsStopped(rules.Engine.Decide(stored.Answers)) ? Addresses.Result
            : stored.FollowUp?.Begun is not null ? Addresses.CheckIn
            : Addresses.CheckAnswers;
    }

    /// <summary>The next page of danger signs of a check-in: they come before all else.</summary>
    private QuestionnairePage? NextSign(RulesetScoring rules, ConsultationContent stored)
    {
        var danger = CheckIns.Danger.ToHashSet(StringComparer.Ordinal);
        return rules.Flow.Pages(stored.Answers).FirstOrDefault(page => !stored.SeenPages.Contains(page.Id) && page.Items.Any(item => danger.Contains(item.LinkId)));
    }

    /// <summary>Goes on, or ends a check-in at once where a danger sign is what matters now.</summary>
    private async Task<string?> GoOnWithCheckInAsync(Data.Consultation consultation, RulesetScoring rules, CancellationToken cancellation)
    {
        var stored = consultation.Content;

        // What is still to be asked counts as it was before, and is not in doubt; an old danger sign does not count as a new one.
        var sofar = stored.FollowUp!.Begun!.Over(stored.Answers, rules.Ruleset.Questionnaire, CheckIns.Danger.ToHashSet(StringComparer.Ordinal));
        var isUrgent = rules.Engine.Scorer.Assess(sofar).Flags().Any(raised => raised.Tier >= Core.Rules.TriageTier.Urgent);
        var mustStop = IsStopped(rules.Engine.Decide(stored.Answers));
        if (!mustStop && (!isUrgent || NextSign(rules, stored) is not null))
        {
            return await NextAsync(consultation, cancellation);
        }

        var ended = await store.ChangeAsync(
            consultation,
            known => known.FollowUp?.Begun is { } begun
                ? known.WithCheckInFinished(TodayOf(known), null, [], begun.Over(known.Answers, rules.Ruleset.Questionnaire))
                : known,
            isCompleted: true,
            cancellation);
        return ended is null ? null : Addresses.Result;
    }

    private DateOnly TodayOf(ConsultationContent stored) => content.Current.FollowUp.Diary.TodayAt(clock.GetUtcNow(), stored.Answers);

    /// <summary>What the person came with, of what a question still offers; nothing once it is answered.</summary>
    private static IEnumerable<string> BroughtTo(QuestionnaireItem item, ConsultationContent content) =>
        content.Answers[item.LinkId] is null && content.Brought.TryGetValue(item.LinkId, out var codes)
            ? codes.Where(code => item.Option(code) is not null)
            : [];

    private static IReadOnlyList<string> Written(Answer? answer) =>
        answer is null ? [] : answer.Number is not null ? [answer.ToString()] : answer.Codes;

    private static string NoticeChanged(string address) =>
        Addresses.IsQuestion(address) ? $"{address}?{ConsultationEndpoints.Notice}={ConsultationEndpoints.NoticeChanged}" : address;

    /// <summary>
    /// What is stored with a page's answers in place; or with them as a draft, when they cannot be accepted or would replace
    /// what another tab has saved since.
    /// </summary>
    private ConsultationContent Take(
        RulesetScoring rules,
        QuestionnairePage page,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        PageSeen? seen,
        ConsultationContent stored)
    {
        var submission = new PageSubmission(rules.Flow, page, stored.Answers, values);
        if (Check(submission).Count > 0)
        {
            return stored.WithDraft(submission.Draft(seen));
        }

        var answers = submission.Answers();
        if (stored.FollowUp?.Begun is { } begun)
        {
            answers = page.Items.ToDictionary(
                item => item.LinkId, item => CheckIns.WithKept(item, answers[item.LinkId], begun.Before.Answers), StringComparer.Ordinal);
        }

        var after = stored.WithPage(page.Id, answers, clock.GetUtcNow());
        var isOvertaken = seen is not null
            && seen != PageSeen.Of(page, stored.Answers)
            && AnswerDifference.IsAny(page, stored.Answers, after.Answers);
        return isOvertaken ? stored.WithDraft(submission.Draft(seen)) : after;
    }

    /// <summary>
    /// The consultation was begun anew while an answer was on its way, perhaps under other rules. It is not taken for an answer
    /// to the new questions; where the same page is asked again, it is shown there to look at.
    /// </summary>
    private async Task<string?> AskAgainAsync(
        Data.Consultation anew,
        string pageId,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        PageSeen? seen,
        CancellationToken cancellation)
    {
        if (await ViewAsync(anew, pageId, cancellation) is not { } view)
        {
            return NoticeChanged(await NextAsync(anew, cancellation));
        }

        var draft = new PageSubmission(view.Scoring.Flow, view.Page, anew.Content.Answers, values).Draft(seen);
        return await store.ChangeAsync(anew, stored => stored.WithDraft(draft), cancellation: cancellation) is null
            ? null
            : NoticeChanged(Addresses.Question(pageId));
    }
}

/// <summary>Addresses of the consultation. No answer ever stands in one.</summary>
public static class Addresses
{
    public const string Start = "/consultation";
    public const string StartFrom = "/consultation/from";
    public const string CheckAnswers = "/consultation/check-answers";
    public const string Result = "/consultation/result";
    public const string Calendar = "/consultation/calendar.ics";
    public const string CheckIn = "/consultation/check-in";
    public const string Meals = "/consultation/meals";
    public const string Print = "/consultation/print";
    public const string Resume = "/consultation/resume";
    public const string Summary = "/consultation/summary";
    public const string Forget = "/consultation/forget";
    public const string QuestionnaireFhir = "/consultation/questionnaire.fhir.json";
    public const string ResponseFhir = "/consultation/response.fhir.json";
    public const string WhenToGetHelp = "/help";

    private const string Questions = "/consultation/q/";

    /// <summary>What would change one part of the result, by its place in it.</summary>
    public static string Why(int place) => FormattableString.Invariant($"/consultation/why/{place}");

    public static string Question(string page) => Questions + page;

    public static bool IsQuestion(string address) => address.StartsWith(Questions, StringComparison.Ordinal);
}
