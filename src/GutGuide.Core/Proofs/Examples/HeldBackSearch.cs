using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// Looks for an answer set in which a suggestion is held back although there is a plan, and its substitute stands in for it:
/// by one of its triggers, because a flag hides its class, or because it clashes with another.
/// </summary>
/// <param name="reached">Examples found so far; the shortest one for the tier "soon" serves to hide classes.</param>
internal sealed class HeldBackSearch(ProofContext context, IReadOnlyList<ReachedRule> reached)
{
    private readonly IReadOnlyList<Suggestion> _suggestions = context.Ruleset.Suggestions;
    private readonly Condition[] _soon =
    [
        .. reached
            .Where(rule => rule.Kind == ReachedKind.Flag && context.Ruleset.Flags[context.Index.FlagNumber(rule.Id)].Tier == TriageTier.Soon)
            .OrderBy(rule => rule.Example.Telling.Count)
            .Take(1)
            .Select(rule => Condition.Flag(rule.Id)),
    ];

    /// <summary>Null when none was found. No example is no fault, so the search is short.</summary>
    public AnswerExample? Find(int number, int substitute)
    {
        var goals = Ways(number, substitute).Select(way => (AnswerGoal[])[AnswerGoal.Holds(way), AnswerGoal.Holds(_suggestions[substitute].Relevant)]);
        return goals.Select(goal => context.Search.Short(goal, LeadsThere)).FirstOrDefault(example => example is not null);

        bool LeadsThere(Answers answers) => context.Engine.Decide(answers).HeldBack
            .Any(held => held.Suggestion == _suggestions[number] && held.Substitute is not null);
    }

    private IEnumerable<Condition> Ways(int number, int substitute)
    {
        var suggestion = _suggestions[number];
        foreach (var id in suggestion.Never.Reasons.Keys.Concat(context.Rules.ClassOf[number].Never.Reasons.Keys).Distinct())
        {
            var sign = context.Signs.Number(id);
            var tier = context.Signs.TierOf(sign);
            if (tier < TriageTier.Urgent && IsOk(substitute, sign, tier))
            {
                yield return context.Index.IsFlag(id) ? Condition.Flag(id) : Condition.State(id);
            }
        }

        if (context.Rules.IsHiddenAt(number, TriageTier.Soon) && _soon.Length > 0)
        {
            yield return new All([suggestion.Relevant, .. _soon]);
        }

        foreach (var rival in _suggestions.Where(other => context.Ruleset.Conflicts.Any(group => group.Forbids(suggestion.Id, other.Id))))
        {
            yield return new All([suggestion.Relevant, rival.Relevant]);
        }
    }

    private bool IsOk(int number, int sign, TriageTier tier) =>
        context.Rules.UnderTier(number, context.Rules.StatesByRule(context.Signs.With(sign))[number], tier) == SuggestionState.Ok;
}
