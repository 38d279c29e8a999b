using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs;

/// <summary>What the proofs of one ruleset share: the real engine, and results that several of them stand on.</summary>
internal sealed class ProofContext
{
    private readonly Lazy<IReadOnlyList<RuleTable>> _tables;
    private readonly Lazy<PairSweep> _pairs;
    private readonly Lazy<SelectionProof> _selection;
    private readonly Lazy<ExampleSearch> _search;
    private readonly Lazy<Reachability> _reachability;

    public ProofContext(Ruleset ruleset)
    {
        Ruleset = ruleset;
        Engine = new DecisionEngine(ruleset);
        Signs = new Signs(Index);
        _tables = new(() => RuleTable.OfAll(Index));
        _pairs = new(() => new PairSweep(this));
        _selection = new(() => new SelectionProof(this));
        _search = new(() => new ExampleSearch(Engine));
        _reachability = new(() => new Reachability(this));
    }

    public Ruleset Ruleset { get; }

    public DecisionEngine Engine { get; }

    public TriageScorer Scorer => Engine.Scorer;

    public RuleIndex Index => Engine.Scorer.Index;

    public SuggestionRules Rules => Engine.Rules;

    public Signs Signs { get; }

    public static IReadOnlyList<TriageTier> Tiers { get; } = Enum.GetValues<TriageTier>();

    /// <summary>Each flag's and state's condition, read for every combination of what it reads.</summary>
    public IReadOnlyList<RuleTable> Tables => _tables.Value;

    /// <summary>Every two signs together, through the real engine.</summary>
    public PairSweep Pairs => _pairs.Value;

    /// <summary>What selection promises, tried with the real selection.</summary>
    public SelectionProof Selection => _selection.Value;

    public ExampleSearch Search => _search.Value;

    public Reachability Reachability => _reachability.Value;
}
