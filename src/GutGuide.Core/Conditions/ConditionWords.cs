using System.Globalization;

namespace GutGuide.Core.Conditions;

/// <summary>Writes a condition on one line, in the ids of the rule files.</summary>
internal static class ConditionWords
{
    public static string Of(Condition condition) => condition switch
    {
        All all => string.Join(" and ", all.Of.Select(Inner)),
        Any any => string.Join(" or ", any.Of.Select(Inner)),
        Comparison comparison => Of(comparison),
        _ => "?",
    };

    private static string Inner(Condition condition) => condition is Comparison ? Of(condition) : $"({Of(condition)})";

    private static string Of(Comparison comparison)
    {
        var value = comparison.Code ?? comparison.Number?.ToString(CultureInfo.InvariantCulture);
        return comparison switch
        {
            { Operator: ComparisonOperator.Exists } => comparison.Id,
            { Subject: Subject.Fact, Operator: ComparisonOperator.Equal, Code: "yes" } => comparison.Id,
            _ => $"{comparison.Id} {comparison.Operator.Symbol()} {value}",
        };
    }
}
