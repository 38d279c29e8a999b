using GutGuide.Core.Explanations;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>
/// Two consultations of one person, question by question. Only questions that were put in the same words both times; nothing
/// is added up, and nothing is called better or worse.
/// </summary>
/// <param name="Reworded">How many questions are left out because their words have changed in between.</param>
public sealed record Comparison(IReadOnlyList<ComparedAnswer> Different, IReadOnlyList<ComparedAnswer> Same, int Reworded)
{
    public static Comparison Of(RulesetScoring before, PastResponse earlier, RulesetScoring now, Answers answers)
    {
        var then = AnswersIn(before, earlier.Answers);
        var today = AnswersIn(now, answers);
        var known = before.Ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        var both = now.Ruleset.Questionnaire.Pages
            .SelectMany(page => page.Items.Select(item => (Page: page, Item: item)))
            .Where(place => then.ContainsKey(place.Item.LinkId) || today.ContainsKey(place.Item.LinkId))
            .ToLookup(place => known.TryGetValue(place.Item.LinkId, out var old) && IsSameQuestion(old, place.Item));
        var compared = both[true]
            .Select(place => new ComparedAnswer(place.Page, place.Item, then.GetValueOrDefault(place.Item.LinkId), today.GetValueOrDefault(place.Item.LinkId)))
            .ToLookup(row => row.IsSame);
        return new Comparison([.. compared[false]], [.. compared[true]], both[false].Count());
    }

    /// <summary>The answers that a newer questionnaire asks for in the same words.</summary>
    public static Answers Carried(Questionnaire before, Answers answers, Questionnaire now)
    {
        var known = before.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        return new Answers(now.Items
            .Where(item => answers[item.LinkId] is not null && known.TryGetValue(item.LinkId, out var old) && IsSameQuestion(old, item))
            .Select(item => KeyValuePair.Create(item.LinkId, answers[item.LinkId]!)));
    }

    /// <summary>Leaves out some questions of both times.</summary>
    public Comparison Without(Func<ComparedAnswer, bool> left) => this with
    {
        Different = [.. Different.Where(row => !left(row))],
        Same = [.. Same.Where(row => !left(row))],
    };

    private static Dictionary<string, string> AnswersIn(RulesetScoring rules, Answers answers) =>
        AnswerWords.Of(rules.Ruleset.Questionnaire, answers, rules.Engine.Scorer.Assess(answers).Live)
            .ToDictionary(answer => answer.Item.LinkId, answer => answer.Line, StringComparer.Ordinal);

    private static bool IsSameQuestion(QuestionnaireItem one, QuestionnaireItem other) =>
        one.Text == other.Text && one.Type == other.Type && one.Unit == other.Unit
        && one.Options.Select(option => (option.Code, option.Display)).SequenceEqual(other.Options.Select(option => (option.Code, option.Display)));
}

/// <param name="Then">The earlier answer in words; null when it was not asked or left blank.</param>
/// <param name="Now">The present one, likewise.</param>
public sealed record ComparedAnswer(QuestionnairePage Page, QuestionnaireItem Item, string? Then, string? Now)
{
    public bool IsSame => Then == Now;
}
