using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Meals;

/// <summary>The words of meals, and whom which meal is shown to.</summary>
/// <param name="Tags">What a meal can contain.</param>
/// <param name="Suits">What a meal can suit.</param>
/// <param name="Groups">Parts of a store, in the order in which one walks through it.</param>
/// <param name="Avoid">What keeps a meal from a person. Each that holds counts; nothing takes one back.</param>
/// <param name="Prefer">What puts a meal first for a person.</param>
/// <param name="Notes">What a person is told beside their week.</param>
public sealed record MealRules(
    IReadOnlyList<MealTag> Tags,
    IReadOnlyList<MealWord> Suits,
    IReadOnlyList<MealWord> Groups,
    IReadOnlyList<MealAvoidance> Avoid,
    IReadOnlyList<MealPreference> Prefer,
    IReadOnlyList<MealNote> Notes)
{
    public static MealRules None { get; } = new([], [], [], [], [], []);

    /// <summary>What keeps meals from this person.</summary>
    public IReadOnlyList<MealAvoidance> AvoidedBy(Answers answers, IReadOnlyCollection<string> states) =>
        [.. Avoid.Where(avoidance => avoidance.When.IsMet(answers, states))];
}

/// <summary>Something that a meal can contain.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Implies">Tags that go with it: what contains wheat contains gluten.</param>
/// <param name="Words">Names of food that show it on a shopping list.</param>
/// <param name="Unless">Names of food that hold such a word and are something else, such as coconut milk.</param>
/// <param name="IsFilter">Whether readers can ask for meals without it.</param>
public sealed record MealTag(
    string Id,
    string Text,
    IReadOnlyList<string> Implies,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Unless,
    bool IsFilter);

/// <param name="Text">As people read it.</param>
public sealed record MealWord(string Id, string Text);

/// <summary>When something about meals holds for a person: after one of these answers, or in one of these states.</summary>
/// <param name="Answers">Codes by linkId.</param>
/// <param name="States">Ids of states of the ruleset, which count a doubt as a yes.</param>
public sealed record MealTrigger(IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, IReadOnlyList<string> States)
{
    public bool IsMet(Answers answers, IReadOnlyCollection<string> states) =>
        States.Any(states.Contains) || Answers.Any(pair => answers[pair.Key] is { } answer && pair.Value.Any(answer.Has));
}

/// <param name="Tags">What a meal must not contain.</param>
/// <param name="Words">What must not stand on its shopping list.</param>
/// <param name="Because">Said to the person.</param>
public sealed record MealAvoidance(MealTrigger When, IReadOnlyList<string> Tags, IReadOnlyList<string> Words, string Because)
{
    public bool Allows(Meal meal) => !meal.Contains.Any(Tags.Contains) && !meal.Names(Words);
}

/// <param name="Suits">A meal that suits one of these comes first.</param>
public sealed record MealPreference(MealTrigger When, IReadOnlyList<string> Suits);

/// <param name="HidesWeek">Nothing is planned for this person: the note stands in its place.</param>
public sealed record MealNote(MealTrigger When, string Text, bool HidesWeek);
