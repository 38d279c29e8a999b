using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>A rule as a slip of the pen could have left it.</summary>
/// <param name="When">The changed condition; null when nothing of it is left.</param>
/// <param name="Words">What the slip was, fitting after "nobody would notice if".</param>
internal sealed record RuleSlip(Condition? When, string Words);

/// <summary>
/// The slips that a pinned example must catch: a part of "all" or "any" lost, a number moved by one step either way, an edge
/// that is now taken in or left out.
/// </summary>
internal static class RuleSlips
{
    private const double WholeStep = 1;

    /// <summary>Body mass is compared to one decimal.</summary>
    private const double FineStep = 0.1;

    public static IEnumerable<RuleSlip> Of(Condition condition, Func<string, FactKind> kindOf) => condition switch
    {
        All all => InParts(all.Of, parts => new All(parts), kindOf),
        Any any => InParts(any.Of, parts => new Any(parts), kindOf),
        Comparison { Subject: Subject.Fact, Number: { } number } comparison => OfNumber(comparison, number, kindOf(comparison.Id)),
        _ => [],
    };

    private static IEnumerable<RuleSlip> InParts(IReadOnlyList<Condition> parts, Func<Condition[], Condition> join, Func<string, FactKind> kindOf)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            Condition[] rest = [.. parts.Where((_, number) => number != i)];
            yield return new RuleSlip(rest.Length == 0 ? null : join(rest), $"\"{ConditionWords.Of(parts[i])}\" were lost");
            foreach (var slip in Of(parts[i], kindOf))
            {
                yield return slip with { When = slip.When is null ? null : join([.. parts.Select((part, number) => number == i ? slip.When : part)]) };
            }
        }
    }

    private static IEnumerable<RuleSlip> OfNumber(Comparison comparison, double number, FactKind kind)
    {
        var step = kind == FactKind.Low ? FineStep : WholeStep;
        var other = comparison.Operator switch
        {
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.Greater,
            ComparisonOperator.Greater => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.LessOrEqual => ComparisonOperator.Less,
            _ => ComparisonOperator.LessOrEqual,
        };
        foreach (var changed in (Comparison[])[comparison with { Number = number + step }, comparison with { Number = number - step }, comparison with { Operator = other }])
        {
            yield return new RuleSlip(changed, string.Create(CultureInfo.InvariantCulture, $"\"{ConditionWords.Of(comparison)}\" became \"{ConditionWords.Of(changed)}\""));
        }
    }
}
