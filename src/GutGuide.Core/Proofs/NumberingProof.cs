using System.Globalization;

namespace GutGuide.Core.Proofs;

/// <summary>
/// No numbered rule is missing. A hard rule, conflict group or invariant that was lost breaks nothing that a proof could see;
/// only the gap in its numbers tells.
/// </summary>
internal static class NumberingProof
{
    public static Tally Prove(ProofContext context)
    {
        var tally = new Tally();
        Check(tally, "hr", context.Ruleset.HardRules.Select(rule => rule.Id));
        Check(tally, "cf", context.Ruleset.Conflicts.Select(group => group.Id));
        Check(tally, "inv", context.Ruleset.Invariants.Select(invariant => invariant.Id));
        return tally;
    }

    private static void Check(Tally tally, string prefix, IEnumerable<string> ids)
    {
        var numbers = ids.Select(id => id.Split('-'))
            .Where(parts => parts.Length > 1 && parts[0] == prefix)
            .Select(parts => int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToHashSet();
        for (var number = 1; number <= numbers.DefaultIfEmpty(0).Max(); number++)
        {
            tally.Expect(numbers.Contains(number), $"{prefix}-{number}", "is missing; the numbers have a gap");
        }
    }
}
