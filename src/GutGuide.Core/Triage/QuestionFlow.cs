using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>Where a page stands on somebody's way.</summary>
/// <param name="Number">From 1.</param>
/// <param name="About">How many pages there are for somebody with nothing more to tell; at least <paramref name="Number"/>.</param>
/// <param name="Part">Which section it stands in, from 1, in the order in which the questionnaire reaches them.</param>
/// <param name="Parts">How many sections there are.</param>
/// <param name="Before">The page that "back" leads to; null on the first.</param>
public sealed record PageProgress(QuestionnairePage Page, int Number, int About, int Part, int Parts, QuestionnairePage? Before);

/// <summary>Which pages a person meets, and in what order. Safe to share between threads.</summary>
public sealed class QuestionFlow
{
    private readonly TriageScorer _scorer;
    private readonly string[] _sections;

    public QuestionFlow(TriageScorer scorer)
    {
        _scorer = scorer;
        _sections = [.. scorer.Index.Ruleset.Questionnaire.Pages.Select(page => page.Section).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The pages that <paramref name="answers"/> lead through, up to a stop. What is not answered yet counts as no, so the
    /// list is what a person meets who has nothing more to tell.
    /// </summary>
    public IReadOnlyList<QuestionnairePage> Pages(Answers answers) => [.. Walk(answers).Select(step => step.Page)];

    /// <summary>The items of a page that are asked, given earlier answers and those to the page itself.</summary>
    public IReadOnlyList<QuestionnaireItem> Items(QuestionnairePage page, Answers answers)
    {
        var now = new Circumstances(_scorer.Index);
        foreach (var earlier in _scorer.Index.Pages)
        {
            if (earlier.EnabledWhen?.Holds(now) ?? true)
            {
                var items = Take(earlier, answers, now);
                if (earlier.Definition.Id == page.Id)
                {
                    return items;
                }
            }
            else if (earlier.Definition.Id == page.Id)
            {
                return [];
            }
        }

        return [];
    }

    /// <summary>The first page that still needs a look: one with a required answer missing, or one not seen yet. Null when done.</summary>
    public QuestionnairePage? Next(Answers answers, IReadOnlySet<string> seenPages) =>
        Walk(answers).FirstOrDefault(step => NeedsALook(step, answers, seenPages)).Page;

    /// <summary>Whether <paramref name="answers"/> lead to a page at all, and what <see cref="Next"/> is; in one walk.</summary>
    public (bool IsAsked, QuestionnairePage? Next) Lead(QuestionnairePage page, Answers answers, IReadOnlySet<string> seenPages)
    {
        var isAsked = false;
        QuestionnairePage? next = null;
        foreach (var step in Walk(answers))
        {
            isAsked |= step.Page.Id == page.Id;
            next ??= NeedsALook(step, answers, seenPages) ? step.Page : null;
        }

        return (isAsked, next);
    }

    /// <summary>Where a page stands among those that <paramref name="answers"/> lead through; null when they do not lead to it.</summary>
    public PageProgress? Progress(string pageId, Answers answers)
    {
        var pages = Pages(answers);
        for (var place = 0; place < pages.Count; place++)
        {
            if (pages[place].Id == pageId)
            {
                return new PageProgress(
                    pages[place], place + 1, pages.Count, Array.IndexOf(_sections, pages[place].Section) + 1, _sections.Length, place == 0 ? null : pages[place - 1]);
            }
        }

        return null;
    }

    private static bool NeedsALook((QuestionnairePage Page, List<QuestionnaireItem> Items) step, Answers answers, IReadOnlySet<string> seenPages) =>
        !seenPages.Contains(step.Page.Id) || step.Items.Any(item => item.Required && answers[item.LinkId] is null);

    /// <summary>The pages in order, each with the items that are asked, up to a stop.</summary>
    private IEnumerable<(QuestionnairePage Page, List<QuestionnaireItem> Items)> Walk(Answers answers)
    {
        var last = LastPage(answers);
        var now = new Circumstances(_scorer.Index);
        foreach (var page in _scorer.Index.Pages)
        {
            if (page.EnabledWhen?.Holds(now) ?? true)
            {
                yield return (page.Definition, Take(page, answers, now));
                if (page.Definition == last)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>The page that ended the questions; null when nothing did.</summary>
    private QuestionnairePage? LastPage(Answers answers)
    {
        var findings = _scorer.Assess(answers);
        var isStopped = findings.StopCard is not null || findings.Flags().Any(raised => raised.Tier == TriageTier.Emergency);
        return isStopped && findings.Live.Count > 0
            ? _scorer.Index.Ruleset.Questionnaire.PageOf(findings.Live[^1])
            : null;
    }

    private static List<QuestionnaireItem> Take(IndexedPage page, Answers answers, Circumstances now)
    {
        var asked = new List<QuestionnaireItem>();
        foreach (var (item, enabledWhen) in page.Items)
        {
            if (enabledWhen?.Holds(now) ?? true)
            {
                asked.Add(item.Definition);
                if (answers[item.Definition.LinkId] is { } answer)
                {
                    now.Take(item, answer);
                }
            }
        }

        return asked;
    }
}
