namespace GutGuide.Core.FollowUp;

/// <summary>What a check-in says of each step.</summary>
public static class CheckInReports
{
    /// <summary>
    /// The person's own word of each step; and where all in all it got worse, though no step is blamed, the newest that was done
    /// stops. Source: safety rule base sel-15.
    /// </summary>
    /// <param name="outcomes">By suggestion id; what is missing was not done.</param>
    public static IReadOnlyList<StepReport> Of(IReadOnlyList<PlannedStep> steps, IReadOnlyDictionary<string, StepOutcome> outcomes, Overall overall)
    {
        var reports = steps.Select(step => new StepReport(step.Suggestion.Id, step.From, outcomes.GetValueOrDefault(step.Suggestion.Id))).ToArray();
        if (overall != Overall.Worse || reports.Any(report => report.Outcome == StepOutcome.Worse))
        {
            return reports;
        }

        var newest = reports.Where(report => report.Outcome != StepOutcome.NotDone).MaxBy(report => report.From);
        return [.. reports.Select(report => ReferenceEquals(report, newest) ? report with { Outcome = StepOutcome.Stopped } : report)];
    }
}
