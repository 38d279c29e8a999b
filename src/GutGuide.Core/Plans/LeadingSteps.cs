using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

/// <summary>
/// First steps that a rule decides, and what else a person's states change about the plan as a whole: nothing new beside the
/// first step, a shorter plan, diets that wait, talks on top. Source: safety rule base sel-12 to sel-15, hr-21.
/// </summary>
internal sealed class LeadingSteps
{
    /// <summary>Things tried without help after which a talk comes first.</summary>
    private const int TriedEnough = 2;

    private readonly SelectionRules _rules;
    private readonly (FirstStepRule Rule, CompiledCondition? When, int? Step, int? Substitute)[] _steps;
    private readonly int? _otherwise;
    private readonly CompiledCondition? _gentle;
    private readonly int? _gentleTalk;
    private readonly CompiledCondition? _dietsWait;
    private readonly CompiledCondition? _takesProducts;
    private readonly int[] _openTests;
    private readonly int[] _triedInVain;

    public LeadingSteps(RuleIndex index)
    {
        var suggestions = index.Ruleset.Suggestions;
        var numbers = suggestions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        _rules = index.Ruleset.Scoring.Selection;
        _steps = [.. _rules.FirstSteps.Select(rule => (rule, index.CompileOptional(rule.When), Number(rule.Step), Number(rule.Step is { } step ? suggestions[numbers[step]].Substitute : null)))];
        _otherwise = Number(_rules.Otherwise);
        _gentle = index.CompileOptional(_rules.Gentle?.When);
        _gentleTalk = Number(_rules.Gentle?.Talk);
        _dietsWait = index.CompileOptional(_rules.DietsWait?.When);
        _takesProducts = index.CompileOptional(_rules.CountTaken?.When);
        _openTests = [.. (_rules.DietsWait?.Shown ?? []).Select(id => numbers[id])];
        _triedInVain = [.. _rules.TriedInVain.Select(id => numbers[id])];

        int? Number(string? id) => id is null ? null : numbers[id];
    }

    public SelectionCase Apply(SelectionCase person, Circumstances now)
    {
        now.UnsureCounts = true;
        var isGentle = _gentle?.Holds(now) == true;
        return person with
        {
            Lead = Lead(person, now),
            IsAlone = Array.Exists(_steps, step => step.Rule.Alone && Fits(step.Rule, step.When, person, now)),
            IsGentle = isGentle,
            Most = isGentle ? _rules.Gentle!.AtMost : SelectionCase.MostItems,
            DietsWait = _dietsWait?.Holds(now) == true || Array.Exists(_openTests, person.IsOpen),
            TakesProducts = _takesProducts?.Holds(now) == true,
            OnTop = OnTop(person, isGentle),
        };
    }

    private static bool Fits(FirstStepRule rule, CompiledCondition? when, SelectionCase person, Circumstances now) =>
        (rule.Tier is null || rule.Tier == person.Tier) && (when is null || when.Holds(now));

    private int? Lead(SelectionCase person, Circumstances now)
    {
        foreach (var (rule, when, wanted, substitute) in _steps)
        {
            if (wanted is not { } step || !Fits(rule, when, person, now) || (rule.OnlyIfRelevant && !person.Relevant[step]) || person.TriedOf(step) == TriedOutcome.DoingAlready)
            {
                continue;
            }

            return IsOk(step) ? step
                : substitute is { } other && IsOk(other) ? other
                : _otherwise is { } talk && IsOk(talk) ? talk
                : null;
        }

        return null;

        bool IsOk(int number) => person.States[number] == SuggestionState.Ok && person.TriedOf(number) is null;
    }

    private int[] OnTop(SelectionCase person, bool isGentle)
    {
        var isTriedEnough = person.Tried.Count(tried => tried == TriedOutcome.NoHelp) >= TriedEnough;
        return isGentle && _gentleTalk is { } talk ? isTriedEnough ? [talk, .. _triedInVain] : [talk]
            : isTriedEnough ? _triedInVain
            : [];
    }
}
