using GutGuide.Core.Proofs.Promises;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Claims;

/// <summary>
/// Proves a ruleset: every invariant over every answer set, and that nothing in it is dead, doubled or contradictory. Pure, and
/// always the same for the same ruleset.
/// </summary>
public static class RulesetProof
{
    public static ProofReport Prove(Ruleset ruleset)
    {
        if (Unreadable(ruleset) is { } broken)
        {
            return new ProofReport(ruleset.Version, [broken], []);
        }

        var context = new ProofRun(ruleset);
        var proven = NamedProof.All.ToDictionary(proof => proof.Name, proof => proof.Prove(context), StringComparer.Ordinal);
        var claimed = ruleset.Invariants.Select(invariant => invariant.Proof).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ProofReport(
            ruleset.Version,
            [
                .. ruleset.Invariants.Select(invariant => Prove(context, invariant, proven)),
                .. NamedProof.All
                    .Where(proof => !claimed.Contains(proof.Name))
                    .Select(proof => proof.Report(proof.Name, proof.Plain, proven[proof.Name])),
            ],
            context.Reachability.Reached);
    }

    /// <summary>
    /// The first claim found not to hold; null when all hold. For whoever asks only whether there is one: the promises, which
    /// are quick, come first, and what comes after the one found is not worked out.
    /// </summary>
    public static Proof? FirstBroken(Ruleset ruleset)
    {
        if (Unreadable(ruleset) is { } broken)
        {
            return broken;
        }

        var context = new ProofRun(ruleset);
        var named = NamedProof.All.Select(proof => proof.Name).ToHashSet(StringComparer.Ordinal);
        return ruleset.Invariants
            .Where(invariant => invariant.Proof is null || !named.Contains(invariant.Proof))
            .Select(invariant => Prove(context, invariant, []))
            .Concat(NamedProof.All.Select(proof => proof.Report(proof.Name, proof.Plain, proof.Prove(context))))
            .FirstOrDefault(proof => !proof.Holds);
    }

    /// <summary>
    /// The engine cannot be built on names that lead nowhere or on comparisons that nothing can answer, so these come first;
    /// null when they hold.
    /// </summary>
    private static Proof? Unreadable(Ruleset ruleset) =>
        Broken(NamedProof.Names, FaultsProof.Names(ruleset)) ?? Broken(NamedProof.Readings, FaultsProof.Readings(ruleset));

    private static Proof? Broken(NamedProof proof, ProofOutcome tally) =>
        tally.Counterexamples.Count > 0 ? proof.Report(proof.Name, proof.Plain, tally) : null;

    private static Proof Prove(ProofRun context, Invariant invariant, Dictionary<string, ProofOutcome> proven)
    {
        string[] tests = [.. invariant.Tests, .. invariant.Sampled];
        if (invariant.Proof is { } name)
        {
            return proven.TryGetValue(name, out var tally)
                ? NamedProof.All.Single(proof => proof.Name == name).Report(invariant.Id, invariant.Plain, tally) with { Tests = tests }
                : Unprovable(invariant, $"there is no proof named {name}");
        }

        if (invariant.TierAtLeast is { } atLeast)
        {
            var tally = new TierProof(context, invariant, atLeast).Prove();
            return new Proof(invariant.Id, invariant.Plain, tally.Kind, NamedProof.HowTiers, tally.Situations, tally.Counterexamples) { Tests = tests };
        }

        var promises = invariant.NothingShown || invariant.Shown.Count + invariant.NotShown.Count + invariant.NotOk.Count + invariant.OnlyClasses.Count
            + invariant.NotShownClasses.Count + invariant.NotOkClasses.Count > 0;
        if (promises)
        {
            var tally = new PromiseProof(context, invariant).Prove();
            return new Proof(invariant.Id, invariant.Plain, tally.Kind, NamedProof.HowPromises, tally.Situations, tally.Counterexamples) { Tests = tests };
        }

        if (tests.Length == 0)
        {
            return Unprovable(invariant, "promises nothing; name what is shown or not shown, a proof, or the tests that keep it");
        }

        var kind = invariant.Tests.Count > 0 ? ProofKind.KeptByTests : ProofKind.AtRandom;
        return new Proof(invariant.Id, invariant.Plain, kind, kind == ProofKind.AtRandom ? NamedProof.HowSampled : NamedProof.HowTests, 0, []) { Tests = tests };
    }

    private static Proof Unprovable(Invariant invariant, string why) => new(
        invariant.Id, invariant.Plain, ProofKind.EachOnce, "", 0, [new Counterexample(invariant.Id, why)]);
}
