using GutGuide.Core.Explanations;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>
/// A check-in is one more response to the same questions: it begins in the place of the last, keeps what is not asked again, and
/// ends in a decision of the same engine.
/// </summary>
public sealed class CheckInService(
    ConsultationService consultations, ScoringService scoring, ConsultationStore store, DiaryService diaries, LiveContent content, TimeProvider clock)
{
    private FollowUpRules Rules => content.Current.FollowUp;

    /// <summary>One symptom in the words of the questionnaire, at the start and now.</summary>
    /// <param name="Then">Null where it was not named.</param>
    public sealed record ThenAndNow(OwnSymptom Symptom, string? Then, string? Now);

    /// <summary>What the last check-in has come to.</summary>
    /// <param name="Kept">Steps that go on.</param>
    /// <param name="Dropped">Steps that end here.</param>
    /// <param name="Next">The one new thing that comes next; null when there is none.</param>
    /// <param name="Talk">What stands first because little has helped; null otherwise.</param>
    public sealed record CheckInResult(
        CheckIn Last,
        DateOnly Began,
        Decision Decision,
        IReadOnlyList<ThenAndNow> Symptoms,
        Comparison Others,
        IReadOnlyList<PlannedStep> Kept,
        IReadOnlyList<(StepReport Report, string Title)> Dropped,
        PlannedStep? Next,
        string? Talk,
        bool HidesNumbers);

    /// <summary>The days on which a check-in is due, counted from the day the plan began.</summary>
    public IReadOnlyList<DateOnly> DueDays(Data.Consultation consultation)
    {
        var began = BeganOn(consultation);
        return [.. Rules.CheckIn.AfterDays.Select(began.AddDays)];
    }

    /// <summary>Begins a check-in, or goes on with the one that has begun.</summary>
    /// <returns>Where to go on; null when the consultation is gone.</returns>
    public async Task<string?> StartAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        if (consultation.Content.FollowUp?.Begun is not null || (await consultations.ResultAsync(consultation, cancellation)).Instead is not null)
        {
            return await consultations.NextAsync(consultation, cancellation);
        }

        var stored = consultation.Content;
        var hash = scoring.CurrentHash;
        var now = await scoring.ForAsync(hash, cancellation);
        var questionnaire = now.Ruleset.Questionnaire;
        var carried = consultation.RulesetHash == hash ? stored.Answers
            : Comparison.Carried((await scoring.ForAsync(consultation.RulesetHash, cancellation)).Ruleset.Questionnaire, stored.Answers, questionnaire);
        var asked = Rules.CheckIn.AskedAgain(questionnaire, linkId => stored.AnsweredAt.TryGetValue(linkId, out var at) ? at : null, clock.GetUtcNow());
        var pages = questionnaire.Pages
            .Where(page => page.Items.Any(item => asked.Contains(item.LinkId) || (item.Required && stored.Answers[item.LinkId] is not null && carried[item.LinkId] is null)))
            .Select(page => page.Id)
            .ToHashSet(StringComparer.Ordinal);
        var before = new PastResponse(consultation.RulesetHash, stored.Answers, stored.LastAnsweredAt ?? consultation.ChangedAt);
        var begun = await store.BeginAgainAsync(
            consultation, hash, stored.WithCheckIn(before, carried, asked, pages, BeganOn(consultation)), cancellation: cancellation);
        return begun is null ? null : await consultations.NextAsync(begun, cancellation);
    }

    /// <summary>Leaves the check-in that is under way, and goes back to the result before it.</summary>
    /// <returns>False when the consultation is gone.</returns>
    public async Task<bool> CancelAsync(Data.Consultation consultation, CancellationToken cancellation = default) =>
        consultation.Content.FollowUp?.Begun is not { } begun
        || await store.BeginAgainAsync(consultation, begun.Before.RulesetHash, consultation.Content.WithoutCheckIn(), isCompleted: true, cancellation) is not null;

    /// <summary>The steps that the check-in under way asks about: those that have begun.</summary>
    public async Task<IReadOnlyList<PlannedStep>> StepsAskedAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        if (consultation.Content.FollowUp is not { Begun: { } begun } record)
        {
            return [];
        }

        var engine = (await scoring.ForAsync(begun.Before.RulesetHash, cancellation)).Engine;
        var steps = record.CheckIns is [.., { Day: var day }]
            ? FollowUpDecision.Of(engine, begun.Before.Answers, new StepLedger(record.CheckIns, Rules.CheckIn), day, Rules.CheckIn).Steps
            : PlannedStep.Of(engine.Decide(begun.Before.Answers), BeganOn(consultation));
        var today = TodayOf(consultation);
        return [.. steps.Where(step => step.From <= today)];
    }

    /// <summary>Ends the check-in once every question is answered.</summary>
    /// <param name="outcomes">By suggestion id.</param>
    /// <returns>False when the consultation is gone.</returns>
    public async Task<bool> FinishAsync(
        Data.Consultation consultation, Overall overall, IReadOnlyDictionary<string, StepOutcome> outcomes, CancellationToken cancellation = default)
    {
        var steps = await StepsAskedAsync(consultation, cancellation);
        var reports = CheckInReports.Of(steps, outcomes, overall);
        var today = TodayOf(consultation);
        return await store.ChangeAsync(
            consultation, stored => stored.WithCheckInFinished(today, overall, reports, stored.Answers), isCompleted: true, cancellation) is not null;
    }

    /// <summary>Null before the first check-in is finished.</summary>
    public async Task<CheckInResult?> ResultAsync(Data.Consultation consultation, ConsultationService.ResultOutcome outcome, CancellationToken cancellation = default)
    {
        if (consultation.Content.FollowUp is not { CheckIns: [.., { } last] checkIns, Start: { } start } record)
        {
            return null;
        }

        var before = await scoring.ForAsync(start.RulesetHash, cancellation);
        var answers = consultation.Content.Answers;
        var steps = diaries.StepsOf(outcome.Rules, consultation, outcome.Decision);
        var running = new StepLedger(checkIns, Rules.CheckIn).Running.Select(step => step.Suggestion).ToHashSet(StringComparer.Ordinal);
        var titles = outcome.Rules.Ruleset.Suggestions.ToDictionary(suggestion => suggestion.Id, suggestion => suggestion.Text.Title, StringComparer.Ordinal);
        var own = Rules.Diary.OwnSymptoms(record.Symptoms, start.Answers);
        own = [.. own.Concat(Rules.Diary.OwnSymptoms([], answers)).Distinct().Take(Rules.Diary.MostSymptoms)];
        var symptomQuestions = own.SelectMany(symptom => new[] { symptom.Often, symptom.Way }).ToHashSet(StringComparer.Ordinal);
        var comparison = Comparison.Of(before, start, outcome.Rules, answers);
        return new CheckInResult(
            last,
            DateOnly.FromDateTime(start.ChangedAt.UtcDateTime),
            outcome.Decision,
            [.. own.Select(symptom => new ThenAndNow(symptom, WordsOf(before, start.Answers, symptom), WordsOf(outcome.Rules, answers, symptom)))],
            comparison.Without(row => symptomQuestions.Contains(row.Item.LinkId)),
            [.. steps.Where(step => running.Contains(step.Suggestion.Id))],
            [.. last.Steps.Where(step => step.Outcome != StepOutcome.NotDone && !running.Contains(step.Suggestion)).Select(step => (step, titles.GetValueOrDefault(step.Suggestion, step.Suggestion)))],
            steps.Where(step => !running.Contains(step.Suggestion.Id)).MinBy(step => step.From),
            FollowUpDecision.NeedsTalk(new StepLedger(checkIns, Rules.CheckIn), Rules.CheckIn) && outcome.Decision.First is [var talk, ..] ? talk.Suggestion.Text.Title : null,
            Rules.Diary.Short.Applies(outcome.Decision.States));
    }

    private DateOnly BeganOn(Data.Consultation consultation) => consultation.Content.FollowUp?.PlanBegan ?? TodayAt(consultation.StartedAt, consultation);

    private DateOnly TodayOf(Data.Consultation consultation) => TodayAt(clock.GetUtcNow(), consultation);

    private DateOnly TodayAt(DateTimeOffset time, Data.Consultation consultation) => Rules.Diary.TodayAt(time, consultation.Content.Answers);

    private static string? WordsOf(RulesetScoring rules, Answers answers, OwnSymptom symptom)
    {
        var live = rules.Engine.Scorer.Assess(answers).Live;
        var words = AnswerWords.Of(rules.Ruleset.Questionnaire, answers, new[] { symptom.Often, symptom.Way }.Where(live.Contains));
        return words.Count == 0 ? null : string.Join(", ", words.Select((answer, place) => place == 0 ? answer.Line : answer.Line.ToLowerInvariant()));
    }
}
