using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Explanations;

/// <summary>
/// Finds the smallest change of the answers behind a suggestion that takes it away, or behind a hold that lifts it. Only
/// those answers are looked at: that some danger sign elsewhere would change everything explains nothing. What is named has
/// been decided anew and really does it, and nothing with fewer steps among the same answers does.
/// </summary>
/// <remarks>
/// Numbers, and who a person is, stay as they are. A change that would take a danger sign away is marked: nobody should be told
/// what they would be offered without it. Safe to share between threads.
/// </remarks>
public sealed class WhatWouldChange
{
    /// <summary>A longer list of ifs would explain nothing.</summary>
    public const int MostSteps = 3;

    /// <summary>Facts of a life that nobody changes to see what happens.</summary>
    private static readonly string[] Given = ["who", "age", "body", "region"];

    private readonly DecisionEngine _engine;
    private readonly Dictionary<string, QuestionnaireItem> _items;
    private readonly Dictionary<string, Suggestion> _suggestions;
    private readonly Dictionary<string, CompiledCondition> _rules;

    public WhatWouldChange(DecisionEngine engine)
    {
        _engine = engine;
        var ruleset = engine.Ruleset;
        var index = engine.Scorer.Index;
        _items = ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        _suggestions = ruleset.Suggestions.ToDictionary(suggestion => suggestion.Id, StringComparer.Ordinal);
        _rules = new[]
        {
            ruleset.States.Select((state, number) => (state.Id, index.States[number])),
            ruleset.Flags.Select((flag, number) => (flag.Id, index.Flags[number])),
            ruleset.HardRules.Where(rule => rule.When is not null).Select(rule => (rule.Id, index.Compile(rule.When!))),
        }.SelectMany(rules => rules).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Null when no change of up to <see cref="MostSteps"/> steps takes the suggestion away and leaves a plan.</summary>
    /// <param name="suggestion">Id of a suggestion that is shown.</param>
    /// <param name="because">LinkIds that made it relevant.</param>
    /// <exception cref="KeyNotFoundException">The ruleset has no such suggestion.</exception>
    public AnswerChange? TakesAway(Answers answers, string suggestion, IReadOnlyList<string> because) => Smallest(
        answers,
        suggestion,
        StepsOf(answers, because, LinesToAdd(_suggestions[suggestion].Relevant)),
        standing => standing is { HasPlan: true, IsOffered: false },
        standing => !standing.IsRelevant);

    /// <summary>Null when no change of up to <see cref="MostSteps"/> steps makes the suggestion allowed.</summary>
    /// <exception cref="KeyNotFoundException">The ruleset has no such suggestion.</exception>
    public AnswerChange? Allows(Answers answers, HeldBack held) => Smallest(
        answers,
        held.Suggestion.Id,
        StepsOf(answers, LinkIdsBehind(answers, held), []),
        standing => standing.IsAllowed,
        standing => standing.IsRelevant);

    /// <summary>The answers behind a hold, as linkIds in questionnaire order.</summary>
    public IReadOnlyList<string> LinkIdsBehind(Answers answers, HeldBack held)
    {
        var findings = _engine.Scorer.Assess(answers);
        var behind = held.Because.SelectMany(trigger =>
            _rules.TryGetValue(trigger.Id, out var rule) ? BehindRule(rule, findings) : BehindClash(trigger.Id, held.Suggestion.Id, findings));
        return [.. findings.Live.Intersect(behind, StringComparer.Ordinal)];
    }

    /// <summary>The answers behind a state, a flag or a hard rule, as linkIds in questionnaire order.</summary>
    /// <exception cref="KeyNotFoundException">The ruleset has no such rule.</exception>
    public IReadOnlyList<string> LinkIdsBehind(string rule, Findings findings) => [.. findings.Live.Intersect(BehindRule(_rules[rule], findings), StringComparer.Ordinal)];

    private IReadOnlyList<string> BehindRule(CompiledCondition rule, Findings findings)
    {
        findings.Now.UnsureCounts = true;
        return findings.LinkIds(ItemsBehind.Of(_engine.Scorer.Index, rule, findings.Now));
    }

    /// <summary>What led to the others of a group of which only one can stand.</summary>
    private IEnumerable<string> BehindClash(string group, string suggestion, Findings findings) => _engine.Ruleset.Conflicts
        .Where(conflict => conflict.Id == group)
        .SelectMany(conflict => _suggestions.Keys.Where(other => conflict.Forbids(suggestion, other)))
        .SelectMany(other => _engine.LinkIdsBehindRelevance(other, findings));

    /// <summary>Lines that would make a suggestion irrelevant if they were chosen too.</summary>
    private static HashSet<(string LinkId, string Code)> LinesToAdd(Condition relevant) =>
    [
        .. relevant.Comparisons()
            .Where(part => part is { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual, Code: not null })
            .Select(part => (part.Id, part.Code!)),
    ];

    /// <summary>Tries every change of one step, then of two, and so on. Of equally small ones the most telling is taken, then the first.</summary>
    private AnswerChange? Smallest(
        Answers answers,
        string suggestion,
        List<Step> steps,
        Func<DecisionEngine.Standing, bool> does,
        Func<DecisionEngine.Standing, bool> isTelling)
    {
        var before = _engine.Scorer.Assess(answers);
        for (var size = 1; size <= MostSteps; size++)
        {
            AnswerChange? found = null;
            foreach (var change in Combinations(steps, size).Select(combination => Join(answers, combination)))
            {
                var standing = _engine.StandingOf(suggestion, change.AppliedTo(answers));
                if (!does(standing))
                {
                    continue;
                }

                var takesSignAway = LosesSign(before, standing.Findings);
                if (isTelling(standing) && !takesSignAway)
                {
                    return change;
                }

                if (found is null || (found.TakesDangerSignAway && !takesSignAway))
                {
                    found = change with { TakesDangerSignAway = takesSignAway };
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A sign that is gone, or that counts for less.</summary>
    private static bool LosesSign(Findings before, Findings after) =>
        before.Now.Flags.Index().Any(flag => flag.Item && !after.Now.Flags[flag.Index])
        || (after.Tier < before.Tier && before.Flags().Any(raised => raised.Tier == before.Tier));

    private List<Step> StepsOf(Answers answers, IEnumerable<string> linkIds, HashSet<(string LinkId, string Code)> toAdd)
    {
        var steps = new List<Step>();
        foreach (var item in linkIds.Where(linkId => !Given.Contains(linkId)).Select(linkId => _items[linkId]))
        {
            if (answers[item.LinkId] is { Number: null } given)
            {
                steps.AddRange(item.Type == ItemType.Choice ? OtherOptions(item, given) : OtherLines(item, given, toAdd));
            }
        }

        return steps;
    }

    /// <summary>The nearest option first: people take the order of options as a scale. Doubts come last.</summary>
    private static IEnumerable<Step> OtherOptions(QuestionnaireItem item, Answer given)
    {
        var here = item.Options.Index().First(option => given.Has(option.Item.Code)).Index;
        return item.Options.Index()
            .Where(option => option.Index != here)
            .OrderBy(option => option.Item.Unsure)
            .ThenBy(option => Math.Abs(option.Index - here))
            .Select(option => new Step(item, option.Item.Code, Adds: true));
    }

    private static IEnumerable<Step> OtherLines(QuestionnaireItem item, Answer given, HashSet<(string LinkId, string Code)> toAdd) =>
        item.Options.Where(option => !option.Exclusive && given.Has(option.Code)).Select(option => new Step(item, option.Code, Adds: false))
            .Concat(item.Options
                .Where(option => !option.Exclusive && !given.Has(option.Code) && toAdd.Contains((item.LinkId, option.Code)))
                .Select(option => new Step(item, option.Code, Adds: true)));

    private static IEnumerable<Step[]> Combinations(List<Step> steps, int size)
    {
        return Of([], 0);

        IEnumerable<Step[]> Of(Step[] sofar, int from)
        {
            if (sofar.Length == size)
            {
                return [sofar];
            }

            return Enumerable.Range(from, steps.Count - from)
                .Where(next => steps[next].Item.Type != ItemType.Choice || Array.TrueForAll(sofar, step => step.Item != steps[next].Item))
                .SelectMany(next => Of([.. sofar, steps[next]], next + 1));
        }
    }

    private static AnswerChange Join(Answers answers, Step[] steps) => new(
        [.. steps.GroupBy(step => step.Item, (item, ofItem) => new ChangedAnswer(item, answers[item.LinkId]!, After(item, answers[item.LinkId]!, [.. ofItem])))],
        steps.Length);

    private static Answer After(QuestionnaireItem item, Answer given, Step[] steps)
    {
        if (item.Type == ItemType.Choice)
        {
            return Answer.Of(steps[0].Code);
        }

        var rest = given.Codes
            .Where(code => item.Option(code) is not { Exclusive: true } && !Array.Exists(steps, step => step.Code == code))
            .Concat(steps.Where(step => step.Adds).Select(step => step.Code))
            .ToArray();
        return rest.Length > 0 ? Answer.Of(rest) : Answer.Of(item.Options.FirstOrDefault(option => option.Exclusive)?.Code ?? given.Codes[0]);
    }

    /// <param name="Adds">Chooses the line; otherwise takes it back.</param>
    private readonly record struct Step(QuestionnaireItem Item, string Code, bool Adds);
}
