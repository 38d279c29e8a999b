using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace GutGuide.Web.Content.Dialect;

internal sealed class BoxRenderer : HtmlObjectRenderer<Box>
{
    protected override void Write(HtmlRenderer renderer, Box obj)
    {
        switch (obj.Kind)
        {
            case null:
                renderer.WriteChildren(obj);
                break;
            case { Name: BoxKind.TwoViews }:
                renderer.WriteLine("<div class=\"two-views\">").WriteChildren(obj);
                renderer.WriteLine("</div>");
                break;
            case { IsCare: true }:
                WriteCard(renderer, obj);
                break;
            case var kind when kind == BoxKind.Figure:
                WriteFigure(renderer, obj);
                break;
            case var kind:
                WriteBox(renderer, obj, kind);
                break;
        }
    }

    private static void WriteCard(HtmlRenderer renderer, Box box)
    {
        if (box.Card is not { } card)
        {
            return;
        }

        renderer.WriteLine($"<section class=\"care-card {SpokenTier.CardClass(card.Tier)}\" aria-labelledby=\"{box.CardHeadingId}\">");
        renderer.Write($"<div class=\"care-card__head\"><p class=\"care-card__tier\">{SpokenTier.Of(card.Tier)}</p>");
        renderer.Write($"<h{box.HeadingLevel} class=\"care-card__title\" id=\"{box.CardHeadingId}\">");
        renderer.WriteEscape(card.Title);
        renderer.WriteLine($"</h{box.HeadingLevel}></div>");
        renderer.WriteLine("<div class=\"care-card__body\">").Write(box.CardHtml);
        renderer.EnsureLine();
        renderer.WriteLine("</div>").WriteLine("</section>");
    }

    private static void WriteFigure(HtmlRenderer renderer, Box box)
    {
        if (box.Svg is null)
        {
            return;
        }

        renderer.WriteLine("<figure class=\"figure\">").WriteLine(box.Svg);
        if (box.Count > 0)
        {
            renderer.WriteLine("<figcaption>").WriteChildren(box);
            renderer.WriteLine("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }

    private static void WriteBox(HtmlRenderer renderer, Box box, BoxKind kind)
    {
        renderer.Write(kind.Inside == BoxKind.TwoViews
            ? $"<section class=\"two-views__side two-views__side--{kind.Name}\"><h{box.HeadingLevel} class=\"two-views__title\">"
            : $"<section class=\"box box--{kind.Name}\">{Label(kind)}<h{box.HeadingLevel}>");
        renderer.WriteEscape(Heading(box, kind));
        renderer.WriteLine($"</h{box.HeadingLevel}>");
        renderer.WriteChildren(box);
        renderer.EnsureLine();
        renderer.WriteLine("</section>");
    }

    private static string Label(BoxKind kind) => kind.Label is null ? "" : $"<p class=\"label\">{kind.Label}</p>";

    private static string Heading(Box box, BoxKind kind) =>
        kind == BoxKind.Myth ? $"\u201C{box.Argument}\u201D"
        : kind.Argument != BoxArgument.None && box.Argument.Length > 0 ? box.Argument
        : kind.Heading ?? "";
}
