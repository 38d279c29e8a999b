using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Explanations;

/// <summary>What the answer to one question decides.</summary>
/// <param name="Flags">Red flags that read it, directly or through a state.</param>
/// <param name="States">States that read it.</param>
/// <param name="Suggestions">Suggestions whose relevance reads it.</param>
/// <param name="OrdersPhases">Whether it helps to say where to start.</param>
/// <param name="LeadsTo">LinkIds of later questions that are asked because of it.</param>
public sealed record QuestionUse(
    IReadOnlyList<RedFlag> Flags,
    IReadOnlyList<PatientState> States,
    IReadOnlyList<Suggestion> Suggestions,
    bool OrdersPhases,
    IReadOnlyList<string> LeadsTo)
{
    public bool IsUsed => Flags.Count + States.Count + Suggestions.Count + LeadsTo.Count > 0 || OrdersPhases;
}

/// <summary>Which rules use which question: the "why we ask" of every question, worked out from the rules themselves.</summary>
public sealed class QuestionUses
{
    private readonly Ruleset _ruleset;
    private readonly ILookup<string, string> _questionsOfFact;
    private readonly ILookup<string, string> _questionsOfSection;
    private readonly Dictionary<string, HashSet<string>> _questionsOfRule = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuestionUse> _uses = new(StringComparer.Ordinal);

    public QuestionUses(Ruleset ruleset)
    {
        _ruleset = ruleset;
        var items = ruleset.Questionnaire.Items.ToArray();
        _questionsOfFact = items
            .SelectMany(item => item.Options.SelectMany(option => option.Sets).Select(setting => (setting.Fact, item.LinkId)))
            .Concat(ruleset.Facts.SelectMany(fact => (fact.From?.LinkIds ?? []).Select(linkId => (Fact: fact.Id, LinkId: linkId))))
            .ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        _questionsOfSection = items
            .Where(item => item.Section is not null)
            .ToLookup(item => item.Section!, item => item.LinkId, StringComparer.Ordinal);

        foreach (var state in ruleset.States)
        {
            _questionsOfRule[state.Id] = QuestionsOf(state.When);
        }

        foreach (var flag in ruleset.Flags)
        {
            _questionsOfRule[flag.Id] = QuestionsOf(flag.When);
        }

        foreach (var item in items)
        {
            _uses[item.LinkId] = UseOf(item.LinkId);
        }
    }

    /// <exception cref="KeyNotFoundException">The questionnaire has no such question.</exception>
    public QuestionUse this[string linkId] => _uses[linkId];

    /// <summary>LinkIds of every question that a condition reads, through facts, states, flags and sums.</summary>
    public HashSet<string> QuestionsOf(Condition? condition)
    {
        var questions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in condition?.Comparisons() ?? [])
        {
            questions.UnionWith(part.Subject switch
            {
                Subject.Question => [part.Id],
                Subject.Fact => _questionsOfFact[part.Id],
                Subject.Section => _questionsOfSection[part.Id],
                _ => _questionsOfRule.GetValueOrDefault(part.Id) ?? [],
            });
        }

        return questions;
    }

    private QuestionUse UseOf(string linkId) => new(
        [.. _ruleset.Flags.Where(flag => _questionsOfRule[flag.Id].Contains(linkId))],
        [.. _ruleset.States.Where(state => _questionsOfRule[state.Id].Contains(linkId))],
        [.. _ruleset.Suggestions.Where(suggestion => QuestionsOf(suggestion.Relevant).Contains(linkId))],
        _ruleset.Scoring.Points.Any(points => QuestionsOf(points.When).Contains(linkId)),
        [
            .. _ruleset.Questionnaire.Pages
                .SelectMany(page => page.Items.Select(item => (item.LinkId, Questions: QuestionsOf(page.EnabledWhen).Union(QuestionsOf(item.EnabledWhen)))))
                .Where(later => later.LinkId != linkId && later.Questions.Contains(linkId))
                .Select(later => later.LinkId),
        ]);
}
