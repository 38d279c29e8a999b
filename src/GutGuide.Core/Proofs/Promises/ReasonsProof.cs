using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Whatever is held back or marked "ask first" names a reason in words. Source: inv-41.
/// </summary>
/// <remarks>
/// Why this covers every answer set: a state by rule comes from some sign, hard rule or the floor, each tried by itself with
/// the engine's own list of reasons. A state by tier comes from a sign of that tier, because the tier is the largest of the
/// signs' tiers; at self-care there is none, so no class may be capped there.
/// </remarks>
internal sealed class ReasonsProof(ProofContext context)
{
    private readonly ProofOutcome _tally = new();

    public ProofOutcome Prove()
    {
        foreach (var (id, triggers) in context.Ruleset.Suggestions.SelectMany(suggestion => new[] { (suggestion.Id, suggestion.Never), (suggestion.Id, suggestion.Ask) })
            .Concat(context.Ruleset.Classes.SelectMany(suggestionClass => new[] { (suggestionClass.Id, suggestionClass.Never), (suggestionClass.Id, suggestionClass.Ask) })))
        {
            foreach (var (trigger, reason) in triggers.Reasons)
            {
                _tally.Expect(!string.IsNullOrWhiteSpace(reason), id, $"gives no reason for {trigger}");
            }
        }

        foreach (var suggestionClass in context.Ruleset.Classes)
        {
            _tally.Expect(suggestionClass.Caps[TriageTier.SelfCare] == TierCap.Ok, suggestionClass.Id, "is held back at self-care, where nothing could be the reason");
        }

        foreach (var set in context.Signs.All.Select(sign => (int[])[sign])
            .Concat(context.Ruleset.HardRules.Where(rule => rule.When is not null).SelectMany(rule => context.Signs.SmallestSets(rule.When)))
            .Prepend([]))
        {
            Try(set);
        }

        return _tally;
    }

    private void Try(int[] set)
    {
        var now = context.Signs.With(set);
        var byRule = context.Rules.StatesByRule(now);
        for (var number = 0; number < byRule.Length; number++)
        {
            if (byRule[number] == SuggestionState.Ok)
            {
                continue;
            }

            var reasons = context.Rules.TriggersOf(number, byRule[number], now);
            _tally.Expect(
                reasons.Exists(reason => reason.Id == Trigger.Floor || !string.IsNullOrWhiteSpace(reason.Reason)),
                context.Ruleset.Suggestions[number].Id,
                $"is {byRule[number]} with {context.Signs.Names(set)}, and no reason is given");
        }
    }
}
