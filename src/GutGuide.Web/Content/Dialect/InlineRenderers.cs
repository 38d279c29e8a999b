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

        renderer.Write(obj.NextSibling is GradeInline { IsKnown: true } ? Unbroken.Start : "").Write("<sup class=\"cite\">");
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
            var isCited = obj.PreviousSibling is CitationInline { Marks.Count: > 0 };
            var letter = obj.Grade.ToLowerInvariant();
            renderer.Write(isCited ? "&nbsp;" : "");
            renderer.Write($"<a class=\"grade grade--{letter}\" href=\"/evidence-grades#{letter}\"><span class=\"visually-hidden\">Evidence grade </span>{obj.Grade}</a>");
            renderer.Write(isCited ? Unbroken.End : "");
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
        var isAlone = obj.Before.Length + obj.After.Length == 0;
        renderer.Write(isAlone ? "" : Unbroken.Start).WriteEscape(obj.Before);
        renderer.Write($"<button type=\"button\" class=\"term\" popovertarget=\"term-{obj.Term.Id}\">").WriteEscape(obj.Words).Write("</button>");
        renderer.WriteEscape(obj.After).Write(isAlone ? "" : Unbroken.End);
    }
}

/// <summary>
/// Keeps what it holds on one line. A line may break on either side of a ring or a button, whatever stands there: a bracket,
/// a full stop, even a no-break space.
/// </summary>
internal static class Unbroken
{
    public const string Start = "<span class=\"unbroken\">";
    public const string End = "</span>";
}
