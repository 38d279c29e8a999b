using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Cases;

/// <summary>
/// Someone well, of 35 years, who answers every question that a case leaves open as calmly as it can be answered: "none of
/// these" where there is one, else the first option that tells of no problem, else the first.
/// </summary>
internal sealed class CalmPerson
{
    private const int Years = 35;

    private readonly Dictionary<string, Answer> _calm;

    public CalmPerson(Ruleset ruleset)
    {
        var ages = ruleset.Facts.Where(fact => fact.Kind == FactKind.Age).Select(fact => fact.From?.Question).ToHashSet();
        _calm = ruleset.Questionnaire.Items
            .Where(item => item.Required)
            .ToDictionary(item => item.LinkId, item => ages.Contains(item.LinkId) ? Answer.Of(Years) : AnswerTo(item), StringComparer.Ordinal);
    }

    /// <summary>
    /// Every required answer. Questions that nobody asks this person are answered too: an answer to a hidden question counts
    /// as none.
    /// </summary>
    public Answers Saying(Answers told)
    {
        var all = new Dictionary<string, Answer>(_calm, StringComparer.Ordinal);
        foreach (var (linkId, answer) in told.All)
        {
            all[linkId] = answer;
        }

        return new Answers(all);
    }

    private static Answer AnswerTo(QuestionnaireItem item) => item.Type == ItemType.Integer
        ? Answer.Of(item.Minimum ?? 0)
        : Answer.Of((item.Options.FirstOrDefault(option => option.Exclusive) ?? Calmest(item)).Code);

    private static AnswerOption Calmest(QuestionnaireItem item) =>
        item.Options.FirstOrDefault(option => option is { Unsure: false, Sets.Count: 0, Weight: null or 0 }) ?? item.Options[0];
}
