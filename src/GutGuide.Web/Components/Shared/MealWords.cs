using GutGuide.Core.Meals;

namespace GutGuide.Web.Components.Shared;

/// <summary>Meals in words.</summary>
public static class MealWords
{
    /// <summary>Of more than one: breakfasts, lunches.</summary>
    public static string Many(MealKind kind) => kind == MealKind.Lunch ? "Lunches" : $"{kind}s";

    public static string TimeOf(Meal meal) => $"{meal.Minutes} min, serves {meal.Serves}";

    /// <summary>What is in it that somebody may have to avoid, in words.</summary>
    public static string ContentsOf(Meal meal, MealRules rules) => meal.Contains.Count == 0
        ? "None of the things people often avoid"
        : string.Join(", ", rules.Tags.Where(tag => meal.Contains.Contains(tag.Id)).Select(tag => tag.Text));

    public static string SuitsOf(Meal meal, MealRules rules) => string.Join(", ", rules.Suits.Where(word => meal.Suits.Contains(word.Id)).Select(word => word.Text));
}
