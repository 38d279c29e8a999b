using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace GutGuide.Web.Content.Dialect;

internal sealed class CitationRenderer : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline obj)
    {
        if (obj.Marks.Count == 0)
        {
            return;
        }

        renderer.Write("<sup class=\"cite\">");
        for (var i = 0; i < obj.Marks.Count; i++)
        {
            var (number, id) = obj.Marks[i];
            renderer.Write(i == 0 ? "" : ", ");
            renderer.Write($"<a id=\"{id}\" href=\"#source-{number}\" aria-label=\"Source {number}\">{number}</a>");
        }

        renderer.Write("</sup>");
    }
}

internal sealed class GradeRenderer : HtmlObjectRenderer<GradeInline>
{
    protected override void Write(HtmlRenderer renderer, GradeInline obj)
    {
        if (obj.IsKnown)
        {
            // Kept on the line of the claim that it belongs to.
            renderer.Write(obj.PreviousSibling is CitationInline ? "&nbsp;" : "");
            var letter = obj.Grade.ToLowerInvariant();
            renderer.Write($"<a class=\"grade grade--{letter}\" href=\"/evidence-grades#{letter}\"><span class=\"visually-hidden\">Evidence grade </span>{obj.Grade}</a>");
        }
    }
}

internal sealed class GeneralRenderer : HtmlObjectRenderer<GeneralInline>
{
    protected override void Write(HtmlRenderer renderer, GeneralInline obj)
    {
    }
}

internal sealed class TermRenderer : HtmlObjectRenderer<TermInline>
{
    protected override void Write(HtmlRenderer renderer, TermInline obj)
    {
        renderer.Write($"<button type=\"button\" class=\"term\" popovertarget=\"term-{obj.Term.Id}\">");
        renderer.WriteEscape(obj.Words);
        renderer.Write("</button>");
    }
}
