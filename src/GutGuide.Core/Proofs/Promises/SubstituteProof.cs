using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Each substitute is another suggestion that can be fine for somebody. That it is offered only to them is a property of the
/// engine, which no ruleset could break. Source: inv-38.
/// </summary>
internal static class SubstituteProof
{
    public static ProofOutcome Prove(ProofContext context)
    {
        var tally = new ProofOutcome();
        foreach (var suggestion in context.Ruleset.Suggestions.Where(suggestion => suggestion.Substitute is not null))
        {
            tally.Expect(suggestion.Substitute != suggestion.Id, suggestion.Id, "is its own substitute");
            var substitute = context.Ruleset.Suggestions.First(other => other.Id == suggestion.Substitute);
            tally.Expect(substitute.Floor == SuggestionState.Ok, suggestion.Id, $"its substitute {substitute.Id} is never ok for anyone");
        }

        return tally;
    }
}
