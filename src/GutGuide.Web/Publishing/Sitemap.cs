using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Publishing;

/// <summary>What search engines may list (sitemaps.org), and what they should leave alone.</summary>
public static class Sitemap
{
    public const string Address = "/sitemap.xml";
    public const string RobotsAddress = "/robots.txt";

    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Of(IEnumerable<PageHead> pages, SiteAddress site) => XmlBytes.Of(new XElement(
        Namespace + "urlset",
        pages.Where(page => page.Listed).OrderBy(page => page.Address, StringComparer.Ordinal).Select(page => new XElement(
            Namespace + "url",
            new XElement(Namespace + "loc", site.Of(page.Address)),
            page.Changed is { } changed
                ? new XElement(Namespace + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null))));

    /// <summary>Questions and results belong to one person; only the start of the consultation is for everyone.</summary>
    public static byte[] Robots(SiteAddress site) => Encoding.UTF8.GetBytes(
        $"User-agent: *\nDisallow: /consultation/\nDisallow: /search\n\nSitemap: {site.Of(Address)}\n");
}
