using GutGuide.Core.Meals;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Tests.Cases;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Meals;

/// <summary>
/// Held over the meals that ship and people at random: what somebody has named is in no meal of their week. The table is
/// written here a second time, so that a slip in the rules does not make itself right.
/// </summary>
public sealed class MealPromiseTests(MealPromiseTests.Shipped shipped) : IClassFixture<MealPromiseTests.Shipped>
{
    private const int People = 2000;

    private static readonly (string LinkId, string Code, string[] Tags)[] Named =
    [
        ("triggers", "milk", ["lactose"]),
        ("triggers", "wheat", ["wheat"]),
        ("triggers", "onion", ["onion", "garlic", "beans", "cabbage"]),
        ("triggers", "sweet", ["fructose", "polyols"]),
        ("triggers", "fat", ["fatty"]),
        ("triggers", "spicy", ["spicy"]),
        ("triggers", "ferment", ["fermented", "alcohol"]),
        ("triggers", "fiber", ["added-fiber"]),
        ("c-allergy", "severe", ["peanut", "tree-nut", "fish", "shellfish", "egg", "dairy", "soy", "sesame", "wheat"]),
        ("c-allergy", "fish", ["fish", "shellfish"]),
        ("c-allergy", "animal", ["meat"]),
        ("c-allergy", "mint", ["mint"]),
        ("c-allergy", "yeast", ["fermented"]),
        ("c-allergy", "unsure", ["fish", "shellfish", "meat", "mint", "peanut", "tree-nut", "egg"]),
        ("celiac", "diagnosed", ["gluten", "wheat"]),
    ];

    [Fact]
    public void Nobody_is_shown_a_meal_with_what_they_named_whatever_they_swap()
    {
        var people = new RandomPeople(ShippedContent.Ruleset, seed: 41);
        var shown = 0;
        for (var number = 0; number < People; number++)
        {
            var answers = people.Person(number);
            var states = Persona.Engine.Decide(answers).States;
            var swaps = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var swap = 0; swap < 3; swap++)
            {
                var week = shipped.WeekOf(answers, states, swaps);
                Assert.All(week.Meals, planned => AssertFits(planned.Meal, answers));
                Assert.All(week.Meals.Select(planned => planned.Instead).OfType<Meal>(), meal => AssertFits(meal, answers));
                shown += week.Meals.Count;
                if (week.Meals.Count == 0)
                {
                    break;
                }

                // Now and then a meal that was chosen under other answers, or does not exist any more.
                swaps[people.Pick(week.Meals).Slot.Id] = swap == 1 ? people.Pick(shipped.Content.Meals).Id : "gone";
            }
        }

        Assert.True(shown > People, $"Only {shown} meals were shown.");
    }

    [Fact]
    public void Whoever_names_one_thing_alone_still_has_a_choice_at_every_time_of_day()
    {
        Assert.All(
            Named.Where(named => named.Code is not ("severe" or "unsure")),
            named =>
            {
                var persona = Persona.AllWell.Saying("gut", "bloating").Saying("conditions", "allergy").Saying(named.LinkId, named.Code);
                var week = shipped.WeekOf(persona.Answers(), persona.Decide().States, new Dictionary<string, string>());
                Assert.All(week.Choices, choice => Assert.True(choice.Value.Count >= 3, $"{named.Code}: {choice.Key} {choice.Value.Count}"));
            });
    }

    [Fact]
    public void Every_tag_of_the_rules_is_used_by_a_meal_or_kept_for_one_that_may_come()
    {
        var kept = new[] { "chocolate", "coffee", "alcohol" };

        Assert.Equal(
            kept.Order(StringComparer.Ordinal),
            shipped.Content.MealRules.Tags.Select(tag => tag.Id).Where(tag => !shipped.Content.Meals.Any(meal => meal.Contains.Contains(tag))).Order(StringComparer.Ordinal));
    }

    private static void AssertFits(Meal meal, Answers answers)
    {
        foreach (var (linkId, code, tags) in Named)
        {
            if (answers[linkId] is { } answer && answer.Has(code))
            {
                Assert.True(!meal.Contains.Any(tags.Contains), $"{meal.Id} is shown to somebody with {linkId}/{code}.");
            }
        }
    }

    /// <summary>The content that ships, read once.</summary>
    public sealed class Shipped
    {
        private static readonly Guid Person = Guid.Parse("5d1c8f3e-8f0a-4a5a-9a39-0a4d0f6f7c11");

        public SiteContent Content { get; } = new ContentLoader(ShippedContent.Directory, TimeProvider.System).Load().Content;

        public MealWeek WeekOf(Answers answers, IReadOnlyCollection<string> states, IReadOnlyDictionary<string, string> swaps) =>
            MealWeek.Of(Content.Meals, Content.MealRules, answers, states, Person, swaps);
    }
}
