using GutGuide.Core.Comparisons;
using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>People and decisions in words, for editors.</summary>
internal static class DecisionWords
{
    private const int MostAnswers = 8;

    public static string Of(TriageTier? tier) => tier switch
    {
        TriageTier.Emergency => "emergency",
        TriageTier.Urgent => "urgent",
        TriageTier.Soon => "soon",
        TriageTier.Routine => "routine",
        TriageTier.SelfCare => "self-care",
        _ => "no result, an answer is missing",
    };

    public static string Of(SuggestionState state) => state switch
    {
        SuggestionState.Ok => "fine to try",
        SuggestionState.Ask => "ask first",
        _ => "not for them",
    };

    /// <summary>The answers that tell something, question by question.</summary>
    public static IReadOnlyList<string> Person(Questionnaire questionnaire, Answers answers, IReadOnlyList<string> telling)
    {
        var lines = AnswerWords.Of(questionnaire, answers, telling).Select(answer => $"{TitleOf(questionnaire, answer.Item)} {answer.Line}").ToArray();
        return lines.Length switch
        {
            0 => ["The calmest answer to every question"],
            <= MostAnswers => lines,
            _ => [.. lines.Take(MostAnswers), $"and {lines.Length - MostAnswers} more answers that are not the calmest"],
        };
    }

    public static IReadOnlyList<string> Person(Questionnaire questionnaire, AnswerExample example) => Person(questionnaire, example.Answers, example.Telling);

    /// <summary>What is told and shown, on one line.</summary>
    public static string Outcome(Decision decision)
    {
        var flags = decision.RedFlags.Count == 0 ? "" : $", because of {string.Join("; ", decision.RedFlags.Select(raised => raised.Flag.Plain))}";
        var shown = decision.Shown.Select(planned => planned.State == SuggestionState.Ask ? $"{planned.Suggestion.Text.Title} (ask first)" : planned.Suggestion.Text.Title).ToArray();
        var card = decision.StopCard is { } id ? $" The card {id} stands instead of a plan." : "";
        return $"{Sentence(Of(decision.Tier))}{flags}.{card} {(shown.Length == 0 ? "No suggestion is shown." : $"Shown: {string.Join("; ", shown)}.")}";
    }

    /// <summary>What is different for this person, point by point.</summary>
    public static IReadOnlyList<string> Differences(DecisionChange change, EditEffect effect)
    {
        var points = new List<string>();
        if (change.IsTierMoved)
        {
            points.Add($"How soon to get help: {Of(change.Before.Tier)}, now {Of(change.After.Tier)}{(change.IsTierDown ? " (less urgent)" : "")}");
        }

        Add("Easier to get", change.Loosened);
        Add("Harder to get", change.Tightened);
        Add("Shown now", change.Gained);
        Add("Shown no more", change.Lost);
        Add("Found now", change.RulesGained);
        Add("Found no more", change.RulesLost);
        return points.Count > 0 ? points : ["The order, the first step, a sum or what is held back is different"];

        void Add(string what, IReadOnlyList<string> ids)
        {
            if (ids.Count > 0)
            {
                points.Add($"{what}: {string.Join("; ", ids.Take(MostAnswers).Select(id => NameOf(id, effect)))}{(ids.Count > MostAnswers ? $"; and {ids.Count - MostAnswers} more" : "")}");
            }
        }
    }

    /// <summary>The words of a flag, state or suggestion of either version, with its id.</summary>
    public static string NameOf(string id, EditEffect effect) => (PlainOf(id, effect.After) ?? PlainOf(id, effect.Before)) is { } plain ? $"{plain} ({id})" : id;

    public static string? PlainOf(string id, Ruleset ruleset) =>
        ruleset.Suggestions.FirstOrDefault(suggestion => suggestion.Id == id)?.Text.Title
        ?? ruleset.Flags.FirstOrDefault(flag => flag.Id == id)?.Plain
        ?? ruleset.States.FirstOrDefault(state => state.Id == id)?.Plain;

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string TitleOf(Questionnaire questionnaire, QuestionnaireItem item) =>
        questionnaire.PageOf(item.LinkId)!.NameOf(item);
}
