using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.FollowUp;

/// <summary>One step of a plan and the day it begins. Tests and talks are booked, not tried, so they are none.</summary>
public sealed record PlannedStep(Suggestion Suggestion, DateOnly From)
{
    private const int DaysOfAWeek = 7;

    /// <summary>The four weeks of a decision, laid on the calendar.</summary>
    public static IReadOnlyList<PlannedStep> Of(Decision decision, DateOnly start)
    {
        var booked = decision.First.Select(planned => planned.Suggestion.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. decision.Weeks.SelectMany((week, number) => week
                .Where(suggestion => !booked.Contains(suggestion.Id))
                .Select(suggestion => new PlannedStep(suggestion, start.AddDays(number * DaysOfAWeek)))),
        ];
    }

    /// <summary>What is new on a day: the steps that began last by then.</summary>
    public static IReadOnlyList<PlannedStep> NewestOn(DateOnly day, IReadOnlyList<PlannedStep> steps)
    {
        var begun = steps.Where(step => step.From <= day).ToArray();
        return begun.Length == 0 ? [] : [.. begun.Where(step => step.From == begun.Max(other => other.From))];
    }
}
