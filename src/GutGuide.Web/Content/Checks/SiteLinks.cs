using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Every address of the site that a text may link to, and its anchors.</summary>
internal sealed class SiteLinks
{
    /// <summary>Addresses that no content file makes.</summary>
    private static readonly string[] Fixed =
        ["/learn", "/learn/meals", "/consultation/meals", "/symptoms", "/sources", "/glossary", "/rules", "/search", "/consultation", "/consultation/resume", "/consultation/questionnaire.fhir.json", "/feed.xml", "/sitemap.xml"];

    private readonly Dictionary<string, HashSet<string>> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _drafts;

    /// <summary>Pages that could not be read, and pages whose anchors come from a file that could not.</summary>
    private readonly HashSet<string> _unread;

    public SiteLinks(ContentModel content, ContentProblems problems)
    {
        foreach (var address in Fixed)
        {
            _anchors[address] = [];
        }

        _anchors["/glossary"].UnionWith(content.Glossary.Select(term => "term-" + term.Value.Id));
        _anchors["/learn/meals"].UnionWith(content.Meals.Select(meal => meal.Meal.Id));
        _anchors["/sources"].UnionWith(content.Sources.Select(source => source.Value.Id));
        _drafts = content.Articles.Where(article => article.IsDraft).Select(article => article.Address).ToHashSet(StringComparer.Ordinal);
        _unread =
        [
            .. problems.UnreadIn("articles").Select(slug => $"/learn/{slug}"),
            .. problems.UnreadIn("pages").Select(slug => slug == "home" ? "/" : $"/{slug}"),
            .. problems.UnreadIn("symptoms").Select(slug => $"/symptoms/{slug}"),
            .. problems.IsUnread("glossary.yaml") ? ["/glossary"] : Array.Empty<string>(),
            .. problems.IsUnread("sources.yaml") ? ["/sources"] : Array.Empty<string>(),
        ];
        foreach (var article in content.Articles.Where(article => !article.IsDraft))
        {
            _anchors.TryAdd(article.Address, AnchorsOf(article));
        }
    }

    /// <summary>What is wrong with a link from a page; null when it leads somewhere.</summary>
    /// <param name="own">Anchors of the page itself.</param>
    public string? Fault(string link, IReadOnlySet<string> own)
    {
        if (link.StartsWith('#'))
        {
            return own.Contains(link[1..]) ? null : $"this page has no heading \"{link}\"{NearestName.Hint(link[1..], own)}";
        }

        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? link : link[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = query < 0 ? path : path[..query];
        if (_unread.Contains(path))
        {
            return null;
        }

        if (!_anchors.TryGetValue(path, out var anchors))
        {
            return _drafts.Contains(path)
                ? $"the page {path} is a draft, and readers would find nothing there; publish it, or link to another"
                : $"there is no page {path}{NearestName.Hint(path, _anchors.Keys)}";
        }

        var anchor = hash < 0 ? "" : link[(hash + 1)..];
        // The rules page is made from the rules and knows its own anchors.
        return hash < 0 || path == "/rules" || anchors.Contains(anchor) ? null : $"the page {path} has no heading \"#{anchor}\"{NearestName.Hint(anchor, anchors)}";
    }

    public static HashSet<string> AnchorsOf(ArticleFile article) =>
        article.Outline.Headings.Select(heading => heading.Id).ToHashSet(StringComparer.Ordinal);
}
