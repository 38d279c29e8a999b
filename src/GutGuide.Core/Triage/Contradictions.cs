using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Triage;

/// <summary>A hint that fits somebody's answers.</summary>
/// <param name="Arises">The page of the last answer that it rests on.</param>
/// <param name="Change">The page to look at again; null when none of the hint's questions is asked.</param>
public sealed record Contradiction(AnswerHint Hint, QuestionnairePage Arises, QuestionnairePage? Change);

/// <summary>Finds answers that hardly go together. Changes no tier and no suggestion. Safe to share between threads.</summary>
public sealed class Contradictions
{
    private readonly TriageScorer _scorer;
    private readonly (AnswerHint Hint, CompiledCondition When, string[] Reads)[] _hints;
    private readonly Dictionary<string, QuestionnairePage> _pages;

    /// <exception cref="ArgumentException">A hint reads a question or answer that the questionnaire does not have.</exception>
    public Contradictions(TriageScorer scorer)
    {
        _scorer = scorer;
        var questionnaire = scorer.Index.Ruleset.Questionnaire;
        _hints =
        [
            .. questionnaire.Hints.Select(hint => (
                hint, scorer.Index.Compile(hint.When), hint.When.Comparisons().Select(part => part.Id).Distinct(StringComparer.Ordinal).ToArray())),
        ];
        _pages = questionnaire.Pages
            .SelectMany(page => page.Items.Select(item => (item.LinkId, page)))
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The hints that fit, in the questionnaire's order of hints. A question not reached yet speaks for nothing.</summary>
    /// <exception cref="ArgumentException">An answer names a question or code that the questionnaire does not have.</exception>
    public IReadOnlyList<Contradiction> In(Answers answers)
    {
        var findings = _scorer.Assess(answers);
        var live = findings.Live;
        var missing = findings.Missing;
        return
        [
            .. from hint in _hints
               where hint.When.Holds(findings.Now) && !hint.Reads.Any(missing.Contains)
               let last = live.LastOrDefault(hint.Reads.Contains)
               where last is not null
               select new Contradiction(hint.Hint, _pages[last], hint.Hint.Change.Where(live.Contains).Select(linkId => _pages[linkId]).FirstOrDefault()),
        ];
    }
}
