using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Pictures are described in words, act on nothing, and keep to the site's own styles and ids.</summary>
internal sealed partial class FiguresCheck : IContentCheck
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>Shapes, words, and what groups and fills them. Whatever else SVG and HTML know could act, load or lead away.</summary>
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask", "path", "pattern", "polygon",
        "polyline", "radialGradient", "rect", "stop", "svg", "symbol", "text", "title", "tspan", "use",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "clip-path", "clip-rule", "clipPathUnits",
        "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule", "font-size", "font-style",
        "font-weight", "fx", "fy", "gradientTransform", "gradientUnits", "height", "href", "id", "letter-spacing", "marker-end",
        "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask", "offset", "opacity", "orient",
        "paint-order", "patternTransform", "patternUnits", "points", "preserveAspectRatio", "r", "refX", "refY", "role", "rx",
        "ry", "spreadMethod", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "transform", "vector-effect",
        "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
    };

    private static readonly HashSet<string> NoAnchors = [];

    public void Check(ContentModel content, ContentProblems problems)
    {
        var site = new SiteLinks(content, problems);
        foreach (var figure in content.Figures)
        {
            CheckLinks(figure, site, problems);
            CheckNodes(figure, problems);
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

    private static void CheckNodes(FigureFile figure, ContentProblems problems)
    {
        // Browsers end a comment elsewhere than XML does, and what follows would then be read as part of the page.
        foreach (var node in figure.Root.DescendantNodes().Where(node => node is XComment or XCData or XProcessingInstruction))
        {
            problems.Error(
                figure.Path,
                LineOf(node),
                "the picture holds a comment or an instruction, which pages do not carry; take it out");
        }
    }

    private static void CheckElement(FigureFile figure, XElement element, ContentProblems problems)
    {
        if (element.Name.NamespaceName is not (Namespace or "") || !Elements.Contains(element.Name.LocalName))
        {
            problems.Error(figure.Path, LineOf(element), $"the picture holds <{element.Name.LocalName}>; use shapes, text and classes of the site's stylesheet only");
        }

        foreach (var attribute in element.Attributes())
        {
            CheckAttribute(figure, element, attribute, problems);
        }
    }

    private static void CheckAttribute(FigureFile figure, XElement element, XAttribute attribute, ContentProblems problems)
    {
        var name = attribute.Name.LocalName;
        var isKnown = attribute.IsNamespaceDeclaration ? attribute.Value == Namespace : attribute.Name.NamespaceName.Length == 0 && Attributes.Contains(name);
        if (!isKnown)
        {
            problems.Error(
                figure.Path,
                LineOf(attribute),
                $"the picture holds {name}=\"...\", which the site's policy forbids; use attributes such as fill and stroke");
        }
        else if (name == "href" && element.Name.LocalName != "a" && !attribute.Value.StartsWith('#'))
        {
            problems.Error(figure.Path, LineOf(attribute), $"the picture refers to \"{attribute.Value}\"; refer to its own parts only");
        }
        else if (Reference().Matches(attribute.Value).Any(reference => !reference.Groups["to"].Value.StartsWith('#')))
        {
            problems.Error(
                figure.Path,
                LineOf(attribute),
                $"the picture refers to \"{attribute.Value}\"; refer to its own parts only, like url(#fig-{figure.Id}-a)");
        }
        else if (name == "id" && !attribute.Value.StartsWith($"fig-{figure.Id}-", StringComparison.Ordinal))
        {
            problems.Error(
                figure.Path,
                LineOf(attribute),
                $"the id \"{attribute.Value}\" could clash with others on a page; begin it with fig-{figure.Id}-");
        }
    }

    private static int LineOf(IXmlLineInfo place) => place.LineNumber;

    [GeneratedRegex("""url\(\s*["']?(?<to>[^)]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
