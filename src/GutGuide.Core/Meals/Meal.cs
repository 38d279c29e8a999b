namespace GutGuide.Core.Meals;

/// <summary>When in the day a meal is eaten.</summary>
public enum MealKind
{
    Breakfast,
    Lunch,
    Dinner,
    Snack,
}

/// <summary>A meal from everyday food.</summary>
/// <param name="Minutes">From the first step to the table.</param>
/// <param name="Contains">Ids of <see cref="MealTag"/>; what is not named is not in it.</param>
/// <param name="Suits">Ids of what it suits.</param>
/// <param name="Shopping">Groups as in a store, in the order of <see cref="MealRules.Groups"/>.</param>
/// <param name="MethodHtml">How it is made, without swaps.</param>
/// <param name="SwapsHtml">What may stand in for what; it may name food that the meal itself does not contain.</param>
public sealed record Meal(
    string Id,
    string Title,
    string Description,
    MealKind Kind,
    int Minutes,
    int Serves,
    IReadOnlyList<string> Contains,
    IReadOnlyList<string> Suits,
    IReadOnlyList<ShoppingGroup> Shopping,
    string MethodHtml,
    string? SwapsHtml)
{
    /// <summary>Whether something that is bought for it has one of these words in its name.</summary>
    public bool Names(IReadOnlyList<string> words) =>
        words.Count > 0 && Shopping.Any(group => group.Items.Any(item => FoodWords.In(item, words) is not null));
}

/// <param name="Group">Id of a group of <see cref="MealRules.Groups"/>.</param>
public sealed record ShoppingGroup(string Group, IReadOnlyList<string> Items);

/// <summary>Finds words in the names of food.</summary>
public static class FoodWords
{
    /// <summary>The first of some words or phrases that stands in a text as whole words, whatever the case; null when none does.</summary>
    public static string? In(string text, IEnumerable<string> words) => words.FirstOrDefault(word => Holds(text, word));

    private static bool Holds(string text, string word)
    {
        for (var start = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); start >= 0; start = text.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = start + word.Length;
            if ((start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
