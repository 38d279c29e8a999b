using GutGuide.Core.Conditions;

namespace GutGuide.Core.Faults;

/// <summary>The order in which states and flags may read each other.</summary>
internal sealed class OrderFaults(RulesetFaults faults, RuleNames names)
{
    private readonly HashSet<string> _late = new(StringComparer.Ordinal);

    /// <summary>
    /// States come in the order in which they are worked out: before the flags, or after them when they read one, or another
    /// state that does.
    /// </summary>
    public void Find()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in names.Ruleset.States.Where(state => state.When.Comparisons().Any(IsLate)))
        {
            _late.Add(state.Id);
        }

        foreach (var state in names.Ruleset.States.Where(state => !_late.Contains(state.Id)))
        {
            FindLater(state.Id, state, state.When, Subject.State, known);
            known.Add(state.Id);
        }

        foreach (var flag in names.Ruleset.Flags)
        {
            FindLater(flag.Id, flag, flag.When, Subject.State, known);
            FindLater(flag.Id, flag, flag.When, Subject.Flag, known);
            known.Add(flag.Id);
        }

        foreach (var state in names.Ruleset.States.Where(state => _late.Contains(state.Id)))
        {
            FindLater(state.Id, state, state.When, Subject.State, known);
            known.Add(state.Id);
        }
    }

    private bool IsLate(Comparison part) => part.Subject == Subject.Flag || (part.Subject == Subject.State && _late.Contains(part.Id));

    private void FindLater(string id, object rule, Condition condition, Subject subject, HashSet<string> known)
    {
        foreach (var part in condition.Comparisons().Where(part => part.Subject == subject && names.Triggers.Contains(part.Id)))
        {
            faults.Expect(known.Contains(part.Id), FaultClaim.Names, rule, id, _late.Contains(part.Id) && !_late.Contains(id) && names.Flags.Contains(id)
                ? $"{id} reads {part.Id}, which itself waits for red flags; write the facts that {part.Id} reads instead"
                : $"{id} reads {part.Id}, which is worked out later; move {part.Id} before it");
        }
    }
}
