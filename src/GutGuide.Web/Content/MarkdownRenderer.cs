using GutGuide.Web.Content.Dialect;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace GutGuide.Web.Content;

/// <summary>A page as readers get it.</summary>
/// <param name="Headings">Level 2, in order.</param>
/// <param name="Citations">Source ids in order of first mention: number 1 is the first.</param>
/// <param name="Terms">In order of first use; the page renders a popover <c>term-{id}</c> for each.</param>
public sealed record RenderedPage(
    string Html,
    IReadOnlyList<ArticleHeading> Headings,
    IReadOnlyList<string> Citations,
    IReadOnlyList<GlossaryTerm> Terms);

/// <summary>Turns GutGuide's markdown into HTML. Safe to use from several threads at once.</summary>
/// <param name="careCards">By id; a box that names another renders nothing.</param>
/// <param name="figures">SVG text by id; likewise.</param>
/// <param name="glossary">Terms to explain at first use.</param>
public sealed class MarkdownRenderer(
    IReadOnlyDictionary<string, CareCardContent> careCards,
    IReadOnlyDictionary<string, string> figures,
    IReadOnlyList<GlossaryTerm> glossary)
{
    // Positions are kept so that a fault can be placed; raw HTML stays text.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Use<DialectExtension>()
        .Build();

    private readonly TermFinder _termFinder = new(glossary);

    /// <summary>A whole page: numbered citations, explained terms, cards and figures in place.</summary>
    public RenderedPage RenderPage(string markdown, string title) =>
        TryParse(markdown) is { } document ? RenderPage(document, title) : new RenderedPage("", [], [], []);

    /// <summary>A short text that stands on its own, such as a suggestion's: no numbers and no explained terms. Empty when nested too deeply to be read.</summary>
    public static string RenderProse(string markdown) => TryParse(markdown) is { } document ? Html(document) : "";

    /// <summary>Null when lists, quotes or brackets are nested more deeply than Markdig allows.</summary>
    internal static MarkdownDocument? TryParse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Changes the document: read it for checks before.</summary>
    internal RenderedPage RenderPage(MarkdownDocument document, string title)
    {
        var composer = new PageComposer(careCards, figures, _termFinder, title);
        composer.Compose(document);
        return new RenderedPage(Html(document), composer.Headings, composer.Citations, composer.Terms);
    }

    internal static string Html(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }
}
