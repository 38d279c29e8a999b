using System.Globalization;
using GutGuide.Core.Comparisons;
using GutGuide.Web.Content.Records;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>What an edit does, as lines for a terminal.</summary>
internal static class EffectReport
{
    private const int MostRows = 12;
    private const int MostFacts = 200;

    /// <param name="withFacts">Whether old and new words are part of it.</param>
    public static IEnumerable<string> Lines(EditEffect effect, string against, bool withFacts = true)
    {
        if (!effect.IsEdit)
        {
            yield return $"Against {against}: the rules and their words are the same, so no answer set changes.";
        }
        else if (effect.Comparison is { } comparison)
        {
            foreach (var line in Lines(effect, comparison, against))
            {
                yield return line;
            }
        }
        else
        {
            yield return $"Against {against}: one of the two versions has names that lead nowhere, so no answer set can be compared.";
        }

        foreach (var line in FactLines(withFacts ? effect.Facts : []))
        {
            yield return line;
        }

        var looser = LooserEdit.Of(effect);
        foreach (var line in Most(looser, words => $"LOOSER: {words}", "ways in which it is looser", MostFacts))
        {
            yield return line;
        }

        foreach (var proof in effect.Broken)
        {
            yield return $"  promise broken: {proof.Id}: {proof.Plain} {proof.Counterexamples[0]}";
        }

        foreach (var proof in effect.Mended)
        {
            yield return $"  promise kept again: {proof.Id}: {proof.Plain}";
        }

        if (!effect.IsEdit)
        {
            yield break;
        }

        yield return effect.Broken.Count == 0 ? "  No promise is broken by the edit." : $"  {effect.Broken.Count} promises are broken by the edit.";
    }

    private static IEnumerable<string> Lines(EditEffect effect, RulesetComparison comparison, string against)
    {
        yield return $"Against {against}: {Number(comparison.Changed)} of {Number(comparison.Compared.Count)} answer sets are decided differently.";
        foreach (var line in QuestionWords.Lines(comparison))
        {
            yield return $"  {line}";
        }

        foreach (var (move, count) in comparison.Tiers)
        {
            yield return $"  tier {DecisionWords.Of(move.From)} -> {DecisionWords.Of(move.To)}: {Number(count)}{(move.IsDown ? "  DOWN: less urgent than before" : "  up")}";
        }

        foreach (var line in Most(comparison.Suggestions, moves => $"{DecisionWords.NameOf(moves.Id, effect)}: {Line(moves)}", "suggestions"))
        {
            yield return line;
        }

        foreach (var line in Most(comparison.Rules, moves => $"{DecisionWords.NameOf(moves.Id, effect)}: found in {Number(moves.Gained)} more, in {Number(moves.Lost)} no more", "flags and states"))
        {
            yield return line;
        }

        foreach (var (person, number) in comparison.Examples.Select((person, number) => (person, number + 1)))
        {
            yield return $"  Example {number}. {string.Join(" | ", PersonOf(effect, person))}";
            yield return $"    before: {DecisionWords.Outcome(person.Change.Before)}";
            yield return $"    after:  {DecisionWords.Outcome(person.Change.After)}";
            foreach (var point in DecisionWords.Differences(person.Change, effect))
            {
                yield return $"    - {point}";
            }
        }
    }

    /// <summary>In the words of the version that asks more of what the person tells.</summary>
    public static IReadOnlyList<string> PersonOf(EditEffect effect, ChangedPerson person)
    {
        var telling = person.Answers.Person.Telling;
        var after = telling.All(linkId => effect.After.Questionnaire.Items.Any(item => item.LinkId == linkId)) && telling.All(linkId => person.Answers.After[linkId] is not null);
        return after
            ? DecisionWords.Person(effect.After.Questionnaire, person.Answers.After, telling)
            : DecisionWords.Person(effect.Before.Questionnaire, person.Answers.Before, [.. telling.Where(linkId => person.Answers.Before[linkId] is not null)]);
    }

    /// <summary>Old and new words, each with its place.</summary>
    public static IEnumerable<string> FactLines(IReadOnlyList<RecordDifference> facts) =>
        Most(facts, fact => $"{fact.Path}:{fact.Line}: {RecordWords.Of(fact)}", "facts that differ", MostFacts);

    private static IEnumerable<string> Most<T>(IReadOnlyList<T> moves, Func<T, string> line, string what, int most = MostRows) =>
    [
        .. moves.Take(most).Select(move => $"  {line(move)}"),
        .. moves.Count > most ? [$"  and {moves.Count - most} more {what}"] : Array.Empty<string>(),
    ];

    public static string Line(SuggestionMoves moves) => string.Join(", ", new[]
    {
        moves.Loosened > 0 ? $"LOOSER in {Number(moves.Loosened)}" : "",
        moves.Tightened > 0 ? $"stricter in {Number(moves.Tightened)}" : "",
        moves.Gained > 0 ? $"newly shown in {Number(moves.Gained)}" : "",
        moves.Lost > 0 ? $"shown no more in {Number(moves.Lost)}" : "",
    }.Where(part => part.Length > 0));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
