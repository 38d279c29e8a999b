using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Content.Rules;

/// <summary>Pages and questions: each id once, and conditions that look back only.</summary>
internal sealed class QuestionnaireChecks(RuleNames names)
{
    public void Check()
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in names.Ruleset.Questionnaire.Pages)
        {
            if (!pages.Add(page.Id))
            {
                names.Error(names.Things.Of(page), $"the page id {page.Id} stands twice; page ids are unique");
            }

            CheckLooksBack(names.Things.Of(page), $"page {page.Id}", page.EnabledWhen, earlier);
            foreach (var item in page.Items)
            {
                CheckLooksBack(names.Things.Of(item), item.LinkId, item.EnabledWhen, earlier);
                if (!earlier.Add(item.LinkId))
                {
                    names.Error(names.Things.Of(item), $"the linkId {item.LinkId} stands twice; linkIds are unique");
                }

                CheckItem(item);
            }
        }
    }

    private void CheckItem(QuestionnaireItem item)
    {
        if (item.Section is { } section && !names.Sections.Contains(section))
        {
            names.Unknown(names.Things.Of(item), $"section (\"score\" of {item.LinkId})", section, names.Sections);
        }

        foreach (var setting in item.Options.SelectMany(option => option.Sets))
        {
            if (setting.Code is { } code && names.ValuesOf(setting.Fact) is { } values && !values.Contains(code))
            {
                names.Unknown(names.Things.Of(setting, item), $"value of the fact {setting.Fact} (set in {item.LinkId})", code, values);
            }
        }
    }

    private void CheckLooksBack((string Path, int Line) place, string what, Condition? condition, HashSet<string> earlier)
    {
        foreach (var comparison in condition?.Comparisons().Where(part => part.Subject != Subject.Question || (names.Items.ContainsKey(part.Id) && !earlier.Contains(part.Id))) ?? [])
        {
            names.Error(place, $"the condition of {what} reads {comparison.Id}, which is not an earlier question; move it after, or read something else");
        }
    }
}
