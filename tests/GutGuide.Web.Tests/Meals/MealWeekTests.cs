using GutGuide.Core.Meals;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Tests.Meals;

public sealed class MealWeekTests
{
    private static readonly Guid Ann = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Bob = Guid.Parse("22222222-2222-2222-2222-222222222222");
    private static readonly Answers Milk = Answers.None.With("triggers", Answer.Of("milk"));

    private static readonly MealRules Rules = new(
        [new MealTag("lactose", "lactose", [], [], [], true)],
        [new MealWord("soft", "Soft")],
        [new MealWord("produce", "Produce"), new MealWord("fridge", "Fridge")],
        [new MealAvoidance(On("triggers", "milk"), ["lactose"], ["kiwi"], "You feel worse after milk.")],
        [new MealPreference(On("gut", "heartburn"), ["soft"])],
        [new MealNote(On("gut", "stop"), "Ask.", HidesWeek: true)]);

    [Fact]
    public void A_week_has_a_meal_for_every_day_and_time_of_day()
    {
        var week = Week(Many(10, MealKind.Breakfast).Concat(Many(10, MealKind.Dinner)));

        Assert.Equal(14, week.Meals.Count);
        Assert.Equal(14, week.Meals.Select(planned => planned.Meal.Id).Distinct().Count());
    }

    [Fact]
    public void The_same_person_has_the_same_week_and_another_person_another()
    {
        var meals = Many(20, MealKind.Dinner).ToArray();

        Assert.Equal(Ids(Week(meals)), Ids(Week(meals)));
        Assert.NotEqual(Ids(Week(meals)), Ids(Week(meals, seed: Bob)));
    }

    [Fact]
    public void What_a_meal_contains_keeps_it_from_whoever_named_that()
    {
        var week = Week([Meal("a", contains: ["lactose"]), Meal("b")], Milk);

        Assert.Equal(["b"], week.Meals.Select(planned => planned.Meal.Id).Distinct());
        Assert.Equal("You feel worse after milk.", Assert.Single(week.Avoided).Because);
    }

    [Fact]
    public void What_stands_on_the_shopping_list_keeps_a_meal_away_too()
    {
        var week = Week([Meal("a", buy: "a ripe Kiwi"), Meal("b", buy: "kiwifruit-free jam")], Milk);

        Assert.Equal(["b"], week.Meals.Select(planned => planned.Meal.Id).Distinct());
    }

    [Fact]
    public void What_suits_a_person_comes_first()
    {
        var meals = Many(10, MealKind.Dinner).Append(Meal("soft", suits: ["soft"]));

        var week = Week(meals, Answers.None.With("gut", Answer.Of("heartburn")));

        Assert.Equal("soft", week.Meals[0].Meal.Id);
    }

    [Fact]
    public void A_swap_changes_one_slot_and_no_other()
    {
        var meals = Many(10, MealKind.Dinner).ToArray();
        var before = Week(meals);
        var slot = before.Meals[2];

        var after = Week(meals, swaps: new Dictionary<string, string> { [slot.Slot.Id] = slot.Instead!.Id });

        Assert.Equal(slot.Instead, after.Meals[2].Meal);
        Assert.Equal(Ids(before).Where((_, place) => place != 2), Ids(after).Where((_, place) => place != 2));
        Assert.DoesNotContain(slot.Instead.Id, Ids(before));
    }

    [Fact]
    public void Going_on_swapping_leads_past_every_meal()
    {
        var meals = Many(9, MealKind.Dinner).ToArray();
        var swaps = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        for (var swap = 0; swap < 9; swap++)
        {
            var first = Week(meals, swaps: swaps).Meals[0];
            seen.Add(first.Meal.Id);
            swaps[first.Slot.Id] = first.Instead!.Id;
        }

        Assert.True(seen.Count >= 3, $"Only {seen.Count} were offered.");
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("milky")]
    public void A_swap_for_a_meal_that_does_not_fit_counts_for_nothing(string swapped)
    {
        var week = Week([Meal("a"), Meal("b"), Meal("milky", contains: ["lactose"])], Milk, new Dictionary<string, string> { ["day-1-dinner"] = swapped });

        Assert.DoesNotContain(week.Meals, planned => planned.Meal.Id == swapped);
    }

    [Fact]
    public void With_one_meal_that_fits_there_is_nothing_to_swap_and_the_lack_is_told()
    {
        var week = Week([Meal("a")]);

        Assert.All(week.Meals, planned => Assert.Null(planned.Instead));
        Assert.Contains(MealKind.Dinner, week.Scarce);
        Assert.Contains(MealKind.Lunch, week.Scarce);
    }

    [Fact]
    public void A_note_can_stand_in_the_place_of_the_week()
    {
        var week = Week([Meal("a")], Answers.None.With("gut", Answer.Of("stop")));

        Assert.True(week.IsHidden);
        Assert.Empty(week.Meals);
    }

    [Fact]
    public void The_shopping_list_goes_by_the_store_and_names_each_thing_once()
    {
        var week = Week([Meal("a", group: "fridge", buy: "Eggs"), Meal("b", group: "produce", buy: "carrots"), Meal("c", group: "fridge", buy: "eggs")]);

        var list = week.ShoppingList(Rules);

        Assert.Equal(["produce", "fridge"], list.Select(group => group.Group));
        Assert.Single(list[1].Items);
    }

    [Theory]
    [InlineData("plain yogurt", "yogurt", true)]
    [InlineData("Yogurt, plain", "yogurt", true)]
    [InlineData("eggplant", "egg", false)]
    [InlineData("buttermilk", "milk", false)]
    [InlineData("canned coconut milk", "coconut milk", true)]
    public void Words_of_food_are_whole_words(string item, string word, bool holds) => Assert.Equal(holds, FoodWords.In(item, [word]) is not null);

    private static MealTrigger On(string linkId, string code) => new(new Dictionary<string, IReadOnlyList<string>> { [linkId] = [code] }, []);

    private static Meal Meal(
        string id, MealKind kind = MealKind.Dinner, string[]? contains = null, string[]? suits = null, string group = "produce", string buy = "carrots") =>
        new(id, id, "", kind, 10, 1, contains ?? [], suits ?? [], [new ShoppingGroup(group, [buy])], "<p>Cook.</p>", null);

    private static IEnumerable<Meal> Many(int count, MealKind kind) => Enumerable.Range(1, count).Select(number => Meal($"{kind}-{number}", kind));

    private static MealWeek Week(IEnumerable<Meal> meals, Answers? answers = null, IReadOnlyDictionary<string, string>? swaps = null, Guid? seed = null) =>
        MealWeek.Of([.. meals], Rules, answers ?? Answers.None, [], seed ?? Ann, swaps ?? new Dictionary<string, string>());

    private static string[] Ids(MealWeek week) => [.. week.Meals.Select(planned => planned.Meal.Id)];
}
