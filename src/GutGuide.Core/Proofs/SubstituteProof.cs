using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// A substitute is offered only when it is ok for the person itself, tier included. Source: inv-38.
/// </summary>
/// <remarks>
/// Why this covers every answer set: whether a substitute is offered depends on its own final state alone. Every sign is put in
/// place by itself, at every tier, so that every suggestion is met in each state that it can have.
/// </remarks>
internal sealed class SubstituteProof(ProofContext context)
{
    private readonly Tally _tally = new();
    private readonly Dictionary<string, int> _numbers = context.Ruleset.Suggestions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    public Tally Prove()
    {
        foreach (var suggestion in context.Ruleset.Suggestions.Where(suggestion => suggestion.Substitute is not null))
        {
            _tally.Expect(suggestion.Substitute != suggestion.Id, suggestion.Id, "is its own substitute");
            var substitute = context.Ruleset.Suggestions[_numbers[suggestion.Substitute!]];
            _tally.Expect(substitute.Floor == SuggestionState.Ok, suggestion.Id, $"its substitute {substitute.Id} is never ok for anyone");
        }

        foreach (var set in context.Signs.All.Select(sign => (int[])[sign]).Prepend([]))
        {
            var byRule = context.Rules.StatesByRule(context.Signs.With(set));
            foreach (var tier in ProofContext.Tiers)
            {
                SuggestionState[] states = [.. byRule.Select((state, number) => context.Rules.UnderTier(number, state, tier))];
                Try(set, new SelectionCase(tier, byRule, states, [.. states.Select(_ => true)], new bool[states.Length], new bool[states.Length], []));
            }
        }

        return _tally;
    }

    private void Try(int[] set, SelectionCase person)
    {
        var states = person.States;
        for (var number = 0; number < states.Length; number++)
        {
            _tally.Count();
            if (context.Engine.SubstituteOf(number, person) is { } substitute && states[_numbers[substitute.Id]] != SuggestionState.Ok)
            {
                _tally.Fail(context.Ruleset.Suggestions[number].Id, $"with {context.Signs.Names(set)} its substitute {substitute.Id} is offered, but is {states[_numbers[substitute.Id]]}");
            }
        }
    }
}
