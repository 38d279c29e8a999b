using System.Globalization;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Plans;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>Opens a person's diary and writes into it.</summary>
public sealed class DiaryService(ConsultationService consultations, ScoringService scoring, ConsultationStore store, LiveContent content, TimeProvider clock)
{
    /// <summary>A diary as its pages read it.</summary>
    /// <param name="Instead">Where to go while there is no result; null when there is.</param>
    /// <param name="Steps">Empty while no plan is shown.</param>
    public sealed record DiaryView(
        Data.Consultation Consultation,
        Decision Decision,
        string? Instead,
        DiaryRules Rules,
        DiaryDates Dates,
        IReadOnlyList<OwnSymptom> Own,
        IReadOnlyList<PlannedStep> Steps,
        IReadOnlyList<SymptomChange> Changes,
        bool IsShort)
    {
        public FollowUpRecord Record => Consultation.Content.FollowUp ?? FollowUpRecord.Empty;

        public IReadOnlyList<DiaryRow> RowsOf(DateOnly day) =>
            Rules.RowsOf(Own, PlannedStep.NewestOn(day, Steps).Select(step => (step.Suggestion.Id, step.Suggestion.Text.Title)), IsShort);
    }

    /// <summary>Null for a consultation that has no diary: one that ended at once for a child.</summary>
    public async Task<DiaryView?> OpenAsync(Data.Consultation consultation, CancellationToken cancellation = default)
    {
        var outcome = await consultations.ResultAsync(consultation, cancellation);
        if (outcome is { Instead: null, Decision.StopCard: not null })
        {
            return null;
        }

        var rules = content.Current.FollowUp.Diary;
        var answers = consultation.Content.Answers;
        var record = consultation.Content.FollowUp ?? FollowUpRecord.Empty;
        var own = rules.OwnSymptoms(record.Symptoms, answers);
        return new DiaryView(
            consultation,
            outcome.Decision,
            outcome.Instead,
            rules,
            DiaryDates.Of(clock.GetUtcNow(), rules.HoursOf(answers), rules),
            own,
            outcome.InsteadOfPlan is null ? StepsOf(outcome.Rules, consultation, outcome.Decision) : [],
            Progress.Of(record.Diary, own, rules, content.Current.FollowUp.Progress),
            rules.Short.Applies(outcome.Decision.States));
    }

    /// <summary>The steps of a plan on the calendar: those of the result, or those since the last check-in.</summary>
    public IReadOnlyList<PlannedStep> StepsOf(RulesetScoring scoring, Data.Consultation consultation, Decision decision)
    {
        var rules = content.Current.FollowUp;
        var answers = consultation.Content.Answers;
        return consultation.Content.FollowUp?.CheckIns is [.., { Day: var day }] checkIns
            ? FollowUpDecision.Of(scoring.Engine, answers, new StepLedger(checkIns, rules.CheckIn), day, rules.CheckIn).Steps
            : PlannedStep.Of(decision, consultation.Content.FollowUp?.PlanBegan ?? rules.Diary.TodayAt(consultation.StartedAt, answers));
    }

    /// <summary>Every step that was tried, in the order in which they began, with what the person last said of it.</summary>
    public async Task<IReadOnlyList<(string Title, DateOnly From, StepOutcome? Said)>> TriedAsync(DiaryView view, CancellationToken cancellation = default)
    {
        var ruleset = (await scoring.ForAsync(view.Consultation.RulesetHash, cancellation)).Ruleset;
        var titles = ruleset.Suggestions.ToDictionary(suggestion => suggestion.Id, suggestion => suggestion.Text.Title, StringComparer.Ordinal);
        return
        [
            .. view.Record.CheckIns.SelectMany(checkIn => checkIn.Steps)
                .GroupBy(step => step.Suggestion, StringComparer.Ordinal)
                .Select(step => (Id: step.Key, step.First().From, Said: (StepOutcome?)step.Last().Outcome))
                .Where(step => step.Said != StepOutcome.NotDone)
                .UnionBy(view.Steps.Where(step => step.From <= view.Dates.Today).Select(step => (Id: step.Suggestion.Id, step.From, Said: (StepOutcome?)null)), step => step.Id)
                .OrderBy(step => step.From)
                .Select(step => (titles.GetValueOrDefault(step.Id, step.Id), step.From, step.Said)),
        ];
    }

    /// <summary>Writes the days of a form that can be taken as they are.</summary>
    /// <param name="forms">As sent; days with nothing new are passed over.</param>
    /// <returns>Each with its problems, and whether anything was saved; null when the consultation is gone.</returns>
    public async Task<(IReadOnlyList<DayForm> Forms, bool IsSaved)?> SaveAsync(DiaryView view, IReadOnlyList<DayForm> forms, CancellationToken cancellation = default)
    {
        var read = forms.Select(form => Read(view, form)).ToArray();
        var entries = read.Select(day => day.Entry).OfType<DayEntry>().Where(entry => entry.IsAny).ToArray();
        if (entries.Length > 0 && !await WriteAsync(view, entries, cancellation))
        {
            return null;
        }

        return ([.. read.Select(day => day.Form)], entries.Length > 0);
    }

    private async Task<bool> WriteAsync(DiaryView view, IReadOnlyList<DayEntry> entries, CancellationToken cancellation)
    {
        var known = view.Consultation;
        while (await store.ChangeAsync(known, Write, cancellation: cancellation) is { } saved)
        {
            if (saved.IsOf(known))
            {
                return true;
            }

            // A check-in was begun meanwhile: the diary goes on in it.
            known = saved;
        }

        return false;

        ConsultationContent Write(ConsultationContent stored)
        {
            var record = stored.FollowUp ?? FollowUpRecord.Empty;
            return stored with
            {
                FollowUp = record with
                {
                    Diary = entries.Aggregate(record.Diary, (diary, entry) => diary.With(entry, view.Rules.MostDays)),
                    Symptoms = [.. view.Rules.OwnSymptoms(record.Symptoms, stored.Answers).Select(symptom => symptom.Id)],
                },
            };
        }
    }

    /// <summary>What of a day can be saved, and what is to be said about the rest.</summary>
    private static (DayForm Form, DayEntry? Entry) Read(DiaryView view, DayForm form)
    {
        var fault = form.Day is { } picked ? view.Dates.FaultOf(picked) : DayFault.NotYet;
        if (form.Day is not { } day || fault != DayFault.None)
        {
            return form.ToEntry(default, false).IsAny ? (form with { Problems = [WordsOf(form, fault, view.Dates)], HasWrongDay = true }, null) : (form, null);
        }

        var rows = view.RowsOf(day).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var known = form.Now.Where(pair => rows.TryGetValue(pair.Key, out var row) && row.Choices.Any(choice => choice.Code == pair.Value));
        var problems = form.Now.Where(pair => pair.Value != form.Was.GetValueOrDefault(pair.Key))
            .Select(pair => ProblemOf(rows, pair.Key, pair.Value)).OfType<string>().Distinct().ToList();
        var note = form.Note;
        if (view.IsShort)
        {
            note = form.NoteWas;
        }
        else if (note.Length > view.Rules.NoteLength)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Your note has {note.Length} characters, and {view.Rules.NoteLength} fit. It is not saved yet: please shorten it, then save again. The rest of the day is saved."));
            note = form.NoteWas;
        }

        // Rows that are asked no more stay as they are stored.
        var was = form.Was.Where(pair => rows.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        var entry = (form with { Was = was, Now = known.ToDictionary(StringComparer.Ordinal), Note = note }).ToEntry(day, view.Dates.IsLate(day));
        return (form with { Problems = problems }, entry);
    }

    private static string? ProblemOf(Dictionary<string, DiaryRow> rows, string row, string code) =>
        rows.TryGetValue(row, out var asked)
            ? asked.Choices.Any(choice => choice.Code == code) ? null : $"“{asked.Label}” has no such answer. Please choose again."
            : row.StartsWith(DiaryRules.StepPrefix, StringComparison.Ordinal) ? "A step you filled in is no longer in your plan for that day, so it is left out. Everything else is saved."
            : "Something you filled in is not asked in your diary any more, so it is left out. Everything else is saved.";

    private static string WordsOf(DayForm form, DayFault fault, DiaryDates dates) => form.Day is not { } day ? "Please pick a day below, then save again. What you filled in is still here."
        : fault == DayFault.NotYet ? $"{SpokenDay.Of(day)} has not come yet. Please pick the day below, then save again. What you filled in is still here."
        : $"{SpokenDay.Of(day)} is too long ago: the diary takes the last {dates.DaysOpen} days, from {SpokenDay.Of(dates.Oldest)}. Please pick a day below, then save again. What you filled in is still here.";
}
