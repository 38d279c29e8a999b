using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Comparisons;

/// <summary>What two questionnaires do not share. Questions and answers are the same when their linkId and code are.</summary>
/// <param name="OnlyBefore">LinkIds that are asked no more.</param>
/// <param name="OnlyAfter">LinkIds that are new.</param>
/// <param name="CodesOnlyBefore">Answers of shared questions that are gone, as linkId and code.</param>
/// <param name="CodesOnlyAfter">Answers of shared questions that are new, as linkId and code.</param>
/// <param name="Retyped">LinkIds that take another kind of answer, such as a number for a choice.</param>
/// <param name="Reworded">LinkIds whose question, or one of whose answers, reads differently: whether they still mean the same only a person can tell.</param>
public sealed record QuestionnaireDifference(
    IReadOnlyList<string> OnlyBefore,
    IReadOnlyList<string> OnlyAfter,
    IReadOnlyList<(string LinkId, string Code)> CodesOnlyBefore,
    IReadOnlyList<(string LinkId, string Code)> CodesOnlyAfter,
    IReadOnlyList<string> Retyped,
    IReadOnlyList<string> Reworded)
{
    public static QuestionnaireDifference Between(Questionnaire before, Questionnaire after)
    {
        var later = after.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        var earlier = before.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        var shared = before.Items.Where(item => later.ContainsKey(item.LinkId)).Select(item => (Before: item, After: later[item.LinkId])).ToArray();
        var alike = shared.Where(pair => pair.Before.Type == pair.After.Type).ToArray();
        return new QuestionnaireDifference(
            [.. earlier.Keys.Where(linkId => !later.ContainsKey(linkId))],
            [.. later.Keys.Where(linkId => !earlier.ContainsKey(linkId))],
            [.. alike.SelectMany(pair => CodesOf(pair.Before, pair.After))],
            [.. alike.SelectMany(pair => CodesOf(pair.After, pair.Before))],
            [.. shared.Where(pair => pair.Before.Type != pair.After.Type).Select(pair => pair.Before.LinkId)],
            [.. alike.Where(pair => IsReworded(pair.Before, pair.After)).Select(pair => pair.Before.LinkId)]);
    }

    /// <summary>
    /// The same person's answers in another version's terms: answers to questions that it does not ask are left out. Null when
    /// an answer cannot be given there at all.
    /// </summary>
    internal static Answers? Translate(Answers answers, IReadOnlyDictionary<string, QuestionnaireItem> into)
    {
        var known = answers.All.Where(pair => into.ContainsKey(pair.Key)).ToArray();
        return known.All(pair => CanBeGiven(pair.Value, into[pair.Key])) ? new Answers(known) : null;
    }

    private static bool CanBeGiven(Answer answer, QuestionnaireItem item) => item.Type switch
    {
        ItemType.Integer => answer.Number >= item.Minimum && answer.Number <= item.Maximum,
        ItemType.Choice => answer.Codes.Count == 1 && item.Option(answer.Codes[0]) is not null,
        _ => answer.Codes.Count > 0 && answer.Codes.All(code => item.Option(code) is not null),
    };

    private static IEnumerable<(string LinkId, string Code)> CodesOf(QuestionnaireItem item, QuestionnaireItem other) =>
        item.Options.Where(option => other.Option(option.Code) is null).Select(option => (item.LinkId, option.Code));

    private static bool IsReworded(QuestionnaireItem before, QuestionnaireItem after) =>
        before.Text != after.Text || before.Options.Any(option => after.Option(option.Code) is { } same && same.Display != option.Display);
}
