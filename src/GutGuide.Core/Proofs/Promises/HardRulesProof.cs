using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Hard rules are a second lock: what one rules out, the rows and classes must rule out as well, and what one shows must really
/// be shown. Source: safety rule base 5C.
/// </summary>
internal sealed class HardRulesProof(ProofContext context)
{
    private readonly ProofOutcome _tally = new();

    public ProofOutcome Prove()
    {
        foreach (var rule in context.Ruleset.HardRules.Where(rule => rule.When is not null))
        {
            _tally.Expect(rule.Never.Count + rule.NeverClasses.Count + rule.Show.Count > 0, rule.Id, "has a condition, but rules out and shows nothing");
            _tally.Expect(!rule.Show.Any(rule.Never.Contains), rule.Id, "shows and rules out the same suggestion");
            foreach (var set in context.Signs.SmallestSets(rule.When))
            {
                Compare(rule, set);
            }

            if (rule.Show.Count > 0)
            {
                new ShownProof(context, rule.Id, _tally).Prove(rule.Show, rule.When, adult: true, TriageTier.Soon);
            }
        }

        return _tally;
    }

    private void Compare(HardRule rule, int[] set)
    {
        var ids = set.Select(context.Signs.IdOf).ToArray();
        foreach (var (number, suggestion) in context.Ruleset.Suggestions.Index())
        {
            if (rule.Never.Contains(suggestion.Id) || rule.NeverClasses.Contains(suggestion.Class))
            {
                var isInRow = ids.Any(id => suggestion.Never.Reasons.ContainsKey(id) || context.Rules.ClassOf[number].Never.Reasons.ContainsKey(id));
                _tally.Expect(isInRow, suggestion.Id, $"{rule.Id} rules it out with {context.Signs.Names(set)}, but neither its row nor its class {suggestion.Class} does");
            }
        }
    }
}
