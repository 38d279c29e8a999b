using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.FollowUp;

/// <summary>What became of the steps of a plan over all check-ins so far.</summary>
public sealed class StepLedger
{
    private readonly List<(StepReport Report, DateOnly On)> _latest = [];
    private readonly CheckInRules _rules;

    /// <param name="checkIns">Oldest first.</param>
    public StepLedger(IEnumerable<CheckIn> checkIns, CheckInRules rules)
    {
        _rules = rules;
        foreach (var (report, on) in checkIns.SelectMany(checkIn => checkIn.Steps.Select(step => (step, checkIn.Day))))
        {
            var known = _latest.FindIndex(entry => entry.Report.Suggestion == report.Suggestion);
            if (known >= 0 && _latest[known].Report.Outcome == StepOutcome.Worse)
            {
                // What made somebody worse once is not tried again.
                continue;
            }

            if (known >= 0)
            {
                _latest.RemoveAt(known);
            }

            _latest.Add((report, on));
        }
    }

    /// <summary>Steps that go on: those that helped, and those whose time is not up yet.</summary>
    public IReadOnlyList<StepReport> Running => [.. _latest.Where(entry => IsRunning(entry.Report, entry.On)).Select(entry => entry.Report)];

    /// <summary>Steps that did not help, in the person's own words.</summary>
    public int WithoutHelp => _latest.Count(entry => entry.Report.Outcome is StepOutcome.NoChange or StepOutcome.Worse or StepOutcome.Stopped);

    public bool HasHelped => _latest.Any(entry => entry.Report.Outcome == StepOutcome.Helped);

    /// <summary>What selection is told. Source: safety rule base hr-20.</summary>
    /// <param name="on">Without it, what was dropped would never have a second chance.</param>
    /// <param name="known">Suggestions that the rules still have.</param>
    public Feedback FeedbackOn(DateOnly on, IReadOnlySet<string> known) => new(_latest
        .Where(entry => known.Contains(entry.Report.Suggestion))
        .Select(entry => (entry.Report.Suggestion, Outcome: OutcomeOf(entry.Report, entry.On, on)))
        .Where(entry => entry.Outcome is not null)
        .Select(entry => KeyValuePair.Create(entry.Suggestion, entry.Outcome!.Value)));

    private TriedOutcome? OutcomeOf(StepReport report, DateOnly reported, DateOnly on) => report.Outcome switch
    {
        StepOutcome.Worse => TriedOutcome.Worse,
        StepOutcome.Helped => TriedOutcome.DoingAlready,
        StepOutcome.NoChange when IsRunning(report, reported) => null,
        StepOutcome.NoChange or StepOutcome.Stopped when on < reported.AddDays(_rules.RestDays) => TriedOutcome.NoHelp,
        _ => null,
    };

    private bool IsRunning(StepReport report, DateOnly reported) =>
        report.Outcome == StepOutcome.Helped || (report.Outcome == StepOutcome.NoChange && reported < report.From.AddDays(_rules.TriedDays));
}

/// <summary>A decision of somebody who has checked in: what was dropped stays away, and one new thing comes a week.</summary>
public static class FollowUpDecision
{
    private const int DaysOfAWeek = 7;

    /// <summary>Decides with everything that was said of the steps so far. Answers alone set tier and states.</summary>
    /// <param name="on">The day of the last check-in.</param>
    public static (Decision Decision, IReadOnlyList<PlannedStep> Steps) Of(
        DecisionEngine engine, Questionnaires.Answers answers, StepLedger ledger, DateOnly on, CheckInRules rules)
    {
        var suggestions = engine.Ruleset.Suggestions.ToDictionary(suggestion => suggestion.Id, StringComparer.Ordinal);
        var decision = engine.Decide(answers, ledger.FeedbackOn(on, suggestions.Keys.ToHashSet(StringComparer.Ordinal)));
        var running = ledger.Running
            .Where(step => suggestions.ContainsKey(step.Suggestion) && decision.SuggestionStates.GetValueOrDefault(step.Suggestion) == SuggestionState.Ok)
            .Select(step => new PlannedStep(suggestions[step.Suggestion], step.From))
            .ToArray();
        if (decision.Phases.Count == 0)
        {
            return (decision, []);
        }

        var next = Next(engine, decision, running, on);
        var booked = decision.Weeks[0].Where(suggestion => decision.First.Any(first => first.Suggestion == suggestion));
        var weeks = Enumerable.Range(0, decision.Weeks.Count)
            .Select(week => (IReadOnlyList<Suggestion>)[.. week == 0 ? booked : [], .. next.Where(step => (step.From.DayNumber - on.DayNumber) / DaysOfAWeek == week).Select(step => step.Suggestion)])
            .ToArray();
        var planned = decision with { Weeks = weeks };
        return (NeedsTalk(ledger, rules) ? WithTalkFirst(planned, engine.Ruleset, rules) : planned, [.. running, .. next]);
    }

    /// <summary>Whether enough was tried without help for a talk to come first. Source: sel-15.</summary>
    public static bool NeedsTalk(StepLedger ledger, CheckInRules rules) => !ledger.HasHelped && ledger.WithoutHelp >= rules.TalkAfter;

    /// <summary>
    /// What the decision places, at most one thing a week, never earlier than the decision itself would; a product and a diet
    /// never beside each other.
    /// </summary>
    private static List<PlannedStep> Next(DecisionEngine engine, Decision decision, PlannedStep[] running, DateOnly on)
    {
        var kinds = engine.Ruleset.Classes.ToDictionary(known => known.Id, known => known.Kind, StringComparer.Ordinal);
        var apart = running.Select(step => kinds[step.Suggestion.Class]).Where(IsApart).ToHashSet();
        var next = new List<PlannedStep>();
        var free = running.Select(step => step.From.AddDays(DaysOfAWeek)).Append(on).Max();
        for (var week = 0; week < decision.Weeks.Count; week++)
        {
            foreach (var suggestion in decision.Weeks[week].Where(suggestion => decision.First.All(first => first.Suggestion != suggestion)))
            {
                var kind = kinds[suggestion.Class];
                if (running.Any(step => step.Suggestion == suggestion) || (IsApart(kind) && apart.Count > 0))
                {
                    continue;
                }

                var from = on.AddDays(week * DaysOfAWeek) is var own && own > free ? own : free;
                next.Add(new PlannedStep(suggestion, from));
                free = from.AddDays(DaysOfAWeek);
            }
        }

        return next;
    }

    private static bool IsApart(SuggestionKind kind) => kind is SuggestionKind.Product or SuggestionKind.Diet;

    private static Decision WithTalkFirst(Decision decision, Ruleset ruleset, CheckInRules rules)
    {
        var talk = rules.Talks.FirstOrDefault(id => decision.SuggestionStates.GetValueOrDefault(id, SuggestionState.Never) != SuggestionState.Never);
        if (talk is null)
        {
            return decision;
        }

        var first = decision.Phases[0];
        var planned = first.Suggestions.Concat(first.More).FirstOrDefault(known => known.Suggestion.Id == talk)
            ?? new PlannedSuggestion(ruleset.Suggestions.First(known => known.Id == talk), decision.SuggestionStates[talk], [], []);
        return decision with
        {
            Phases =
            [
                first with
                {
                    Suggestions = [planned, .. first.Suggestions.Where(known => known != planned)],
                    More = [.. first.More.Where(known => known != planned)],
                },
                .. decision.Phases.Skip(1),
            ],
        };
    }
}
