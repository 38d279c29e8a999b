using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;

namespace GutGuide.Web.Content.Dialect;

/// <summary>A block between fences of three colons: <c>:::care blood-in-stool</c>.</summary>
internal sealed class Box(BlockParser parser) : CustomContainer(parser)
{
    /// <summary>What it is, or null for a name that the site does not know.</summary>
    public BoxKind? Kind => BoxKind.Named(Info ?? "");

    /// <summary>What stands after the name: an id or a title, without quotation marks around the whole.</summary>
    public string Argument => WithoutQuotes((Arguments ?? "").Trim());

    /// <summary>Whether its closing fence was written. Markdig closes the rest at the end of the file.</summary>
    public bool IsClosed => ClosingFencedCharCount > 0;

    /// <summary>Level of its heading: one below the heading that it stands under.</summary>
    public int HeadingLevel { get; set; } = 2;

    /// <summary>The card of a care box, once the page is composed.</summary>
    public CareCardContent? Card { get; set; }

    /// <summary>The card's text with its headings, written as level 3, one below the card's own.</summary>
    public string CardHtml => (Kind == BoxKind.CareShort ? CardFold.Fold(Card?.Html ?? "") : Card?.Html ?? "")
        .Replace("<h3>", $"<h{HeadingLevel + 1}>", StringComparison.Ordinal)
        .Replace("</h3>", $"</h{HeadingLevel + 1}>", StringComparison.Ordinal);

    /// <summary>Id of the card's heading, unique on the page.</summary>
    public string CardHeadingId { get; set; } = "";

    /// <summary>The picture of a figure box, once the page is composed; its ids are unique on the page.</summary>
    public string? Svg { get; set; }

    private static string WithoutQuotes(string text) =>
        text.Length > 1 && text[0] is '"' or '\u201C' && text[^1] is '"' or '\u201D' ? text[1..^1].Trim() : text;
}

internal sealed class BoxParser : CustomContainerParser
{
    protected override CustomContainer CreateFencedBlock(BlockProcessor processor) => new Box(this);
}
