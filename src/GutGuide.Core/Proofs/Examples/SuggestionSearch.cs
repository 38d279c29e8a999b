using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// Looks for a smallest answer set that shows a suggestion. Relevance alone is not enough: its phase must be called for, and
/// others may take its place. So the search starts from its relevance and adds, one by one, points for its phase or a reason
/// that takes a rival away.
/// </summary>
internal sealed class SuggestionSearch(ProofContext context)
{
    private const int MostAdded = 4;
    private const int MostBranches = 14;
    private const int MostTries = 40;

    private readonly IReadOnlyList<Suggestion> _suggestions = context.Ruleset.Suggestions;

    /// <summary>Null when no answer set was found.</summary>
    public AnswerExample? Find(int number)
    {
        var example = Branches(_suggestions[number].Relevant).Take(MostBranches).Select(branch => From(number, branch)).FirstOrDefault(found => found is not null);
        return example is null ? null : context.Search.Shrunk(example, answers => IsShown(number, context.Engine.Decide(answers)));
    }

    private AnswerExample? From(int number, Condition relevant)
    {
        var waiting = new Queue<AnswerGoal[]>([[AnswerGoal.Holds(relevant)]]);
        for (var tries = 0; tries < MostTries && waiting.TryDequeue(out var goals); tries++)
        {
            if (Allowed(number, goals) is not { } example)
            {
                continue;
            }

            var decision = context.Engine.Decide(example.Answers);
            if (IsShown(number, decision))
            {
                return example;
            }

            if (goals.Length <= MostAdded)
            {
                foreach (var added in Missing(number, decision))
                {
                    waiting.Enqueue([.. goals, added]);
                }
            }
        }

        return null;
    }

    /// <summary>In its phase, among what would fit, too, or among what is only for reading.</summary>
    private bool IsShown(int number, Decision decision) => decision.Offered.Concat(decision.ReadingOnly).Any(shown => shown.Suggestion == _suggestions[number]);

    /// <summary>An answer set in which these hold and the suggestion is not ruled out.</summary>
    private AnswerExample? Allowed(int number, AnswerGoal[] goals) => context.Search.First(
        goals,
        answers => context.Engine.Decide(answers) is { Phases.Count: > 0 } decision
            && decision.SuggestionStates[_suggestions[number].Id] != SuggestionState.Never
            && IsRelevant(number, answers));

    private bool IsRelevant(int number, Questionnaires.Answers answers)
    {
        var now = context.Scorer.Assess(answers).Now;
        now.UnsureCounts = true;
        return context.Index.Compile(_suggestions[number].Relevant).Holds(now);
    }

    /// <summary>What could bring it onto the plan.</summary>
    private IEnumerable<AnswerGoal> Missing(int number, Decision decision)
    {
        if (context.Rules.ClassOf[number].Kind is SuggestionKind.Test or SuggestionKind.Talk || _suggestions[number].ReadingOnly)
        {
            return [];
        }

        var phase = decision.Phases.First(phase => phase.Phase == _suggestions[number].Phase);
        var points = context.Ruleset.Scoring.Points.Where(points => points.Phase == phase.Phase).Select(points => points.When).ToArray();
        if (phase.Priority == PhasePriority.NotNeeded && points.Length > 0)
        {
            return points.SelectMany(Branches).OrderBy(branch => branch.Comparisons().Count()).Take(MostBranches).Select(AnswerGoal.Holds);
        }

        return decision.Offered
            .Select(shown => _suggestions.Index().First(pair => pair.Item == shown.Suggestion).Index)
            .Where(rival => !_suggestions[rival].Pinned && IsRival(number, rival))
            .SelectMany(rival => WaysToTakeAway(rival, number) is { Length: > 0 } ways
                ? (AnswerGoal[])[AnswerGoal.Fails(_suggestions[rival].Relevant), AnswerGoal.Holds(Condition.AnyOf(ways))]
                : [AnswerGoal.Fails(_suggestions[rival].Relevant)]);
    }

    /// <summary>The condition as alternatives without any "any": others may push a suggestion aside in one of them, and not in the next.</summary>
    private static IEnumerable<Condition> Branches(Condition condition) => condition switch
    {
        Any any => any.Of.SelectMany(Branches),
        All all => all.Of
            .Select(part => Branches(part).Take(MostBranches).ToArray())
            .Aggregate((IEnumerable<Condition[]>)[[]], (whole, part) => whole.SelectMany(_ => part, (one, other) => (Condition[])[.. one, other]).Take(MostBranches))
            .Select(Condition.AllOf),
        _ => [condition],
    };

    private bool IsRival(int number, int rival) =>
        _suggestions[rival].Phase == _suggestions[number].Phase
        || (context.Rules.ClassOf[rival].Limit != LimitGroup.None && context.Rules.ClassOf[rival].Limit == context.Rules.ClassOf[number].Limit)
        || context.Ruleset.Conflicts.Any(group => group.Forbids(_suggestions[rival].Id, _suggestions[number].Id));

    /// <summary>States and flags that hold the rival back further than the suggestion itself, and leave room for a plan.</summary>
    private Condition[] WaysToTakeAway(int rival, int number)
    {
        var ways = new List<(bool IsGone, Condition Sign)>();
        foreach (var sign in context.Signs.All.Where(sign => context.Signs.TierOf(sign) < TriageTier.Urgent))
        {
            var byRule = context.Rules.StatesByRule(context.Signs.With(sign));
            var tier = context.Signs.TierOf(sign);
            var own = context.Rules.UnderTier(number, byRule[number], tier);
            var others = context.Rules.UnderTier(rival, byRule[rival], tier);
            if (own != SuggestionState.Never && others > own)
            {
                ways.Add((others == SuggestionState.Never, context.Signs.IsFlag(sign) ? Condition.Flag(context.Signs.IdOf(sign)) : Condition.State(context.Signs.IdOf(sign))));
            }
        }

        return [.. ways.OrderBy(way => way.IsGone ? 0 : 1).Select(way => way.Sign)];
    }
}
