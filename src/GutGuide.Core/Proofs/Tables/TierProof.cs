using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>
/// Proves that whoever told of something needs help at least so soon.
/// </summary>
/// <remarks>
/// Why this covers every answer set: the condition has no negation, so wherever it holds one of its smallest sets of facts and
/// states is told, each as a plain yes. The real scorer is run on every smallest set with nothing else told, and more of
/// anything never lowers a tier (proven with the worse answers).
/// </remarks>
internal sealed class TierProof(ProofContext context, Invariant invariant, TriageTier atLeast)
{
    private readonly ProofOutcome _tally = new(ProofKind.AllSituations);

    public ProofOutcome Prove()
    {
        if (invariant.When is not { } when || !ReadsPlainSignsOnly(when))
        {
            _tally.Fail(invariant.Id, "\"tier-at-least\" needs a \"when\" that reads nothing but plain facts and states");
            return _tally;
        }

        foreach (var set in Sets(when))
        {
            Try([.. set.Distinct()]);
        }

        return _tally;
    }

    private static bool ReadsPlainSignsOnly(Condition when) => when.Comparisons().All(part =>
        part is { Subject: Subject.State, Operator: ComparisonOperator.Exists } or { Subject: Subject.Fact, Operator: ComparisonOperator.Equal, Code: "yes" });

    private void Try(Comparison[] told)
    {
        _tally.Count();
        var now = new Circumstances(context.Index);
        foreach (var fact in told.Where(part => part.Subject == Subject.Fact))
        {
            context.Index.Fact(fact.Id).Apply(now, new FactSetting(fact.Id, "yes", null));
        }

        context.Index.FillDefaults(now);
        var states = told.Where(part => part.Subject == Subject.State).Select(part => context.Index.StateNumber(part.Id)).ToHashSet();
        var raised = context.Scorer.Judge(now, states);
        if (context.Scorer.TierOf(now, raised) is var tier && tier < atLeast)
        {
            _tally.Fail(invariant.Id, $"{invariant.Id} is broken: with {string.Join(" and ", told.Select(part => part.Id))} the tier is {tier}, and must be at least {atLeast}");
        }
    }

    private static IEnumerable<IEnumerable<Comparison>> Sets(Condition condition) => condition switch
    {
        Any any => any.Of.SelectMany(Sets),
        All all => all.Of.Select(Sets).Aggregate((whole, part) => whole.SelectMany(_ => part, (one, other) => one.Concat(other))),
        Comparison comparison => [[comparison]],
        _ => [],
    };
}
