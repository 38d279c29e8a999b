using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Proves an invariant that promises what is not shown, or not shown as "try this".
/// </summary>
/// <remarks>
/// Why this covers every answer set: whatever a person answers, the second half of the engine sees a set of states and flags
/// and a tier. If the promise applies, one of the smallest sets of its <c>when</c> is inside that set (the condition has no
/// negation). The state of a suggestion only gets stricter when signs are added (proven over all pairs), and the tier cap is
/// applied on top. So a suggestion that is withheld in the smallest set is withheld in every larger one. Each smallest set is
/// tried at every tier the promise names, or at all tiers when it names none: then not even the tier is relied on. The
/// selector shows nothing that is withheld (proven with the limits).
/// </remarks>
internal sealed class PromiseProof(ProofContext context, Invariant invariant)
{
    private readonly ProofOutcome _tally = new(ProofKind.AllSituations);

    public ProofOutcome Prove()
    {
        if (invariant.When is { } when && !SignIndex.ReadsSignsOnly(when))
        {
            _tally.Fail(invariant.Id, "\"when\" reads more than states and flags; a promise about anything else cannot be proven over all answers");
            return _tally;
        }

        foreach (var set in context.Signs.SmallestSets(invariant.When))
        {
            var byRule = context.Rules.StatesByRule(context.Signs.With(set));
            foreach (var tier in Tiers())
            {
                Try(set, byRule, tier);
            }
        }

        if (invariant.Shown.Count > 0)
        {
            new ShownProof(context, invariant.Id, _tally).Prove(invariant.Shown, invariant.When, invariant.Adult, invariant.Tier ?? invariant.TierAtMost ?? TriageTier.Emergency);
        }

        return _tally;
    }

    private IEnumerable<TriageTier> Tiers() => ProofContext.Tiers.Where(tier =>
        (invariant.Tier is null || tier == invariant.Tier) && (invariant.TierAtMost is null || tier <= invariant.TierAtMost));

    private void Try(int[] set, SuggestionState[] byRule, TriageTier tier)
    {
        for (var number = 0; number < byRule.Length; number++)
        {
            var suggestion = context.Ruleset.Suggestions[number];
            var loosest = LoosestAllowed(suggestion);
            if (loosest == SuggestionState.Ok)
            {
                continue;
            }

            _tally.Count();
            var state = context.Rules.UnderTier(number, byRule[number], tier);
            if (state < loosest)
            {
                Fail(suggestion, set, tier, state, loosest);
            }
        }
    }

    /// <summary>The loosest state that the promise leaves to a suggestion.</summary>
    private SuggestionState LoosestAllowed(Suggestion suggestion)
    {
        var isNever = invariant.NothingShown
            || invariant.NotShown.Contains(suggestion.Id)
            || invariant.NotShownClasses.Contains(suggestion.Class)
            || (invariant.OnlyClasses.Count > 0 && !invariant.OnlyClasses.Contains(suggestion.Class));
        return isNever ? SuggestionState.Never
            : invariant.NotOk.Contains(suggestion.Id) || invariant.NotOkClasses.Contains(suggestion.Class) ? SuggestionState.Ask
            : SuggestionState.Ok;
    }

    private void Fail(Suggestion suggestion, int[] set, TriageTier tier, SuggestionState state, SuggestionState loosest)
    {
        // Without a sign it is the class's tier table that lets it through, unless the promise is about this one suggestion.
        var isAboutClass = set.Length == 0 && !invariant.NotShown.Contains(suggestion.Id) && !invariant.NotOk.Contains(suggestion.Id);
        var message = $"{invariant.Id} is broken: with {context.Signs.Names(set)}, at the tier {tier}, {suggestion.Id} (class {suggestion.Class}) is {state} and must be {loosest}";
        _tally.Fail(isAboutClass ? suggestion.Class : suggestion.Id, message, context.Search.Leading(set));
    }
}
