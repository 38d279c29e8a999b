using GutGuide.Core.Questionnaires;
using R4 = Hl7.Fhir.Model;

namespace GutGuide.Web.Tests.Fhir;

/// <summary>
/// Says which items a form filler shows, by the words of FHIR R4 alone: enableWhen of the item and of every group around it,
/// where an item that is not shown has no answer.
/// </summary>
public static class FhirForm
{
    public static IEnumerable<R4.Questionnaire.ItemComponent> AllItems(this R4.Questionnaire form) => form.Item.SelectMany(WithItemsInside);

    /// <summary>LinkIds of the questions shown, in their order.</summary>
    public static IReadOnlyList<string> Shown(this R4.Questionnaire form, Answers answers)
    {
        var live = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var shown = new List<string>();
        Show(form.Item);
        return shown;

        void Show(IEnumerable<R4.Questionnaire.ItemComponent> items)
        {
            foreach (var item in items.Where(item => IsEnabled(item, live)))
            {
                if (item.Type is R4.Questionnaire.QuestionnaireItemType.Choice or R4.Questionnaire.QuestionnaireItemType.Integer)
                {
                    shown.Add(item.LinkId!);
                    if (answers[item.LinkId!] is { } answer)
                    {
                        live[item.LinkId!] = answer;
                    }
                }

                Show(item.Item);
            }
        }
    }

    private static IEnumerable<R4.Questionnaire.ItemComponent> WithItemsInside(R4.Questionnaire.ItemComponent item) =>
        item.Item.SelectMany(WithItemsInside).Prepend(item);

    private static bool IsEnabled(R4.Questionnaire.ItemComponent item, Dictionary<string, Answer> live) =>
        item.EnableWhen.Count == 0
        || (item.EnableBehavior == R4.Questionnaire.EnableWhenBehavior.Any
            ? item.EnableWhen.Any(when => Holds(when, live))
            : item.EnableWhen.All(when => Holds(when, live)));

    private static bool Holds(R4.Questionnaire.EnableWhenComponent when, Dictionary<string, Answer> live)
    {
        var answer = live.GetValueOrDefault(when.Question!);
        return when.Operator switch
        {
            R4.Questionnaire.QuestionnaireItemOperator.Exists => answer is not null == ((R4.FhirBoolean)when.Answer!).Value,
            R4.Questionnaire.QuestionnaireItemOperator.Equal => IsAmong(answer, when.Answer!),
            R4.Questionnaire.QuestionnaireItemOperator.NotEqual => !IsAmong(answer, when.Answer!),
            R4.Questionnaire.QuestionnaireItemOperator.GreaterThan => answer?.Number > ((R4.Integer)when.Answer!).Value,
            R4.Questionnaire.QuestionnaireItemOperator.LessThan => answer?.Number < ((R4.Integer)when.Answer!).Value,
            R4.Questionnaire.QuestionnaireItemOperator.GreaterOrEqual => answer?.Number >= ((R4.Integer)when.Answer!).Value,
            _ => answer?.Number <= ((R4.Integer)when.Answer!).Value,
        };
    }

    private static bool IsAmong(Answer? answer, R4.DataType value) => value is R4.Integer number
        ? answer?.Number == number.Value
        : answer is not null && answer.Has(((R4.Coding)value).Code!);
}
