using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace GutGuide.Web.Content.Dialect;

/// <summary>What GutGuide's markdown has beyond the common kind: citations, grades, marks, boxes and glossary terms.</summary>
internal sealed class DialectExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new BoxParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser());
        pipeline.InlineParsers.Insert(0, new MarkParser());
        pipeline.DocumentProcessed += HeadingIds.Assign;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.InsertBefore<Markdig.Renderers.Html.ParagraphRenderer>(new BoxRenderer());
            html.ObjectRenderers.Insert(0, new TableRenderer());
            html.ObjectRenderers.Add(new CitationRenderer());
            html.ObjectRenderers.Add(new GradeRenderer());
            html.ObjectRenderers.Add(new GeneralRenderer());
            html.ObjectRenderers.Add(new TermRenderer());
        }
    }
}
