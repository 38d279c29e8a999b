using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Tables;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// A safety question left blank gives no tier and no plan. Source: safety rule base E1, inv-11.
/// </summary>
/// <remarks>
/// Why this covers every answer set: the engine gives no tier as soon as one required question that is asked has no answer,
/// whatever else is said. Each required question is left blank once, in an answer set that meets it. And every question whose
/// answer a state or flag can feel is required; height and weight may stay unknown, because a question in words asks the same.
/// </remarks>
internal static class BlankAnswersProof
{
    public static ProofOutcome Prove(ProofContext context, Reachability reachability)
    {
        var tally = new ProofOutcome();
        CheckRequired(context, tally);
        foreach (var question in reachability.Reached.Where(reached => reached.Kind == ReachedKind.Question))
        {
            if (context.Index.ItemOf(question.Id).Definition.Required)
            {
                var decision = context.Engine.Decide(question.Example.Answers.With(question.Id, null));
                tally.Count();
                if (decision.Status != DecisionStatus.Incomplete || decision.Tier is not null || decision.Shown.Any() || !decision.Missing.Contains(question.Id))
                {
                    tally.Fail(question.Id, "is left blank, and there is a result all the same", question.Example);
                }
            }
        }

        return tally;
    }

    private static void CheckRequired(ProofContext context, ProofOutcome tally)
    {
        var felt = context.Ruleset.States.Select(state => state.When)
            .Concat(context.Ruleset.Flags.Select(flag => flag.When))
            .SelectMany(when => when.Comparisons())
            .Where(part => part.Subject == Subject.Fact)
            .Select(part => context.Index.Fact(part.Id))
            .ToHashSet();
        var straight = felt.Select(fact => fact.Definition.From?.Question).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var item in context.Index.Items)
        {
            var isFelt = straight.Contains(item.Definition.LinkId) || item.Settings.Any(settings => settings.Any(set => felt.Contains(set.Fact)));
            tally.Expect(!isFelt || item.Definition.Required, item.Definition.LinkId, "a state or red flag hangs on it, but it may be left blank; make it required");
        }
    }
}
