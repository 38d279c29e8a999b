namespace GutGuide.Web.Content.Checks;

/// <summary>Links lead to pages and headings that exist.</summary>
internal sealed class LinksCheck : IContentCheck
{
    private static readonly HashSet<string> NoAnchors = [];

    public void Check(ContentModel content, ContentProblems problems)
    {
        var site = new SiteLinks(content, problems);
        foreach (var article in content.Articles)
        {
            var own = SiteLinks.AnchorsOf(article);
            foreach (var link in article.Outline.Links)
            {
                CheckLink(site, link.Value, own, article.Path, link.Line, problems);
            }
        }

        foreach (var card in content.CareCards)
        {
            foreach (var link in card.Outline.Links)
            {
                CheckLink(site, link.Value, NoAnchors, card.Path, link.Line, problems);
            }
        }

        foreach (var link in content.Others.SelectMany(file => file.Links))
        {
            CheckLink(site, link.Value, NoAnchors, link.Path, link.Line, problems);
        }
    }

    private static void CheckLink(SiteLinks site, string link, IReadOnlySet<string> own, string path, int line, ContentProblems problems)
    {
        if (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal))
        {
            problems.Warning(path, line, $"the link {link} leaves the site; cite a source instead, which carries the address");
        }
        else if (!link.StartsWith('/') && !link.StartsWith('#'))
        {
            problems.Error(path, line, $"the link \"{link}\" is not an address of this site; write it from the start, like /learn/remove");
        }
        else if (site.Fault(link, own) is { } fault)
        {
            problems.Error(path, line, fault);
        }
    }
}
