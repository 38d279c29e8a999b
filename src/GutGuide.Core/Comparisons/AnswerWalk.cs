using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Comparisons;

/// <summary>Goes through the questionnaire as a person does: page by page, up to a stop, meeting only what the answers so far lead to.</summary>
internal sealed class AnswerWalk(RuleIndex index)
{
    /// <param name="answerTo">Null leaves an item blank.</param>
    public Answers Of(Func<IndexedItem, Answer?> answerTo)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        var now = new Circumstances(index);
        foreach (var page in index.Pages.Where(page => page.EnabledWhen?.Holds(now) ?? true))
        {
            foreach (var (item, enabledWhen) in page.Items)
            {
                if ((enabledWhen?.Holds(now) ?? true) && answerTo(item) is { } answer)
                {
                    answers.Add(new(item.Definition.LinkId, answer));
                    now.Take(item, answer);
                }
            }

            if (index.Stops.Any(stop => stop.Holds(now)))
            {
                break;
            }
        }

        return new Answers(answers);
    }
}
