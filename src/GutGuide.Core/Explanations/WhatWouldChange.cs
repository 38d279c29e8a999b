using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Explanations;

/// <summary>Answers that would have to be different.</summary>
/// <param name="Answers">By linkId: the other answer. As few as can be.</param>
public sealed record AnswerChange(IReadOnlyList<(QuestionnaireItem Item, Answer Given, Answer Instead)> Answers);

/// <summary>
/// Finds the smallest change of answers after which a suggestion is no longer shown, by trying: first every single answer,
/// then pairs among the answers that led to it. What it names has been decided anew and really does it.
/// </summary>
public sealed class WhatWouldChange(DecisionEngine engine)
{
    /// <summary>Facts of a life that nobody changes to see what happens; tried last.</summary>
    private static readonly string[] Given = ["who", "age", "sex"];

    private readonly Dictionary<string, QuestionnaireItem> _items =
        engine.Ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);

    /// <summary>Null when no change of one or two answers takes the suggestion away.</summary>
    /// <param name="because">LinkIds that made it relevant.</param>
    public AnswerChange? TakesAway(Answers answers, string suggestion, IReadOnlyList<string> because)
    {
        bool IsGone(Decision decision) =>
            decision.Status == DecisionStatus.Complete && decision.Shown.All(planned => planned.Suggestion.Id != suggestion);

        var live = engine.Scorer.Assess(answers).Live;
        var order = because.Where(live.Contains)
            .Concat(live.Except(because))
            .OrderBy(linkId => Given.Contains(linkId))
            .ToArray();
        return Single(answers, order, IsGone) ?? Pair(answers, order.Where(because.Contains).ToArray(), IsGone);
    }

    private AnswerChange? Single(Answers answers, IEnumerable<string> linkIds, Func<Decision, bool> isGone) => linkIds
        .SelectMany(linkId => Alternatives(linkId, answers))
        .Where(change => isGone(engine.Decide(answers.With(change.Item.LinkId, change.Instead))))
        .Select(change => new AnswerChange([change]))
        .FirstOrDefault();

    private AnswerChange? Pair(Answers answers, IReadOnlyList<string> linkIds, Func<Decision, bool> isGone)
    {
        var changes = linkIds.SelectMany(linkId => Alternatives(linkId, answers)).ToArray();
        foreach (var first in changes)
        {
            var changed = answers.With(first.Item.LinkId, first.Instead);
            foreach (var second in changes.Where(second => string.CompareOrdinal(second.Item.LinkId, first.Item.LinkId) > 0))
            {
                if (isGone(engine.Decide(changed.With(second.Item.LinkId, second.Instead))))
                {
                    return new AnswerChange([first, second]);
                }
            }
        }

        return null;
    }

    /// <summary>Every other answer one step away: another choice, or a list with one line more or less.</summary>
    private IEnumerable<(QuestionnaireItem Item, Answer Given, Answer Instead)> Alternatives(string linkId, Answers answers)
    {
        var item = _items[linkId];
        var given = answers[linkId]!;
        return item.Type switch
        {
            ItemType.Choice => item.Options.Where(option => !given.Has(option.Code)).Select(option => (item, given, Answer.Of(option.Code))),
            ItemType.MultipleChoice => Lists(item, given).Select(instead => (item, given, instead)),
            _ => [],
        };
    }

    private static IEnumerable<Answer> Lists(QuestionnaireItem item, Answer given)
    {
        foreach (var code in given.Codes.Where(code => item.Option(code) is not { Exclusive: true }))
        {
            var rest = given.Codes.Where(other => other != code).ToArray();
            var none = item.Options.FirstOrDefault(option => option.Exclusive);
            if (rest.Length > 0)
            {
                yield return Answer.Of(rest);
            }
            else if (none is not null)
            {
                yield return Answer.Of(none.Code);
            }
        }

        foreach (var option in item.Options.Where(option => !option.Exclusive && !given.Has(option.Code)))
        {
            yield return Answer.Of(given.Codes.Where(code => item.Option(code) is not { Exclusive: true }).Append(option.Code));
        }
    }
}
