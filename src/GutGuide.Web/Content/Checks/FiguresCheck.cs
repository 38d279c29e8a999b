using System.Xml;
using System.Xml.Linq;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Pictures are described in words, act on nothing, and keep to the site's own styles and ids.</summary>
internal sealed class FiguresCheck : IContentCheck
{
    private static readonly string[] Refused = ["script", "style", "foreignObject", "image", "iframe", "animate", "animateTransform", "set"];

    private static readonly HashSet<string> NoAnchors = [];

    public void Check(ContentModel content, ContentProblems problems)
    {
        var site = new SiteLinks(content);
        foreach (var figure in content.Figures)
        {
            CheckLinks(figure, site, problems);
            RequireWords(figure, "title", problems);
            RequireWords(figure, "desc", problems);
            foreach (var element in figure.Root.DescendantsAndSelf())
            {
                CheckElement(figure, element, problems);
            }
        }
    }

    private static void RequireWords(FigureFile figure, string name, ContentProblems problems)
    {
        if (figure.Root.Elements().FirstOrDefault(element => element.Name.LocalName == name) is not { Value.Length: > 0 })
        {
            problems.Error(figure.Path, LineOf(figure.Root), $"the picture has no <{name}>; write one, for people who do not see it");
        }
    }

    private static void CheckLinks(FigureFile figure, SiteLinks site, ContentProblems problems)
    {
        var links = figure.Root.Descendants().Where(element => element.Name.LocalName == "a").ToArray();
        if (links.Length > 0 && figure.Root.Attribute("role")?.Value != "group")
        {
            problems.Error(figure.Path, LineOf(figure.Root), "the picture holds links, which role=\"img\" hides from people who do not see it; write role=\"group\"");
        }

        foreach (var link in links)
        {
            var address = link.Attribute("href")?.Value ?? "";
            if (!address.StartsWith('/') || site.Fault(address, NoAnchors) is not null)
            {
                problems.Error(figure.Path, LineOf(link), $"the picture links to \"{address}\"; link to a page of this site, like /learn/remove");
            }
        }
    }

    private static void CheckElement(FigureFile figure, XElement element, ContentProblems problems)
    {
        if (Refused.Contains(element.Name.LocalName))
        {
            problems.Error(figure.Path, LineOf(element), $"the picture holds <{element.Name.LocalName}>; use shapes, text and classes of the site's stylesheet only");
        }

        foreach (var attribute in element.Attributes())
        {
            var name = attribute.Name.LocalName;
            if (name == "style" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                problems.Error(figure.Path, LineOf(attribute), $"the picture holds {name}=\"...\", which the site's policy forbids; use attributes such as fill and stroke");
            }
            else if (name == "href" && element.Name.LocalName != "a" && !attribute.Value.StartsWith('#'))
            {
                problems.Error(figure.Path, LineOf(attribute), $"the picture refers to \"{attribute.Value}\"; refer to its own parts only");
            }
            else if (name == "id" && !IsOwnId(figure, attribute.Value))
            {
                problems.Error(figure.Path, LineOf(attribute), $"the id \"{attribute.Value}\" could clash with others on a page; begin it with fig-{figure.Id}-");
            }
        }
    }

    private static bool IsOwnId(FigureFile figure, string id) =>
        id.StartsWith($"fig-{figure.Id}-", StringComparison.Ordinal) || id.StartsWith($"{figure.Id}-", StringComparison.Ordinal);

    private static int LineOf(IXmlLineInfo place) => place.LineNumber;
}
