using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Every condition can be answered by what it reads, and states, flags and hard rules read no answer itself: only facts, states
/// and flags, which a proof can put in place. Source: safety rule base 0.2.
/// </summary>
internal sealed class ReadingsProof(Ruleset ruleset)
{
    private readonly Tally _tally = new();
    private readonly Dictionary<string, FactKind> _kinds = ruleset.Facts.ToDictionary(fact => fact.Id, fact => fact.Kind, StringComparer.Ordinal);
    private readonly Dictionary<string, ItemType> _types = ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, item => item.Type, StringComparer.Ordinal);

    public Tally Prove()
    {
        foreach (var (rule, condition, isSafety) in AllConditions.Of(ruleset))
        {
            foreach (var comparison in condition.Comparisons())
            {
                _tally.Count();
                if (FaultOf(comparison, isSafety) is { } fault)
                {
                    _tally.Fail(rule, $"\"{ConditionWords.Of(comparison)}\" {fault}");
                }
            }
        }

        foreach (var rule in ruleset.HardRules.Where(rule => rule.When is not null))
        {
            _tally.Expect(Signs.ReadsSignsOnly(rule.When!), rule.Id, "reads more than states and flags");
        }

        return _tally;
    }

    private string? FaultOf(Comparison comparison, bool isSafety) => comparison.Subject switch
    {
        Subject.State or Subject.Flag => comparison.Operator == ComparisonOperator.Exists ? null : "compares, but a state is set or not, and a flag up or not",
        Subject.Fact => FaultOfFact(_kinds.GetValueOrDefault(comparison.Id, FactKind.Problem), comparison),
        _ when isSafety => "reads an answer itself; states, flags and hard rules read facts only",
        Subject.Section => comparison.Number is null ? "names no number" : null,
        _ => FaultOfQuestion(_types[comparison.Id], comparison),
    };

    private static string? FaultOfFact(FactKind kind, Comparison comparison) => kind switch
    {
        FactKind.Problem or FactKind.Presence or FactKind.Held =>
            comparison is { Operator: ComparisonOperator.Equal, Code: "yes" } ? null : "denies a problem; adding one could then switch a rule off",
        FactKind.Reassurance =>
            comparison is { Operator: ComparisonOperator.NotEqual, Code: "yes" } ? null : "relies on a reassurance; it can only be denied",
        FactKind.Code =>
            comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual ? null : "compares a code; only = and != can",
        _ => comparison.Number is null ? "names no number" : null,
    };

    private static string? FaultOfQuestion(ItemType type, Comparison comparison) => comparison switch
    {
        { Operator: ComparisonOperator.Exists } => null,
        { Code: not null } => comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual ? null : "compares a code; only = and != can",
        _ => type == ItemType.Integer ? null : "compares a choice with a number",
    };
}
