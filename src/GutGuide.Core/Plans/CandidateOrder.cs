using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>
/// Who may compete for a place, and in which order: ok before ask, habit before product before diet, pinned, first steps, what
/// speaks for the person's wish, grade, the row's own order, id. Source: safety rule base 1.4 (terms) and sel-3.
/// </summary>
internal sealed class CandidateOrder
{
    private const string Grades = "ABCDX";

    /// <summary>Room for a suggestion's place among all, in a sort key.</summary>
    private const int PlaceBits = 12;

    private readonly int[] _phaseOf;
    private readonly int[] _fixedKey;
    private readonly int[] _numberAt;
    private readonly int[] _testsAndTalks;

    public CandidateOrder(Ruleset ruleset, SuggestionRules rules)
    {
        var suggestions = ruleset.Suggestions;
        Kinds = [.. rules.ClassOf.Select(suggestionClass => suggestionClass.Kind)];
        _numberAt =
        [
            .. Enumerable.Range(0, suggestions.Count)
                .OrderBy(number => BestGrade(suggestions[number]))
                .ThenBy(number => suggestions[number].Order)
                .ThenBy(number => suggestions[number].Id, StringComparer.Ordinal),
        ];
        _phaseOf = [.. suggestions.Select((suggestion, number) => IsHabitProductOrDiet(number) && !suggestion.ReadingOnly ? PhaseNumber(suggestion.Phase) : -1)];
        _fixedKey = [.. suggestions.Select((suggestion, number) => FixedKey(suggestion, Kinds[number], Array.IndexOf(_numberAt, number)))];
        _testsAndTalks =
        [
            .. Enumerable.Range(0, suggestions.Count)
                .Where(number => !IsHabitProductOrDiet(number))
                .OrderBy(number => suggestions[number].Order)
                .ThenBy(number => suggestions[number].Id, StringComparer.Ordinal),
        ];
    }

    public static int PhaseCount => Ruleset.Phases.Count - 1;

    public SuggestionKind[] Kinds { get; }

    /// <summary>Tests and talks in their fixed order.</summary>
    public IReadOnlyList<int> TestsAndTalks => _testsAndTalks;

    /// <summary>Of one of the five, from zero; -1 for "first".</summary>
    public static int PhaseNumber(string phase)
    {
        for (var number = 0; number < Ruleset.Phases.Count; number++)
        {
            if (Ruleset.Phases[number] == phase)
            {
                return number - 1;
            }
        }

        return -1;
    }

    /// <summary>The phase in which it competes; -1 for tests, talks and what is only for reading.</summary>
    public int PhaseOf(int number) => _phaseOf[number];

    /// <summary>The candidates of each of the five phases, best first.</summary>
    public int[][] Candidates(SelectionCase person)
    {
        Span<int> keys = stackalloc int[_phaseOf.Length];
        var phases = new int[PhaseCount][];
        for (var phase = 0; phase < phases.Length; phase++)
        {
            var count = 0;
            for (var number = 0; number < _phaseOf.Length; number++)
            {
                if (_phaseOf[number] == phase && person.IsOpen(number))
                {
                    keys[count++] = Key(number, person);
                }
            }

            keys[..count].Sort();
            phases[phase] = new int[count];
            for (var place = 0; place < count; place++)
            {
                phases[phase][place] = _numberAt[keys[place] & ((1 << PlaceBits) - 1)];
            }
        }

        return phases;
    }

    private bool IsHabitProductOrDiet(int number) => Kinds[number] is not (SuggestionKind.Test or SuggestionKind.Talk);

    private int Key(int number, SelectionCase person) =>
        ((int)person.States[number] << (PlaceBits + 5)) | _fixedKey[number] | (person.Wished[number] ? 0 : 1 << PlaceBits);

    private static int FixedKey(Suggestion suggestion, SuggestionKind kind, int place) =>
        ((int)kind << (PlaceBits + 3)) | ((suggestion.Pinned ? 0 : 1) << (PlaceBits + 2)) | ((suggestion.FirstStep ? 0 : 1) << (PlaceBits + 1)) | place;

    /// <summary>Of what speaks for it.</summary>
    private static int BestGrade(Suggestion suggestion) =>
        suggestion.Text.For.Select(line => Grades.IndexOf(line.Grade, StringComparison.Ordinal)).Where(grade => grade >= 0).DefaultIfEmpty(Grades.Length).Min();
}
