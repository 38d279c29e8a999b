using System.Globalization;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// Examples of flags and states, worked out with the real scorer: the edges of their numbers and how their parts go together, in
/// the words of answers. What a rule says outright stands in the record of the sign-off instead.
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
    public ProofOutcome Hold()
    {
        var tally = new ProofOutcome();
        foreach (var worked in _byRule.SelectMany(rule => rule))
        {
            tally.Count();
            if (FaultOf(worked) is { } fault)
            {
                tally.Fail(worked.Edge.Rule, $"the example {Words(worked.Edge)} {fault}", pinned: worked.Edge);
            }
        }

        return tally;
    }

    /// <summary>
    /// Every flag and state that compares a number or joins several parts has an example that raises it and one that leaves it
    /// quiet. What a plain yes does needs none.
    /// </summary>
    public ProofOutcome StandOnBothSides()
    {
        var tally = new ProofOutcome();
        foreach (var (id, when) in _context.Ruleset.Flags.Select(flag => (flag.Id, flag.When)).Concat(_context.Ruleset.States.Select(state => (state.Id, state.When))))
        {
            var parts = when.Comparisons().ToArray();
            if (parts.Length > 1 || parts.Any(part => part.Number is not null))
            {
                tally.Expect(_byRule[id].Any(worked => Raises(worked.Edge)), id, "has no pinned example that raises it");
                tally.Expect(_byRule[id].Any(worked => !Raises(worked.Edge)), id, "has no pinned example that leaves it quiet");
            }
        }

        return tally;
    }

    private Worked Work(PinnedExample edge)
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
        return new Worked(edge, now, raised);
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

    private static bool Raises(PinnedExample edge) => edge.Tier is not null && edge.IsSet is null or true || edge.IsSet == true;

    private static string Words(PinnedExample edge) => "{ " + string.Join(", ", edge.Facts.Select(fact => $"{fact.Key}: {fact.Value}").Concat(edge.States)) + " }";

    /// <summary>An example with what the scorer made of it.</summary>
    private sealed record Worked(PinnedExample Edge, Circumstances Now, List<(int Flag, TriageTier Tier)> Raised);
}
