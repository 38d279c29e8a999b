using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Search;

/// <summary>
/// States and flags under one number: all that the second half of the engine looks at. Lets a proof put the engine into a
/// situation without asking how a person got there.
/// </summary>
internal sealed class SignIndex
{
    private readonly RuleIndex _index;
    private readonly IReadOnlyList<PatientState> _states;
    private readonly IReadOnlyList<RedFlag> _flags;

    public SignIndex(RuleIndex index)
    {
        _index = index;
        _states = index.Ruleset.States;
        _flags = index.Ruleset.Flags;
    }

    public int Count => _states.Count + _flags.Count;

    public IEnumerable<int> All => Enumerable.Range(0, Count);

    public bool IsFlag(int sign) => sign >= _states.Count;

    public string IdOf(int sign) => IsFlag(sign) ? _flags[sign - _states.Count].Id : _states[sign].Id;

    public int Number(string id) => _index.IsFlag(id) ? _states.Count + _index.FlagNumber(id) : _index.StateNumber(id);

    /// <summary>The tier it asks for: of a flag that is sure its own, of a state its floor.</summary>
    public TriageTier TierOf(int sign) => IsFlag(sign) ? _flags[sign - _states.Count].Tier : _states[sign].Floor;

    /// <summary>The tier it asks for at least: a flag may be up only because of a doubt.</summary>
    public TriageTier LowestTierOf(int sign) => IsFlag(sign) ? TriageScorer.OneLower(TierOf(sign)) : TierOf(sign);

    public string Names(IEnumerable<int> signs) => string.Join(" and ", signs.Select(IdOf).DefaultIfEmpty("nothing"));

    /// <summary>A situation in which exactly these signs are there.</summary>
    public Circumstances With(params IEnumerable<int> signs)
    {
        var now = new Circumstances(_index) { UnsureCounts = true };
        foreach (var sign in signs)
        {
            Set(now, sign, true);
        }

        return now;
    }

    public void Set(Circumstances now, int sign, bool isThere)
    {
        if (IsFlag(sign))
        {
            now.Flags[sign - _states.Count] = isThere;
        }
        else
        {
            now.States[sign] = isThere;
        }
    }

    /// <summary>The flags of a situation as the scorer lists them, each sure.</summary>
    public List<(int Flag, TriageTier Tier)> Raised(Circumstances now)
    {
        var raised = new List<(int, TriageTier)>();
        for (var flag = 0; flag < _flags.Count; flag++)
        {
            if (now.Flags[flag])
            {
                raised.Add((flag, _flags[flag].Tier));
            }
        }

        return raised;
    }

    /// <summary>Whether a condition reads states and flags only, so that a situation decides it.</summary>
    public static bool ReadsSignsOnly(Condition condition) =>
        condition.Comparisons().All(part => part.Subject is Subject.State or Subject.Flag && part.Operator == ComparisonOperator.Exists);

    /// <summary>
    /// The smallest sets of signs under which the condition holds. It has no negation, so it holds in a situation exactly
    /// when the situation has one of these sets inside it.
    /// </summary>
    public IReadOnlyList<int[]> SmallestSets(Condition? condition)
    {
        var sets = condition is null ? [[]] : Sets(condition).Select(set => set.Order().ToArray()).DistinctBy(set => string.Join(",", set)).ToArray();
        return [.. sets.Where(set => !sets.Any(other => other.Length < set.Length && other.All(set.Contains)))];
    }

    private IEnumerable<HashSet<int>> Sets(Condition condition) => condition switch
    {
        Any any => any.Of.SelectMany(Sets),
        All all => all.Of.Select(Sets).Aggregate((whole, part) => whole.SelectMany(one => part, (one, other) => one.Union(other).ToHashSet())),
        Comparison comparison => [[Number(comparison.Id)]],
        _ => [],
    };
}
