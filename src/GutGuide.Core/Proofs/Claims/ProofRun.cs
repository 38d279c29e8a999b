using GutGuide.Core.Proofs.Examples;
using GutGuide.Core.Proofs.Promises;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Claims;

/// <summary>All proofs of one ruleset, with results that several claims share: each is worked out once, and only when asked for.</summary>
internal sealed class ProofRun : ProofContext
{
    private readonly Lazy<PairSweep> _pairs;
    private readonly Lazy<SelectionProof> _selection;
    private readonly Lazy<Reachability> _reachability;

    public ProofRun(Ruleset ruleset)
        : base(ruleset)
    {
        _pairs = new(() => new PairSweep(this));
        _selection = new(() => new SelectionProof(this));
        _reachability = new(() => new Reachability(this));
    }

    /// <summary>Every two signs together, through the real engine.</summary>
    public PairSweep Pairs => _pairs.Value;

    /// <summary>What selection promises, tried with the real selection.</summary>
    public SelectionProof Selection => _selection.Value;

    public Reachability Reachability => _reachability.Value;
}
