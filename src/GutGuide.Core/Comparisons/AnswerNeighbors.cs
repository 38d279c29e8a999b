using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Comparisons;

/// <summary>What lies one answer beside given answers: another choice, one line of a list more or less, one step over an edge of a number.</summary>
internal sealed class AnswerNeighbors(RuleIndex index, AnswerWalk walk, CalmAnswers calm)
{
    private readonly ILookup<string, int> _edges = EdgesOf(index.Ruleset);

    /// <summary>Changes of the answers that tell something; the rest stays calm.</summary>
    public IEnumerable<Answers> Of(SampledAnswers person) =>
        person.Telling.SelectMany(linkId => Instead(index.ItemOf(linkId), person.Answers[linkId]!).Select(instead => Around(person.Answers, linkId, instead)));

    /// <summary>Every question that the calmest person meets, answered in every other way.</summary>
    public IEnumerable<Answers> OfTheCalmest()
    {
        var calmest = Around(Answers.None, "", null);
        return
        [
            calmest,
            .. calmest.LinkIds.SelectMany(linkId => Instead(index.ItemOf(linkId), calmest[linkId]!).Select(instead => Around(calmest, linkId, instead))),
        ];
    }

    /// <summary>The whole numbers on both sides of every number that a rule compares with, by linkId.</summary>
    internal static ILookup<string, int> EdgesOf(Ruleset ruleset)
    {
        var questionOf = ruleset.Facts.Where(fact => fact.From?.Question is not null).ToDictionary(fact => fact.Id, fact => fact.From!.Question!, StringComparer.Ordinal);
        return AllConditions.Of(ruleset)
            .SelectMany(rule => rule.Condition.Comparisons())
            .Where(part => part.Number is not null)
            .Select(part => (LinkId: part.Subject == Subject.Question ? part.Id : part.Subject == Subject.Fact ? questionOf.GetValueOrDefault(part.Id) : null, Number: (int)part.Number!.Value))
            .Where(edge => edge.LinkId is not null)
            .SelectMany(edge => new[] { -1, 0, 1 }.Select(step => (edge.LinkId, Number: edge.Number + step)))
            .Distinct()
            .ToLookup(edge => edge.LinkId!, edge => edge.Number, StringComparer.Ordinal);
    }

    private Answers Around(Answers answers, string changed, Answer? instead) => walk.Of(item =>
        item.Definition.LinkId == changed ? instead
        : answers[item.Definition.LinkId] ?? (item.Definition.Required ? calm.CalmAnswer(item) : null));

    private IEnumerable<Answer> Instead(IndexedItem item, Answer given) => item.Definition.Type switch
    {
        ItemType.Integer => _edges[item.Definition.LinkId]
            .Where(number => number >= item.Definition.Minimum && number <= item.Definition.Maximum && number != given.Number)
            .Select(number => Answer.Of(number)),
        ItemType.Choice => item.Definition.Options.Where(option => !given.Has(option.Code)).Select(option => Answer.Of(option.Code)),
        _ => Lists(item.Definition, given),
    };

    private static IEnumerable<Answer> Lists(QuestionnaireItem item, Answer given)
    {
        string[] chosen = [.. given.Codes.Where(code => item.Option(code) is not { Exclusive: true })];
        foreach (var option in item.Options.Where(option => !given.Has(option.Code)))
        {
            yield return option.Exclusive ? Answer.Of(option.Code) : Answer.Of(chosen.Append(option.Code));
        }

        foreach (var code in chosen.Where(_ => chosen.Length > 1))
        {
            yield return Answer.Of(chosen.Where(other => other != code));
        }
    }
}
