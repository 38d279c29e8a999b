using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

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
    /// <summary>Characters. Three times the longest real page; some longer texts would take Markdig minutes.</summary>
    internal const int MaxLength = 60_000;

    private const int MaxDepth = 60;

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

    /// <summary>A short text that stands on its own, such as a suggestion's: no numbers and no explained terms. Empty when it cannot be parsed.</summary>
    public static string RenderProse(string markdown) => TryParse(markdown) is { } document ? Html(document) : "";

    /// <summary>Null when the text is too long, or its lists, quotes or brackets are nested too deeply.</summary>
    internal static MarkdownDocument? TryParse(string markdown)
    {
        if (markdown.Length > MaxLength)
        {
            return null;
        }

        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            return IsTooDeep(document) ? null : document;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether walking the tree could need more stack than there is: Markdig limits blocks, but not brackets in brackets.</summary>
    private static bool IsTooDeep(MarkdownDocument document)
    {
        var pending = new Stack<(MarkdownObject Part, int Depth)>([(document, 0)]);
        while (pending.TryPop(out var next))
        {
            if (next.Depth > MaxDepth)
            {
                return true;
            }

            IEnumerable<MarkdownObject> inside = next.Part switch
            {
                ContainerBlock blocks => blocks,
                LeafBlock { Inline: { } inlines } => inlines,
                ContainerInline inlines => inlines,
                _ => [],
            };
            foreach (var part in inside)
            {
                pending.Push((part, next.Depth + 1));
            }
        }

        return false;
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
