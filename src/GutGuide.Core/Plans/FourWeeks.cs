using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>
/// What is new in each week: in the first every booking, the first step and one habit, then one thing a week. Only what may be
/// tried outright is ever placed. Source: safety rule base sel-12 and sel-13.
/// </summary>
/// <param name="sameStart">Of each suggestion, those that may not begin beside it.</param>
internal sealed class FourWeeks(SuggestionKind[] kinds, Clash[][] sameStart)
{
    private const int FirstWeekOfAProduct = 3;
    private const int FirstWeekOfADiet = 4;

    public static IReadOnlyList<IReadOnlyList<int>> NothingNew { get; } = [[], [], [], []];

    /// <param name="first">Tests and talks that are shown, in order.</param>
    /// <param name="shown">Of each phase, in phase order.</param>
    public (int? FirstStep, IReadOnlyList<IReadOnlyList<int>> New) Plan(
        SelectionCase person,
        IReadOnlyList<int> first,
        IReadOnlyList<IReadOnlyList<int>> shown)
    {
        var bookings = Ok([first], person);
        var ideas = Ok(shown, person);
        var habits = ideas.FindAll(number => kinds[number] == SuggestionKind.Habit);
        var step = FirstStep(person, bookings, habits);
        if (step is { } begin)
        {
            habits.Remove(begin);
        }

        var week = FirstWeek(bookings, step);
        if (person.IsAlone)
        {
            return (step, [week, [], [], []]);
        }

        AddOneHabit(week, habits, step);
        return (step, [week, .. LaterWeeks(habits, FirstOf(SuggestionKind.Product), person.DietsWait ? null : FirstOf(SuggestionKind.Diet))]);

        int? FirstOf(SuggestionKind kind) => ideas.FindIndex(number => kinds[number] == kind) is >= 0 and var place ? ideas[place] : null;
    }

    private static List<int> Ok(IReadOnlyList<IReadOnlyList<int>> lists, SelectionCase person)
    {
        var ok = new List<int>(SelectionCase.MostItems);
        foreach (var list in lists)
        {
            foreach (var number in list)
            {
                if (person.States[number] == SuggestionState.Ok)
                {
                    ok.Add(number);
                }
            }
        }

        return ok;
    }

    /// <summary>Of tests and talks one that is meant as a first step; any will do when none is.</summary>
    private static int? FirstStep(SelectionCase person, List<int> bookings, List<int> habits)
    {
        if (person.Lead is { } lead)
        {
            return lead;
        }

        return bookings.Count > 0 && (person.Tier >= TriageTier.Routine || habits.Count == 0)
            ? bookings[Math.Max(bookings.FindIndex(number => person.MayBegin[number]), 0)]
            : habits.Count > 0 ? habits[0] : null;
    }

    private static List<int> FirstWeek(List<int> bookings, int? step)
    {
        var week = new List<int>(bookings);
        if (step is { } begin && !week.Contains(begin))
        {
            week.Add(begin);
        }

        return week;
    }

    private void AddOneHabit(List<int> week, List<int> habits, int? step)
    {
        foreach (var habit in habits)
        {
            if (step is not { } other || !Array.Exists(sameStart[habit], clash => clash.Other == other))
            {
                week.Add(habit);
                habits.Remove(habit);
                return;
            }
        }
    }

    /// <summary>Habits before a product, a product before a diet, and never a product and a diet in the same four weeks.</summary>
    private static IEnumerable<IReadOnlyList<int>> LaterWeeks(List<int> habits, int? product, int? diet)
    {
        var ideas = new Queue<(int Number, int NotBefore)>(habits.Select(habit => (habit, 2)));
        if (product is { } bottle)
        {
            ideas.Enqueue((bottle, FirstWeekOfAProduct));
        }
        else if (diet is { } trial)
        {
            ideas.Enqueue((trial, FirstWeekOfADiet));
        }

        for (var week = 2; week <= NothingNew.Count; week++)
        {
            yield return ideas.TryPeek(out var next) && next.NotBefore <= week ? [ideas.Dequeue().Number] : [];
        }
    }
}
