using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Faults;

/// <summary>Pages and questions: each id once, and conditions that look back only.</summary>
internal sealed class QuestionnaireFaults(RulesetFaults faults, RuleNames names)
{
    public void Find()
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in names.Ruleset.Questionnaire.Pages)
        {
            faults.Expect(pages.Add(page.Id), FaultClaim.Names, page, page.Id, $"the page id {page.Id} stands twice; page ids are unique");
            FindLater(page, page.Id, $"page {page.Id}", page.EnabledWhen, earlier);
            foreach (var item in page.Items)
            {
                FindLater(item, item.LinkId, item.LinkId, item.EnabledWhen, earlier);
                faults.Expect(
                    earlier.Add(item.LinkId), FaultClaim.Names, item, item.LinkId, $"the linkId {item.LinkId} stands twice; linkIds are unique");
                FindInItem(item);
            }
        }
    }

    private void FindInItem(QuestionnaireItem item)
    {
        if (item.Section is { } section)
        {
            faults.Known([section], names.Sections, NameKind.Section, $"section (\"score\" of {item.LinkId})", item, item.LinkId);
        }

        foreach (var setting in item.Options.SelectMany(option => option.Sets).Where(setting => !IsRepeated(item, setting)))
        {
            faults.Known([setting.Fact], names.FactNames, NameKind.Fact, "fact", setting, item.LinkId, item);
            if (!names.FactNames.Contains(setting.Fact))
            {
                continue;
            }

            if (names.ValuesOf(setting.Fact) is not { } values)
            {
                faults.Expect(
                    setting.Number is not null, FaultClaim.Names, setting, item.LinkId, $"{item.LinkId} sets {setting.Fact} to {setting.Code}, and it is a number", item);
            }
            else if (setting.Code is { } code)
            {
                faults.Known([code], values, NameKind.Fact, $"value of the fact {setting.Fact} (set in {item.LinkId})", setting, item.LinkId, item);
            }
            else
            {
                faults.Expect(false, FaultClaim.Names, setting, item.LinkId, $"{item.LinkId} sets {setting.Fact} to a number, which it cannot be", item);
            }
        }
    }

    /// <summary>A question about doubts sets the facts of its list, where each has been looked up.</summary>
    private bool IsRepeated(QuestionnaireItem item, FactSetting setting) =>
        item.DoubtsOf is { } list && !names.FactNames.Contains(setting.Fact)
        && names.Items.TryGetValue(list, out var doubted) && doubted.Options.Any(option => option.Sets.Any(set => set.Fact == setting.Fact));

    private void FindLater(object thing, string rule, string what, Condition? condition, HashSet<string> earlier)
    {
        foreach (var part in condition?.Comparisons().Where(part => part.Subject != Subject.Question || names.Items.ContainsKey(part.Id)) ?? [])
        {
            faults.Expect(
                part.Subject == Subject.Question && earlier.Contains(part.Id),
                FaultClaim.Names, thing, rule, $"the condition of {what} reads {part.Id}, which is not an earlier question; move it after, or read something else");
        }
    }
}
