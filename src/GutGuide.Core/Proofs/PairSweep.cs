using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Runs the second half of the real engine (tier, suggestion states, tier caps) on every single sign and every two signs, and
/// compares each two with its parts.
/// </summary>
/// <remarks>
/// Why two are enough: the tier is the largest of the signs' tiers, and a suggestion's state is the strictest of what each sign
/// gives it, plus hard rules without negation. A set that lowered a tier or loosened a state would therefore do so in the step
/// from some smaller set by one sign; the engine looks at each sign by itself, so the step shows with that sign and one other.
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

    /// <summary>The tier is the largest that a sign asks for.</summary>
    public Tally TierIsMaximum { get; } = new();

    /// <summary>A second sign never lowers the tier.</summary>
    public Tally TierNeverFalls { get; } = new();

    /// <summary>A second sign never loosens a suggestion, neither by rule nor after the tier.</summary>
    public Tally NothingLoosens { get; } = new();

    private TriageTier TierIn(Circumstances now) => _context.Scorer.TierOf(now, _context.Signs.Raised(now));

    private void Sweep()
    {
        var signs = _context.Signs;
        var now = signs.With();
        TierIsMaximum.Expect(TierIn(now) == TriageTier.SelfCare, "tier", "without any state or flag the tier is not self-care");
        for (var one = 0; one < signs.Count; one++)
        {
            TierIsMaximum.Expect(_tierAlone[one] == signs.TierOf(one), signs.IdOf(one), $"alone it gives {_tierAlone[one]}, not {signs.TierOf(one)}");
            signs.Set(now, one, true);
            for (var other = one + 1; other < signs.Count; other++)
            {
                signs.Set(now, other, true);
                Compare(one, other, now);
                signs.Set(now, other, false);
            }

            signs.Set(now, one, false);
        }
    }

    private void Compare(int one, int other, Circumstances now)
    {
        var signs = _context.Signs;
        var tier = TierIn(now);
        var largest = signs.TierOf(one) > signs.TierOf(other) ? signs.TierOf(one) : signs.TierOf(other);
        TierIsMaximum.Count();
        TierNeverFalls.Count();
        NothingLoosens.Count();
        if (tier != largest)
        {
            TierIsMaximum.Fail(signs.IdOf(one), $"together with {signs.IdOf(other)} the tier is {tier}, not {largest}");
        }

        if (tier < _tierAlone[one] || tier < _tierAlone[other])
        {
            TierNeverFalls.Fail(signs.IdOf(other), $"together with {signs.IdOf(one)} the tier falls to {tier}");
        }

        CompareStates(one, other, now, tier);
    }

    private void CompareStates(int one, int other, Circumstances now, TriageTier tier)
    {
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
