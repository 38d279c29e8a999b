namespace GutGuide.Web.Content.Checks;

/// <summary>What people type leads to one page, and that page exists.</summary>
internal sealed class SearchCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var site = new SiteLinks(content, problems);
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (phrases, path, line) in content.Phrases)
        {
            if (phrases.Page.Length > 0 && site.Fault(phrases.Page, new HashSet<string>()) is { } fault)
            {
                problems.Error(path, line, $"\"page\" leads nowhere: {fault}");
            }

            if (!pages.Add(phrases.Page))
            {
                problems.Error(path, line, $"the page {phrases.Page} stands here a second time; put all of its phrases in one place");
            }

            foreach (var phrase in phrases.Also.Where(phrase => !owners.TryAdd(phrase.Trim(), phrases.Page)))
            {
                problems.Error(path, line, $"\"{phrase}\" leads to {owners[phrase.Trim()]}, too; keep it where most people want to go");
            }
        }
    }
}
