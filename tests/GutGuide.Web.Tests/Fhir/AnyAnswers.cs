using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Tests.Fhir;

/// <summary>Answers at random: every question or only some, hidden ones too.</summary>
public static class AnyAnswers
{
    /// <param name="answered">Share of the questions that get an answer.</param>
    public static Answers To(Questionnaire questionnaire, Random random, double answered) => new(questionnaire.Items
        .Where(_ => random.NextDouble() < answered)
        .Select(item => KeyValuePair.Create(item.LinkId, To(item, random))));

    private static Answer To(QuestionnaireItem item, Random random) => item.Type switch
    {
        ItemType.Integer => Answer.Of(random.Next(item.Minimum ?? 0, (item.Maximum ?? 9) + 1)),

        // The first of a few choices leads on more often than the others, which may stop the questions.
        ItemType.Choice => Answer.Of(item.Options[random.NextDouble() < 0.3 ? 0 : random.Next(item.Options.Count)].Code),
        _ => Answer.Of(random.GetItems([.. item.Options], random.Next(1, 4)).Select(option => option.Code)),
    };
}
