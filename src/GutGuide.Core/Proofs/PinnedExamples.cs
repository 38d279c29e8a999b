using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs;

/// <summary>
/// The second entry of every flag and state: each pinned example is worked out with the real scorer, and there must be enough
/// of them that no slip in the rule goes unnoticed.
/// </summary>
internal sealed class PinnedExamples
{
    private readonly ProofContext _context;
    private readonly ILookup<string, Worked> _byRule;

    public PinnedExamples(ProofContext context)
    {
        _context = context;
        _byRule = context.Ruleset.Edges.Select(Work).ToLookup(worked => worked.Edge.Rule, StringComparer.Ordinal);
    }

    /// <summary>Every example comes out as it is pinned.</summary>
    public Tally Hold()
    {
        var tally = new Tally();
        foreach (var worked in _byRule.SelectMany(rule => rule))
        {
            tally.Count();
            if (FaultOf(worked) is { } fault)
            {
                tally.Fail(worked.Edge.Rule, $"the example {Words(worked.Edge)} {fault}");
            }
        }

        return tally;
    }

    /// <summary>Every flag and state has examples both ways, and every slip would turn at least one of them over.</summary>
    public Tally AreEnough()
    {
        var tally = new Tally();
        foreach (var flag in _context.Ruleset.Flags)
        {
            CheckBothWays(tally, flag.Id);
            CheckDoubt(tally, flag);
            CheckSlips(tally, flag.Id, flag.When, (worked, condition) => TierOf(flag, worked, condition) != worked.Edge.Tier);
        }

        foreach (var state in _context.Ruleset.States)
        {
            CheckBothWays(tally, state.Id);
            CheckFloor(tally, state);
            CheckSlips(tally, state.Id, state.When, (worked, condition) => IsSet(worked, condition) != (worked.Edge.IsSet == true));
        }

        return tally;
    }

    private Worked Work(RuleEdge edge)
    {
        var index = _context.Index;
        var now = new Circumstances(index);
        foreach (var (fact, value) in edge.Facts)
        {
            var slot = index.Fact(fact);
            slot.Apply(now, double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? new(fact, null, number)
                : new(fact, value, null));
        }

        index.FillDefaults(now);
        var given = edge.States.Select(index.StateNumber).ToHashSet();
        var raised = _context.Scorer.Judge(now, given);
        return new Worked(edge, now, SureFlags(now), raised);
    }

    /// <summary>The flags that are up while unsure still reads as no.</summary>
    private bool[] SureFlags(Circumstances now)
    {
        var final = now.Flags.ToArray();
        Array.Clear(now.Flags);
        now.UnsureCounts = false;
        for (var flag = 0; flag < final.Length; flag++)
        {
            now.Flags[flag] = _context.Index.Flags[flag].Holds(now);
        }

        var sure = now.Flags.ToArray();
        final.CopyTo(now.Flags, 0);
        return sure;
    }

    private string? FaultOf(Worked worked)
    {
        var edge = worked.Edge;
        if (!_context.Index.IsFlag(edge.Rule))
        {
            var state = _context.Index.StateNumber(edge.Rule);
            var floor = _context.Ruleset.States[state].Floor;
            return worked.Now.States[state] != (edge.IsSet == true) ? (edge.IsSet == true ? "does not set it" : "sets it")
                : edge.IsSet == true && edge.Tier is { } pinned && pinned != floor ? $"pins the floor {pinned}, but its floor is {floor}"
                : null;
        }

        var flag = _context.Index.FlagNumber(edge.Rule);
        TriageTier? tier = worked.Raised.Where(raised => raised.Flag == flag).Select(raised => (TriageTier?)raised.Tier).FirstOrDefault();
        return tier == edge.Tier ? null : $"gives {tier?.ToString() ?? "nothing"}, but {edge.Tier?.ToString() ?? "nothing"} is pinned";
    }

    private static bool Raises(RuleEdge edge) => edge.Tier is not null && edge.IsSet is null or true || edge.IsSet == true;

    private void CheckBothWays(Tally tally, string rule)
    {
        tally.Expect(_byRule[rule].Any(worked => Raises(worked.Edge)), rule, "has no pinned example that raises it");
        tally.Expect(_byRule[rule].Any(worked => !Raises(worked.Edge)), rule, "has no pinned example that leaves it quiet");
    }

    /// <summary>A flag with a question of its own pins what "not sure" gives.</summary>
    private void CheckDoubt(Tally tally, RedFlag flag)
    {
        if (flag.When.Comparisons().Any(part => part.Subject == Subject.Fact && part.Id == flag.Id))
        {
            tally.Expect(_byRule[flag.Id].Any(worked => worked.Edge.Facts.GetValueOrDefault(flag.Id) == "unsure"), flag.Id, "has no pinned example for \"not sure\"");
        }
    }

    /// <summary>A floor is pinned too, so that it cannot slip.</summary>
    private void CheckFloor(Tally tally, PatientState state)
    {
        var isPinned = _byRule[state.Id].Any(worked => worked.Edge is { IsSet: true, Tier: not null });
        tally.Expect(state.Floor == TriageTier.SelfCare || isPinned, state.Id, $"has the floor {state.Floor}, and no pinned example says so");
    }

    private void CheckSlips(Tally tally, string rule, Condition when, Func<Worked, CompiledCondition?, bool> isTurnedOver)
    {
        foreach (var slip in RuleSlips.Of(when, id => _context.Index.Fact(id).Kind))
        {
            var condition = _context.Index.CompileOptional(slip.When);
            tally.Expect(_byRule[rule].Any(worked => isTurnedOver(worked, condition)), rule, $"no pinned example would notice if {slip.Words}");
        }
    }

    private static TriageTier? TierOf(RedFlag flag, Worked worked, CompiledCondition? condition) =>
        condition is null ? null
        : Holds(worked, condition, worked.SureFlags, unsureCounts: false) ? flag.Tier
        : Holds(worked, condition, worked.Now.Flags, unsureCounts: true) ? TriageScorer.OneLower(flag.Tier)
        : null;

    private static bool IsSet(Worked worked, CompiledCondition? condition) =>
        condition is not null && Holds(worked, condition, worked.Now.Flags, unsureCounts: true);

    private static bool Holds(Worked worked, CompiledCondition condition, bool[] flags, bool unsureCounts)
    {
        var final = worked.Now.Flags.ToArray();
        flags.ToArray().CopyTo(worked.Now.Flags, 0);
        worked.Now.UnsureCounts = unsureCounts;
        var holds = condition.Holds(worked.Now);
        final.CopyTo(worked.Now.Flags, 0);
        return holds;
    }

    private static string Words(RuleEdge edge) => "{ " + string.Join(", ", edge.Facts.Select(fact => $"{fact.Key}: {fact.Value}").Concat(edge.States)) + " }";

    /// <summary>An example with what the scorer made of it.</summary>
    /// <param name="SureFlags">Flags that are up without any doubt.</param>
    private sealed record Worked(RuleEdge Edge, Circumstances Now, bool[] SureFlags, List<(int Flag, TriageTier Tier)> Raised);
}
