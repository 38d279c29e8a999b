using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>
/// A held fact is a reassurance turned round: it counts as there until somebody clearly denied it. Source: safety rule base 0.3,
/// inv-53.
/// </summary>
/// <remarks>
/// Why this covers every answer set: such a fact is no only where an answer sets it to no. So each answer that does is looked
/// at, a person who is asked none of its questions is judged by the real rules, and a blank cannot slip by, since each of its
/// questions is required.
/// </remarks>
internal static class HeldFactsProof
{
    public static ProofOutcome Prove(ProofContext context)
    {
        var tally = new ProofOutcome();
        var calm = context.Search.Around() is { } answers ? context.Scorer.Assess(answers) : null;
        foreach (var fact in context.Ruleset.Facts.Where(fact => fact.Kind == FactKind.Held))
        {
            var number = context.Index.Fact(fact.Id).Number;
            var untold = new Circumstances(context.Index);
            context.Index.FillDefaults(untold);
            tally.Expect(untold.Certainties[number] == Certainty.Yes, fact.Id, "counts as denied when nobody spoke of it");

            var items = context.Ruleset.Questionnaire.Items.Where(item => item.Options.Any(option => IsDenied(option, fact))).ToArray();
            foreach (var item in items)
            {
                tally.Expect(item.Required, fact.Id, $"can be passed over, since {item.LinkId} may stay blank");
                tally.Expect(item.DoubtsOf is null && !item.Options.Any(option => option.Unsure && IsDenied(option, fact)), fact.Id, $"is denied by somebody who is not sure about {item.LinkId}");
            }

            if (calm is not null && !items.Any(item => calm.Live.Contains(item.LinkId)))
            {
                tally.Expect(calm.Now.Certainties[number] != Certainty.No, fact.Id, "is denied by somebody who was not asked");
            }
        }

        return tally;
    }

    private static bool IsDenied(AnswerOption option, FactDefinition fact) => option.Sets.Any(setting => setting.Fact == fact.Id && setting.Code == "no");
}
