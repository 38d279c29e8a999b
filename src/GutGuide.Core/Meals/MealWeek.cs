using System.Security.Cryptography;
using System.Text;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Meals;

/// <param name="Day">From 1 to <see cref="MealWeek.Days"/>.</param>
public readonly record struct MealSlot(int Day, MealKind Kind)
{
    /// <summary>As forms and anchors name it, such as <c>day-2-lunch</c>.</summary>
    public string Id => $"day-{Day}-{Kind.ToString().ToLowerInvariant()}";
}

/// <param name="Instead">What a swap brings; null when nothing else fits.</param>
public sealed record PlannedMeal(MealSlot Slot, Meal Meal, Meal? Instead);

/// <summary>
/// A week of meals for one person. The same person, meals and rules always give the same week; what a person has named is in
/// none of it, whatever was swapped.
/// </summary>
public sealed class MealWeek
{
    /// <summary>How many days it has.</summary>
    public const int Days = 7;

    private static readonly MealKind[] Kinds = Enum.GetValues<MealKind>();

    private MealWeek(
        IReadOnlyList<PlannedMeal> meals,
        IReadOnlyDictionary<MealKind, IReadOnlyList<Meal>> choices,
        IReadOnlyList<MealAvoidance> avoided,
        IReadOnlyList<MealNote> notes)
    {
        Meals = meals;
        Choices = choices;
        Avoided = avoided;
        Notes = notes;
    }

    /// <summary>By day and time of day. A time of day for which nothing fits is left out.</summary>
    public IReadOnlyList<PlannedMeal> Meals { get; }

    /// <summary>All that fits, best first.</summary>
    public IReadOnlyDictionary<MealKind, IReadOnlyList<Meal>> Choices { get; }

    /// <summary>What kept meals away.</summary>
    public IReadOnlyList<MealAvoidance> Avoided { get; }

    public IReadOnlyList<MealNote> Notes { get; }

    /// <summary>Whether a note stands in the place of the week.</summary>
    public bool IsHidden => Notes.Any(note => note.HidesWeek);

    /// <summary>Times of day for which there are fewer meals than days.</summary>
    public IEnumerable<MealKind> Scarce => Kinds.Where(kind => Choices[kind].Count < Days);

    /// <param name="states">Of the person's decision.</param>
    /// <param name="seed">Another week for another person.</param>
    /// <param name="swaps">Ids of the meals that were swapped in, by slot. One that does not fit, or is gone, counts for nothing.</param>
    public static MealWeek Of(
        IReadOnlyList<Meal> meals,
        MealRules rules,
        Answers answers,
        IReadOnlyCollection<string> states,
        Guid seed,
        IReadOnlyDictionary<string, string> swaps)
    {
        var avoided = rules.AvoidedBy(answers, states);
        var preferred = rules.Prefer.Where(preference => preference.When.IsMet(answers, states)).SelectMany(preference => preference.Suits).ToHashSet(StringComparer.Ordinal);
        var choices = Kinds.ToDictionary(kind => kind, kind => (IReadOnlyList<Meal>)
        [
            .. meals
                .Where(meal => meal.Kind == kind && avoided.All(avoidance => avoidance.Allows(meal)))
                .OrderByDescending(meal => meal.Suits.Count(preferred.Contains))
                .ThenBy(meal => Lot(seed, meal.Id), StringComparer.Ordinal),
        ]);
        var notes = rules.Notes.Where(note => note.When.IsMet(answers, states)).ToArray();
        if (notes.Any(note => note.HidesWeek))
        {
            return new MealWeek([], choices, avoided, notes);
        }

        var slots = Enumerable.Range(1, Days).SelectMany(day => Kinds.Select(kind => new MealSlot(day, kind))).Where(slot => choices[slot.Kind].Count > 0);
        var chosen = slots.Select(slot => (Slot: slot, Meal: Chosen(slot, choices[slot.Kind], swaps))).ToArray();
        var shown = chosen.Select(pair => pair.Meal.Id).ToHashSet(StringComparer.Ordinal);
        return new MealWeek([.. chosen.Select(pair => new PlannedMeal(pair.Slot, pair.Meal, After(pair.Meal, choices[pair.Slot.Kind], shown)))], choices, avoided, notes);
    }

    /// <summary>What to buy for all of it: by group in the order of the store, each thing once.</summary>
    public IReadOnlyList<ShoppingGroup> ShoppingList(MealRules rules) =>
    [
        .. rules.Groups
            .Select(group => new ShoppingGroup(
                group.Id,
                [
                    .. Meals.SelectMany(planned => planned.Meal.Shopping.Where(shopping => shopping.Group == group.Id).SelectMany(shopping => shopping.Items))
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .Order(StringComparer.OrdinalIgnoreCase),
                ]))
            .Where(group => group.Items.Count > 0),
    ];

    private static Meal Chosen(MealSlot slot, IReadOnlyList<Meal> choices, IReadOnlyDictionary<string, string> swaps) =>
        (swaps.TryGetValue(slot.Id, out var id) ? choices.FirstOrDefault(meal => meal.Id == id) : null) ?? choices[(slot.Day - 1) % choices.Count];

    /// <summary>The next that the week does not show yet, else the next at all: so going on leads past each.</summary>
    private static Meal? After(Meal meal, IReadOnlyList<Meal> choices, HashSet<string> shown)
    {
        var place = choices.ToList().IndexOf(meal);
        var others = Enumerable.Range(1, choices.Count - 1).Select(step => choices[(place + step) % choices.Count]).ToArray();
        return others.FirstOrDefault(other => !shown.Contains(other.Id)) ?? others.FirstOrDefault();
    }

    /// <summary>A lasting order that looks like none; the hash of the framework differs from start to start.</summary>
    private static string Lot(Guid seed, string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed:N} {id}")));
}
