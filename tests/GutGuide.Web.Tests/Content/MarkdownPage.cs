using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Dialect;

namespace GutGuide.Web.Tests.Content;

/// <summary>Renders markdown with one card, one figure and a few glossary terms at hand.</summary>
internal static class MarkdownPage
{
    public const string Figure = """<svg viewBox="0 0 1 1" aria-labelledby="wheel-title wheel-desc"><title id="wheel-title">A wheel</title><desc id="wheel-desc">Five parts.</desc><clipPath id="wheel-clip"/><g clip-path="url(#wheel-clip)"/><use href="#wheel-clip"/></svg>""";

    private static readonly Dictionary<string, CareCardContent> Cards = new(StringComparer.Ordinal)
    {
        ["blood"] = new CareCardContent("blood", TriageTier.Urgent, "Blood & pain", "<p>Call now.</p>\n", []),
        ["many"] = Signs("many", 9),
        ["few"] = Signs("few", 8),
    };

    private static readonly Dictionary<string, string> Figures = new(StringComparer.Ordinal) { ["wheel"] = Figure };

    private static readonly GlossaryTerm[] Glossary =
    [
        Term("zonulin", "Zonulin", "zonulins"),
        Term("fit", "FIT"),
        Term("igg", "IgG"),
        Term("celiac-disease", "celiac disease"),
        Term("gluten", "gluten"),
        Term("bile", "bile"),
        Term("bile-acid-diarrhea", "bile acid diarrhea"),
        Term("hashimotos", "Hashimoto's"),
        Term("low-fodmap-diet", "low-FODMAP diet"),
    ];

    private static readonly MarkdownRenderer Renderer = new(Cards, Figures, Glossary);

    private static CareCardContent Signs(string id, int count) => new(
        id, TriageTier.Soon, "See a doctor", $"<ul>\n{string.Concat(Enumerable.Range(1, count).Select(number => $"<li>Sign {number}</li>\n"))}</ul>\n<p>Say which.</p>\n", []);

    public static RenderedPage Rendered(string markdown) => Renderer.RenderPage(markdown, "The page");

    /// <summary>The HTML without its line ends.</summary>
    public static string Html(string markdown) => Rendered(markdown).Html.Replace("\n", "", StringComparison.Ordinal);

    private static GlossaryTerm Term(string id, string term, params string[] also) => new(id, term, also, "What it means.", []);
}
