using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Content.Rules;

/// <summary>Checks the hints about answers that hardly go together, beyond the names in their conditions.</summary>
internal static class HintChecks
{
    public static void Check(Questionnaire questionnaire, RulePlaces places, ContentProblems problems)
    {
        var known = questionnaire.Items.Select(item => item.LinkId).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hint in questionnaire.Hints)
        {
            if (!ids.Add(hint.Id))
            {
                Error(hint, $"the hint {hint.Id} stands twice; ids are unique");
            }

            if (hint.Change.Count == 0)
            {
                Error(hint, $"the hint {hint.Id} leads nowhere; name at least one question under \"change\"");
            }

            foreach (var part in hint.When.Comparisons().Where(part => part.Subject != Subject.Question))
            {
                Error(hint, $"the hint {hint.Id} reads {part.Id}, which is not a question; a hint compares answers only");
            }

            if (!hint.When.Comparisons().Any(part => part.Operator != ComparisonOperator.NotEqual))
            {
                Error(hint, $"the hint {hint.Id} rests on no answer; compare at least one with \"=\"");
            }

            foreach (var linkId in hint.Change.Where(linkId => !known.Contains(linkId)))
            {
                Error(hint, $"there is no question named \"{linkId}\"{NearestName.Hint(linkId, known)}");
            }
        }

        void Error(AnswerHint hint, string message)
        {
            var (path, line) = places.Of(hint);
            problems.Error(path, line, message);
        }
    }
}
