using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Tests.Fhir;

/// <summary>Small questionnaires at random, whose conditions nest "all" and "any" with every operator.</summary>
public static class AnyQuestionnaire
{
    private const int Deepest = 3;

    private static readonly string[] Codes = ["a", "b", "c"];

    private static readonly ComparisonOperator[] CodeOperators = [ComparisonOperator.Exists, ComparisonOperator.Equal, ComparisonOperator.NotEqual];

    public static Questionnaire From(Random random)
    {
        var pages = new List<QuestionnairePage>();
        var asked = new List<QuestionnaireItem>();
        for (var number = 0; number < 6; number++)
        {
            var when = Maybe(random, asked);
            var items = Enumerable.Range(0, random.Next(1, 4))
                .Select(place => Item(random, $"q{number}-{place}", Maybe(random, asked)))
                .ToArray();
            pages.Add(new QuestionnairePage($"p{number}", $"Page {number}", "gut", when, items));
            asked.AddRange(items);
        }

        QuestionnaireStop[] stops = random.Next(2) == 0 ? [] : [new QuestionnaireStop(AnsweredSo(random, asked), "child-help")];
        return new Questionnaire("any", "1", "Any questionnaire", pages, stops);
    }

    private static QuestionnaireItem Item(Random random, string linkId, Condition? when)
    {
        var type = (ItemType)random.Next(3);
        AnswerOption[] options = type == ItemType.Integer ? [] : [.. Codes.Select(code => new AnswerOption(code, $"Line {code}", null, false, false, []))];
        return new QuestionnaireItem(linkId, $"Question {linkId}?", null, type, random.Next(2) == 0, when, null, 0, 5, null, null, options);
    }

    private static Condition? Maybe(Random random, List<QuestionnaireItem> asked) =>
        asked.Count == 0 || random.Next(3) == 0 ? null : Condition(random, asked, Deepest);

    private static Condition Condition(Random random, List<QuestionnaireItem> asked, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Comparison(random, asked[random.Next(asked.Count)], CodeOperators, ComparisonOperators.All.Count);
        }

        Condition[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, asked, depth - 1))];
        return random.Next(2) == 0 ? new All(parts) : new Any(parts);
    }

    /// <summary>A stop that no blank can make.</summary>
    private static Any AnsweredSo(Random random, List<QuestionnaireItem> asked) => new(
    [
        .. random.GetItems([.. asked], 2).Select(item => item.Type == ItemType.Integer
            ? new Comparison(Subject.Question, item.LinkId, ComparisonOperator.Less, null, 1)
            : Comparison(random, item, [ComparisonOperator.Equal], 1)),
    ]);

    private static Comparison Comparison(Random random, QuestionnaireItem item, ComparisonOperator[] ofCodes, int ofNumbers)
    {
        if (item.Type == ItemType.Integer)
        {
            var comparison = (ComparisonOperator)random.Next(ofNumbers);
            return new Comparison(Subject.Question, item.LinkId, comparison, null, comparison == ComparisonOperator.Exists ? null : random.Next(6));
        }

        var ofCode = ofCodes[random.Next(ofCodes.Length)];
        return new Comparison(Subject.Question, item.LinkId, ofCode, ofCode == ComparisonOperator.Exists ? null : Codes[random.Next(Codes.Length)], null);
    }
}
