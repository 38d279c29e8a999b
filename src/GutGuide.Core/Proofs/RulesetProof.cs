using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Proves a ruleset: every invariant over every answer set, and that nothing in it is dead, doubled or contradictory. Pure, and
/// always the same for the same ruleset.
/// </summary>
public static class RulesetProof
{
    public static ProofReport Prove(Ruleset ruleset)
    {
        // The engine cannot be built on names that lead nowhere or on comparisons that nothing can answer, so these come first.
        if (Broken(ruleset, NamedProof.Names, new NamesProof(ruleset).Prove) is { } names)
        {
            return names;
        }

        if (Broken(ruleset, NamedProof.Readings, new ReadingsProof(ruleset).Prove) is { } readings)
        {
            return readings;
        }

        var context = new ProofContext(ruleset);
        var proven = NamedProof.All.ToDictionary(proof => proof.Name, proof => proof.Prove(context), StringComparer.Ordinal);
        var claimed = ruleset.Invariants.Select(invariant => invariant.Proof).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ProofReport(
            ruleset.Version,
            [
                .. ruleset.Invariants.Select(invariant => Prove(context, invariant, proven)),
                .. NamedProof.All
                    .Where(proof => !claimed.Contains(proof.Name) && proof.Kind != ProofKind.KeptByTests)
                    .Select(proof => proof.Report(proof.Name, proof.Plain, proven[proof.Name])),
            ],
            context.Reachability.Reached);
    }

    /// <summary>A report of this one proof when it fails; null when it holds.</summary>
    private static ProofReport? Broken(Ruleset ruleset, NamedProof proof, Func<Tally> prove) =>
        prove() is { Counterexamples.Count: > 0 } tally ? new ProofReport(ruleset.Version, [proof.Report(proof.Name, proof.Plain, tally)], []) : null;

    private static Proof Prove(ProofContext context, Invariant invariant, Dictionary<string, Tally> proven)
    {
        if (invariant.Proof is { } name)
        {
            return proven.TryGetValue(name, out var tally)
                ? NamedProof.All.Single(proof => proof.Name == name).Report(invariant.Id, invariant.Plain, tally)
                : Unprovable(invariant, $"there is no proof named {name}");
        }

        var promises = invariant.NothingShown || invariant.Shown.Count + invariant.NotShown.Count + invariant.NotOk.Count + invariant.OnlyClasses.Count
            + invariant.NotShownClasses.Count + invariant.NotOkClasses.Count > 0;
        if (promises)
        {
            var tests = invariant.Rendered ? " Its words are kept by tests over finished pages." : "";
            var tally = new PromiseProof(context, invariant).Prove();
            return new Proof(invariant.Id, invariant.Plain, ProofKind.SmallestSituations, NamedProof.HowPromises + tests, tally.Situations, tally.Counterexamples);
        }

        return invariant.Rendered
            ? new Proof(invariant.Id, invariant.Plain, ProofKind.KeptByTests, NamedProof.HowRendered, 0, [])
            : Unprovable(invariant, "promises nothing; name what is shown or not shown, a proof, or \"rendered\"");
    }

    private static Proof Unprovable(Invariant invariant, string why) => new(
        invariant.Id, invariant.Plain, ProofKind.SmallestSituations, "", 0, [new Counterexample(invariant.Id, why)]);
}
