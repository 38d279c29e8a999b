using GutGuide.Core.Proofs.Tables;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// No flag or state is always there: the calmest answers raise none of them. A rule that holds for everyone says nothing, and
/// would hide every rule that depends on it.
/// </summary>
internal static class QuietProof
{
    public static ProofOutcome Prove(ProofContext context)
    {
        var tally = new ProofOutcome();
        if (context.Search.Around() is not { } calm)
        {
            tally.Fail("questionnaire", "a person without any problem cannot answer every question");
            return tally;
        }

        var decision = context.Engine.Decide(calm);
        var example = context.Search.Calm.Example(calm);
        tally.Count(context.Signs.Count);
        foreach (var id in decision.RedFlags.Select(raised => raised.Flag.Id).Concat(decision.States))
        {
            tally.Fail(id, "holds even with the calmest answers", example);
        }

        return tally;
    }
}
