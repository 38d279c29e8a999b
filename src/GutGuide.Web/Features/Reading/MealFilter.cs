using GutGuide.Core.Meals;

namespace GutGuide.Web.Features.Reading;

/// <summary>Some of the meals, at an address of their own: so a reader can choose without script.</summary>
/// <param name="Name">As on its link.</param>
public sealed record MealFilter(string Address, string Name, Func<Meal, bool> Takes)
{
    public const string AllAddress = "/learn/meals";

    public static MealFilter All { get; } = new(AllAddress, "All meals", _ => true);

    /// <summary>What meals suit, then what they are without; only those that leave some meals and not all.</summary>
    public static IEnumerable<MealFilter> Of(IReadOnlyList<Meal> meals, MealRules rules) =>
        rules.Suits.Select(word => new MealFilter($"{AllAddress}/for/{word.Id}", word.Text, meal => meal.Suits.Contains(word.Id)))
            .Concat(rules.Tags.Where(tag => tag.IsFilter).Select(tag =>
                new MealFilter($"{AllAddress}/without/{tag.Id}", $"Without {tag.Text}", meal => !meal.Contains.Contains(tag.Id))))
            .Where(filter => meals.Any(filter.Takes) && !meals.All(filter.Takes));
}
