using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>
/// An invented person: well, 35, never tested for celiac disease, until a test says otherwise. Answers whatever else is asked
/// as calmly as it can be answered.
/// </summary>
public sealed class Persona
{
    private readonly Dictionary<string, Answer> _said = new(StringComparer.Ordinal)
    {
        ["who"] = Answer.Of("adult"),
        ["age"] = Answer.Of(35),
        ["celiac"] = Answer.Of("never"),
    };

    public static DecisionEngine Engine { get; } = new(ShippedContent.Ruleset);

    public static QuestionFlow Flow { get; } = new(Engine.Scorer);

    public static Persona AllWell => new();

    public Persona Saying(string linkId, params string[] codes)
    {
        _said[linkId] = Answer.Of(codes);
        return this;
    }

    public Persona Saying(string linkId, double number)
    {
        _said[linkId] = Answer.Of(number);
        return this;
    }

    /// <summary>What this person answers to one question; null leaves it blank.</summary>
    public Answer? AnswerTo(QuestionnaireItem item) =>
        _said.TryGetValue(item.LinkId, out var answer) ? answer
        : !item.Required ? null
        : item.Type == ItemType.Integer ? Answer.Of(item.Minimum ?? 0)
        : Answer.Of((item.Options.FirstOrDefault(option => option.Exclusive) ?? Calmest(item)).Code);

    /// <summary>What their browser sends for one question.</summary>
    public IEnumerable<(string Name, string Value)> Fields(QuestionnaireItem item) => AnswerTo(item) switch
    {
        null => [],
        { Number: not null } number => [(item.LinkId, number.ToString())],
        var answer => answer.Codes.Select(code => (item.LinkId, code)),
    };

    /// <summary>Every answer, in the order in which the questions come.</summary>
    public Answers Answers()
    {
        var answers = Core.Questionnaires.Answers.None;
        var seen = new HashSet<string>();
        while (Flow.Next(answers, seen) is { } page)
        {
            seen.Add(page.Id);
            foreach (var item in page.Items)
            {
                if (Flow.Items(page, answers).Any(asked => asked.LinkId == item.LinkId))
                {
                    answers = answers.With(item.LinkId, AnswerTo(item));
                }
            }
        }

        return answers;
    }

    public Decision Decide() => Engine.Decide(Answers());

    private static AnswerOption Calmest(QuestionnaireItem item) =>
        item.Options.FirstOrDefault(option => option is { Unsure: false, Sets.Count: 0, Weight: null or 0 }) ?? item.Options[0];
}
