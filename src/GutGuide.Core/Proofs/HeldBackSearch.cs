using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Looks for a smallest answer set in which a suggestion is held back although there is a plan: by one of its triggers, because
/// a flag hides its class, or because it clashes with another.
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

    /// <summary>Null when none was found: the suggestion is never held back as wanted.</summary>
    public AnswerExample? Find(int number, Func<HeldBack, bool> asWanted)
    {
        var id = _suggestions[number].Id;
        return Ways(number)
            .Select(goal => context.Search.Find(goal, answers => context.Engine.Decide(answers).HeldBack.Any(held => held.Suggestion.Id == id && asWanted(held))))
            .FirstOrDefault(example => example is not null);
    }

    private IEnumerable<Condition> Ways(int number)
    {
        var suggestion = _suggestions[number];
        foreach (var id in suggestion.Never.Reasons.Keys.Concat(context.Rules.ClassOf[number].Never.Reasons.Keys).Distinct())
        {
            if (context.Signs.TierOf(context.Signs.Number(id)) < TriageTier.Urgent)
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
}
