using System.Globalization;
using System.Xml.Linq;
using GutGuide.Web.Content;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Publishing;

/// <summary>What changed on the pages, newest first, as an Atom feed (RFC 4287).</summary>
public static class Feed
{
    public const string Address = "/feed.xml";

    private const int MostEntries = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Of(IEnumerable<Article> articles, SiteAddress site)
    {
        var changes = articles
            .SelectMany(article => article.Changes.Reverse().Select((change, number) => new Entry(article, change, number + 1)))
            .OrderByDescending(entry => entry.Change.Date)
            .ThenBy(entry => entry.Article.Address, StringComparer.Ordinal)
            .ThenByDescending(entry => entry.Number)
            .Take(MostEntries)
            .ToList();

        return XmlBytes.Of(new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en-US"),
            new XElement(Atom + "id", site.Of(Address)),
            new XElement(Atom + "title", "GutGuide: what changed"),
            new XElement(Atom + "updated", Moment(changes.Count > 0 ? changes[0].Change.Date : default)),
            new XElement(Atom + "author", new XElement(Atom + "name", SiteAddress.SiteName)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site.Of(Address))),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", site.Of("/"))),
            changes.Select(entry => EntryOf(entry, site))));
    }

    private static XElement EntryOf(Entry entry, SiteAddress site)
    {
        var address = site.Of(entry.Article.Address);
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", string.Create(CultureInfo.InvariantCulture, $"{address}#change-{entry.Number}")),
            new XElement(Atom + "title", entry.Article.Title),
            new XElement(Atom + "updated", Moment(entry.Change.Date)),
            new XElement(Atom + "link", new XAttribute("href", address)),
            new XElement(Atom + "summary", entry.Change.What));
    }

    private static string Moment(DateOnly date) => date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <param name="Number">Counted from the page's first change, so that it stays when newer ones are added.</param>
    private sealed record Entry(Article Article, ArticleChange Change, int Number);
}
