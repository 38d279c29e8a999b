using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>Which comparison suits which kind of fact and question.</summary>
/// <param name="facts">By id; a fact that is not among them is the own question of a rule.</param>
/// <param name="items">By linkId.</param>
internal sealed class ComparisonKinds(IReadOnlyDictionary<string, FactDefinition> facts, IReadOnlyDictionary<string, QuestionnaireItem> items)
{
    /// <summary>Whether what is compared can hold what it is compared with. The engine refuses the rest.</summary>
    public bool IsAnswerable(Comparison comparison)
    {
        var isNumber = comparison.Number is not null;
        return comparison.Subject switch
        {
            Subject.State or Subject.Flag => comparison.Operator == ComparisonOperator.Exists,
            Subject.Section => isNumber,
            Subject.Question when comparison.Operator == ComparisonOperator.Exists => true,
            Subject.Question => isNumber ? items[comparison.Id].Type == ItemType.Integer : IsEquality(comparison),
            _ => KindOf(comparison.Id) switch
            {
                FactKind.Problem or FactKind.Presence or FactKind.Held => comparison is { Operator: ComparisonOperator.Equal, Code: "yes" },
                FactKind.Reassurance => comparison is { Operator: ComparisonOperator.NotEqual, Code: "yes" },
                FactKind.Code => comparison.Code is not null && IsEquality(comparison),
                _ => isNumber,
            },
        };
    }

    /// <summary>What it can be compared with, in words.</summary>
    public string Answers(Comparison comparison) => comparison.Subject switch
    {
        Subject.State or Subject.Flag => "it is there or not, so write its name alone",
        Subject.Section => "a section has a sum, so compare it with a number",
        Subject.Question => items[comparison.Id].Type == ItemType.Integer ? "it is answered with a number" : "write = or != and one of its codes",
        _ => KindOf(comparison.Id) switch
        {
            FactKind.Problem or FactKind.Presence or FactKind.Held =>
                "it is yes or not, so write the fact alone: a denied problem could switch a rule off",
            FactKind.Reassurance => "it only ever reassures, so write operator \"!=\" and value \"yes\"",
            FactKind.Code => "write = or != and one of its codes",
            _ => "it is a number",
        },
    };

    private FactKind KindOf(string fact) => facts.TryGetValue(fact, out var definition) ? definition.Kind : FactKind.Problem;

    private static bool IsEquality(Comparison comparison) => comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
}
