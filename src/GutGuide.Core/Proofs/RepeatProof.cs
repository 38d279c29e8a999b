using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Proofs;

/// <summary>
/// The decision depends on the answers and the rules, and on nothing else. Source: inv-43, inv-44.
/// </summary>
/// <remarks>
/// Answers are kept by question, without an order, and the engine walks the questionnaire in its own order: an order of
/// answering does not exist for it. The engine is one pure function without clock, chance or memory. Both are then tried on
/// every example found, which covers every flag, state, suggestion and question.
/// </remarks>
internal static class RepeatProof
{
    public static Tally Order(ProofContext context)
    {
        var tally = new Tally();
        foreach (var reached in context.Reachability.Reached)
        {
            var answers = reached.Example.Answers;
            var backwards = new Answers(answers.All
                .OrderByDescending(answer => answer.Key, StringComparer.Ordinal)
                .Select(answer => KeyValuePair.Create(answer.Key, answer.Value.Number is { } number ? Answer.Of(number) : Answer.Of(answer.Value.Codes.Reverse()))));
            tally.Expect(DecisionText.Of(context.Engine.Decide(answers)) == DecisionText.Of(context.Engine.Decide(backwards)), reached.Id, "the order of answers changes the decision");
        }

        return tally;
    }

    public static Tally Again(ProofContext context)
    {
        var tally = new Tally();
        var another = new DecisionEngine(context.Ruleset);
        tally.Expect(context.Ruleset.Version.Length > 0, "ruleset", "has no version");
        foreach (var reached in context.Reachability.Reached)
        {
            var decision = context.Engine.Decide(reached.Example.Answers);
            tally.Expect(decision.Ruleset == context.Ruleset.Version, reached.Id, "the decision does not name the version of the rules");
            tally.Expect(DecisionText.Of(decision) == DecisionText.Of(another.Decide(reached.Example.Answers)), reached.Id, "the same answers give another decision the second time");
        }

        return tally;
    }
}
