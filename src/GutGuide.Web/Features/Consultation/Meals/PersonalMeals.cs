using GutGuide.Core.Meals;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation.Results;

namespace GutGuide.Web.Features.Consultation.Meals;

/// <summary>The week of meals of one consultation.</summary>
/// <param name="HidesNumbers">No amounts, no minutes and nothing to tick, where an eating problem is possible (safety rule base hr-3).</param>
public sealed record PersonalMeals(MealWeek Week, MealRules Rules, bool HidesNumbers)
{
    /// <summary>Only for an outcome that shows a plan.</summary>
    public static PersonalMeals Of(Data.Consultation consultation, ConsultationService.ResultOutcome outcome, SiteContent content) => new(
        MealWeek.Of(content.Meals, content.MealRules, consultation.Content.Answers, outcome.Decision.States, consultation.Id, consultation.Content.MealSwaps),
        content.MealRules,
        ResultView.HidesNumbersIn(outcome.Decision));

    /// <summary>Where a person goes instead, who has no plan or none yet; null for one who has.</summary>
    public static string? InsteadOf(ConsultationService.ResultOutcome outcome) =>
        outcome.InsteadOfPlan ?? (outcome.Decision is { StopCard: null, Tier: < Core.Rules.TriageTier.Urgent } ? null : Addresses.Result);

    /// <summary>The swaps with another meal in a slot; the same when nothing else fits there.</summary>
    public static ConsultationContent Swap(ConsultationContent content, PlannedMeal planned)
    {
        if (planned.Instead is not { } instead)
        {
            return content;
        }

        var swaps = content.MealSwaps.ToDictionary(StringComparer.Ordinal);
        swaps[planned.Slot.Id] = instead.Id;
        return content with { MealSwaps = swaps };
    }
}
