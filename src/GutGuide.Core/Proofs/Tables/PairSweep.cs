using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>
/// Runs the second half of the real engine (tier, suggestion states, tier caps) on every single sign and every two signs, and
/// compares each two with its parts.
/// </summary>
/// <remarks>
/// Why two are enough: a suggestion's state is the strictest of what each sign gives it, plus hard rules without negation. A set
/// that loosened a state would therefore do so in the step from some smaller set by one sign; the engine looks at each sign by
/// itself, so the step shows with that sign and one other.
/// </remarks>
internal sealed class PairSweep
{
    private readonly ProofContext _context;
    private readonly SuggestionState[][] _alone;
    private readonly TriageTier[] _tierAlone;
    private readonly SuggestionState[][] _finalAlone;

    public PairSweep(ProofContext context)
    {
        _context = context;
        var signs = context.Signs;
        _alone = [.. signs.All.Select(sign => context.Rules.StatesByRule(signs.With(sign)))];
        _tierAlone = [.. signs.All.Select(sign => TierIn(signs.With(sign)))];
        _finalAlone = [.. signs.All.Select(sign => (SuggestionState[])[.. _alone[sign].Select((state, number) => context.Rules.UnderTier(number, state, _tierAlone[sign]))])];
        Sweep();
    }

    /// <summary>A second sign never loosens a suggestion, neither by rule nor after the tier.</summary>
    public ProofOutcome NothingLoosens { get; } = new(ProofKind.AllPairs);

    private TriageTier TierIn(Circumstances now) => _context.Scorer.TierOf(now, _context.Signs.Raised(now));

    private void Sweep()
    {
        var signs = _context.Signs;
        var now = signs.With();
        for (var one = 0; one < signs.Count; one++)
        {
            signs.Set(now, one, true);
            for (var other = one + 1; other < signs.Count; other++)
            {
                signs.Set(now, other, true);
                CompareStates(one, other, now);
                signs.Set(now, other, false);
            }

            signs.Set(now, one, false);
        }
    }

    private void CompareStates(int one, int other, Circumstances now)
    {
        NothingLoosens.Count();
        var tier = TierIn(now);
        var together = _context.Rules.StatesByRule(now);
        for (var number = 0; number < together.Length; number++)
        {
            var final = _context.Rules.UnderTier(number, together[number], tier);
            if (together[number] < _alone[one][number] || together[number] < _alone[other][number] || final < _finalAlone[one][number] || final < _finalAlone[other][number])
            {
                var id = _context.Ruleset.Suggestions[number].Id;
                NothingLoosens.Fail(id, $"{_context.Signs.IdOf(one)} and {_context.Signs.IdOf(other)} together leave {id} looser than one of them alone");
            }
        }
    }
}
