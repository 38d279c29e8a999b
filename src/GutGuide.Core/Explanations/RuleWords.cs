using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Explanations;

/// <summary>A condition in plain words: a line, or a lead with the lines that it joins.</summary>
/// <param name="Words">Of a leaf: the whole line. Of a joint: "all of these" or "at least one of these".</param>
/// <param name="Parts">Empty for a leaf.</param>
/// <param name="Subject">What a leaf reads; null for a joint.</param>
/// <param name="Id">Of what a leaf reads.</param>
public sealed record RuleText(string Words, IReadOnlyList<RuleText> Parts, Subject? Subject = null, string? Id = null);

/// <summary>Says conditions in the words of the ruleset's own questions, facts, states and flags.</summary>
public sealed class RuleWords(Ruleset ruleset)
{
    private readonly Dictionary<string, QuestionnaireItem> _items = ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
    private readonly Dictionary<string, FactDefinition> _facts = ruleset.Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _plain = ruleset.States.Select(state => (state.Id, state.Plain))
        .Concat(ruleset.Flags.Select(flag => (flag.Id, flag.Plain)))
        .ToDictionary(StringComparer.Ordinal);

    public RuleText Of(Condition condition) => condition switch
    {
        All all => new RuleText("All of these:", [.. all.Of.Select(Of)]),
        Any any => new RuleText("At least one of these:", [.. any.Of.Select(Of)]),
        _ => Leaf((Comparison)condition),
    };

    private RuleText Leaf(Comparison part) => new(
        part.Subject switch
        {
            Subject.Question => Question(part, _items[part.Id]),
            Subject.Fact => Fact(part),
            Subject.Section => $"The sum of “{ruleset.Scoring.Sections.First(section => section.Id == part.Id).Title}” is {Number(part, null)}",
            Subject.State => $"This holds for them: {_plain[part.Id]}",
            _ => $"This sign is up: {_plain[part.Id]}",
        },
        [],
        part.Subject,
        part.Id);

    private static string Question(Comparison part, QuestionnaireItem item) => part switch
    {
        { Operator: ComparisonOperator.Exists } => $"“{item.Text}” is answered",
        { Code: { } code, Operator: ComparisonOperator.NotEqual } => $"“{item.Text}” is not answered with “{item.Option(code)?.Display}”",
        { Code: { } code } => $"“{item.Text}” is answered with “{item.Option(code)?.Display}”",
        _ => $"The answer to “{item.Text}” is {Number(part, item.Unit)}",
    };

    private string Fact(Comparison part)
    {
        var fact = _facts.GetValueOrDefault(part.Id);
        var plain = fact?.Plain ?? _plain.GetValueOrDefault(part.Id) ?? part.Id;
        return part switch
        {
            { Operator: ComparisonOperator.Exists } => $"This is known: {plain}",
            { Number: not null } => $"This is {Number(part, fact?.Unit)}: {plain}",
            { Operator: ComparisonOperator.NotEqual, Code: "yes" } => $"They do not say: {plain}",
            { Code: "yes" } => $"They say: {plain}",
            { Operator: ComparisonOperator.NotEqual, Code: { } code } => $"They say anything but “{fact?.Values.GetValueOrDefault(code) ?? code}” about: {plain}",
            { Code: { } code } => $"They say “{fact?.Values.GetValueOrDefault(code) ?? code}” about: {plain}",
            _ => plain,
        };
    }

    private static string Number(Comparison part, string? unit)
    {
        var number = $"{part.Number?.ToString(CultureInfo.InvariantCulture)}{(unit is null ? "" : $" {unit}")}";
        return part.Operator switch
        {
            ComparisonOperator.GreaterOrEqual => $"{number} or more",
            ComparisonOperator.Greater => $"more than {number}",
            ComparisonOperator.LessOrEqual => $"{number} or less",
            ComparisonOperator.Less => $"less than {number}",
            ComparisonOperator.NotEqual => $"not {number}",
            ComparisonOperator.Exists => "known",
            _ => number,
        };
    }
}
