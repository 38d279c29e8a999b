using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Explanations;

/// <summary>One question and what a person answered, in the words they saw.</summary>
public sealed record AnswerInWords(QuestionnaireItem Item, IReadOnlyList<string> Given)
{
    /// <summary>The answer on one line.</summary>
    public string Line => string.Join("; ", Given);
}

/// <summary>Turns codes back into the words of the questionnaire.</summary>
public static class AnswerWords
{
    /// <summary>The answers to these questions, in the given order; unanswered ones are left out.</summary>
    public static IReadOnlyList<AnswerInWords> Of(Questionnaire questionnaire, Answers answers, IEnumerable<string> linkIds)
    {
        var items = questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        return [.. linkIds.Where(linkId => answers[linkId] is not null).Select(linkId => Of(items[linkId], answers[linkId]!))];
    }

    public static AnswerInWords Of(QuestionnaireItem item, Answer answer) => new(
        item,
        answer.Number is not null
            ? [item.Unit is { } unit ? $"{answer} {unit}" : answer.ToString()]
            : [.. item.Options.Where(option => answer.Has(option.Code)).Select(option => option.Display)]);
}
