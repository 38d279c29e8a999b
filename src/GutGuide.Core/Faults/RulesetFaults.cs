using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>
/// Looks up every name of a ruleset, and holds every comparison against what it reads. Until nothing is found the engine cannot be
/// built, so nothing else can be tried.
/// </summary>
public sealed class RulesetFaults
{
    private readonly List<RuleFault> _faults = [];
    private readonly Dictionary<FaultClaim, int> _looked = [];

    private RulesetFaults()
    {
    }

    public IReadOnlyList<RuleFault> All => _faults;

    public static RulesetFaults Of(Ruleset ruleset)
    {
        var faults = new RulesetFaults();
        var names = new RuleNames(ruleset);
        new CompletenessFaults(faults, names).Find();
        new ReferenceFaults(faults, names).Find();
        new QuestionnaireFaults(faults, names).Find();
        new GateFaults(faults, names).Find();
        new OrderFaults(faults, names).Find();
        new SuggestionFaults(faults, names).Find();
        HintFaults.Find(faults, names);
        return faults;
    }

    /// <summary>How many names, comparisons or rules were looked at for a claim.</summary>
    public int Looked(FaultClaim claim) => _looked.GetValueOrDefault(claim);

    internal void Expect(bool holds, FaultClaim claim, object thing, string rule, string message, object? within = null)
    {
        Look(claim);
        if (!holds)
        {
            _faults.Add(new RuleFault(claim, thing, rule, message) { Within = within });
        }
    }

    /// <param name="what">The kind in words, with where the name stands.</param>
    /// <param name="within">As <see cref="RuleFault.Within"/>.</param>
    internal void Known(
        IEnumerable<string> names, IReadOnlyCollection<string> known, NameKind kind, string what, object thing, string rule, object? within = null)
    {
        foreach (var name in names)
        {
            Look(FaultClaim.Names);
            if (!known.Contains(name))
            {
                _faults.Add(new RuleFault(FaultClaim.Names, thing, rule, $"there is no {what} named \"{name}\"")
                {
                    Unknown = new UnknownName(kind, name, known),
                    Within = within,
                });
            }
        }
    }

    private void Look(FaultClaim claim) => _looked[claim] = _looked.GetValueOrDefault(claim) + 1;
}
