using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>What the tables of all flags and states show about worse answers and about doubt.</summary>
internal static class RuleTableProofs
{
    /// <summary>
    /// A worse answer never takes a flag or state away. A rule reads facts, states and flags; each is shown to grow with each
    /// of them, and what grows step by step grows as a whole, up to the tier.
    /// </summary>
    public static ProofOutcome WorseAnswers(ProofContext context)
    {
        var tally = new ProofOutcome(ProofKind.AllSituations);
        foreach (var table in Readable(context, tally))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                for (var input = 0; input < table.Inputs.Count; input++)
                {
                    if (table.Inputs[input].HasWorse && table.ValueOf(row, input) + 1 < table.Inputs[input].Values && table[table.Next(row, input)] < table[row])
                    {
                        tally.Fail(table.Rule, $"a worse {table.Inputs[input].Id} makes it milder; it fires with {table.Words(row)}");
                    }
                }
            }
        }

        return tally;
    }

    /// <summary>For states, doubt is as good as yes.</summary>
    public static ProofOutcome UnsureStates(ProofContext context)
    {
        var tally = new ProofOutcome(ProofKind.AllSituations);
        foreach (var table in Readable(context, tally).Where(table => !table.IsFlag))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                if (table[table.InDoubt(row)] != table[row])
                {
                    tally.Fail(table.Rule, $"unsure does not count as yes; it is set with {table.Words(row)}");
                }
            }
        }

        return tally;
    }

    /// <summary>
    /// A flag that is up stays up when every yes turns into a doubt, and counts one tier lower at most. The tier is the largest
    /// of all, so it falls by one at most as well.
    /// </summary>
    public static ProofOutcome UnsureFlags(ProofContext context)
    {
        var tally = new ProofOutcome(ProofKind.AllSituations);
        foreach (var tier in ProofContext.Tiers)
        {
            var lower = TriageScorer.OneLower(tier);
            tally.Expect(lower >= tier - 1 && lower <= tier && (tier < TriageTier.Routine || lower >= TriageTier.Routine), tier.ToString(), $"a doubtful flag of this tier counts as {lower}");
        }

        foreach (var table in Readable(context, tally).Where(table => table.IsFlag))
        {
            for (var row = 0; row < table.Rows; row++)
            {
                if (table[row] != RuleTable.RuleOutcome.Quiet && table[table.InDoubt(row)] == RuleTable.RuleOutcome.Quiet)
                {
                    tally.Fail(table.Rule, $"unsure keeps it quiet; it fires with {table.Words(row)}");
                }
            }
        }

        return tally;
    }

    private static IEnumerable<RuleTable> Readable(ProofContext context, ProofOutcome tally)
    {
        foreach (var table in context.Tables)
        {
            tally.Count(table.Rows);
            if (table.IsTooLarge)
            {
                tally.Fail(table.Rule, "reads too many things at once to be tried in every combination; split it");
            }
            else
            {
                yield return table;
            }
        }
    }
}
