using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>What the proofs of one ruleset share: the real engine, and what several of them stand on.</summary>
internal class ProofContext
{
    private readonly Lazy<IReadOnlyList<RuleTable>> _tables;
    private readonly Lazy<ExampleSearch> _search;

    public ProofContext(Ruleset ruleset)
    {
        Ruleset = ruleset;
        Engine = new DecisionEngine(ruleset);
        Signs = new SignIndex(Index);
        _tables = new(() => RuleTable.OfAll(Index));
        _search = new(() => new ExampleSearch(Engine));
    }

    public Ruleset Ruleset { get; }

    public DecisionEngine Engine { get; }

    public TriageScorer Scorer => Engine.Scorer;

    public RuleIndex Index => Engine.Scorer.Index;

    public SuggestionRules Rules => Engine.Rules;

    public SignIndex Signs { get; }

    public static IReadOnlyList<TriageTier> Tiers { get; } = Enum.GetValues<TriageTier>();

    /// <summary>Each flag's and state's condition, read for every combination of what it reads.</summary>
    public IReadOnlyList<RuleTable> Tables => _tables.Value;

    public ExampleSearch Search => _search.Value;
}
