using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using R4 = Hl7.Fhir.Model;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>A person's answers as a FHIR R4 QuestionnaireResponse: what was asked and answered, and nothing that names the person.</summary>
public static class FhirQuestionnaireResponse
{
    /// <param name="form">As <see cref="FhirQuestionnaire.From"/> makes it of the questionnaire that was answered.</param>
    /// <param name="findings">What the answers mean; says which of them count.</param>
    /// <param name="authored">When the answers were last changed.</param>
    public static R4.QuestionnaireResponse From(R4.Questionnaire form, Answers answers, Findings findings, DateTimeOffset authored)
    {
        var live = findings.Live.ToHashSet(StringComparer.Ordinal);
        return new R4.QuestionnaireResponse
        {
            Language = form.Language,
            Questionnaire = $"{form.Url}|{form.Version}",
            Status = StatusOf(findings),
            AuthoredElement = new R4.FhirDateTime(authored),
            Item = Items(form.Item, linkId => live.Contains(linkId) ? answers[linkId] : null),
        };
    }

    /// <summary>An emergency ends the questions where FHIR itself would ask on; that is neither done nor still going on.</summary>
    private static R4.QuestionnaireResponse.QuestionnaireResponseStatus StatusOf(Findings findings) => findings.Tier switch
    {
        null => R4.QuestionnaireResponse.QuestionnaireResponseStatus.InProgress,
        TriageTier.Emergency => R4.QuestionnaireResponse.QuestionnaireResponseStatus.Stopped,
        _ => R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
    };

    private static List<R4.QuestionnaireResponse.ItemComponent> Items(IEnumerable<R4.Questionnaire.ItemComponent> items, Func<string, Answer?> answerOf)
    {
        var answered = new List<R4.QuestionnaireResponse.ItemComponent>();
        foreach (var item in items)
        {
            var component = new R4.QuestionnaireResponse.ItemComponent { LinkId = item.LinkId, Text = item.Text };
            if (item.Type == R4.Questionnaire.QuestionnaireItemType.Group)
            {
                component.Item = Items(item.Item, answerOf);
            }
            else if (answerOf(item.LinkId!) is { } answer)
            {
                component.Answer = [.. Values(item, answer).Select(value => new R4.QuestionnaireResponse.AnswerComponent { Value = value })];
            }

            if (component.Item.Count + component.Answer.Count > 0)
            {
                answered.Add(component);
            }
        }

        return answered;
    }

    private static IEnumerable<R4.DataType> Values(R4.Questionnaire.ItemComponent item, Answer answer) => answer.Number is { } number
        ? [new R4.Integer((int)number)]
        : item.AnswerOption.Select(option => option.Value).OfType<R4.Coding>().Where(coding => answer.Has(coding.Code!));
}
