using System.Net;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Dialect;

/// <summary>
/// Tables in a frame that scrolls by itself on a narrow screen, by keyboard too. Markdig's own renderer would write column
/// alignment as inline style, which the site's policy forbids.
/// </summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    /// <summary>Key of the table's spoken name, set when the page is composed.</summary>
    public static readonly object LabelKey = new();

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        var label = WebUtility.HtmlEncode(obj.GetData(LabelKey) as string ?? "Table");
        renderer.EnsureLine();
        renderer.WriteLine($"<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"{label}\">").WriteLine("<table>");
        var rows = obj.OfType<TableRow>().ToArray();
        WriteRows(renderer, "thead", rows.Where(row => row.IsHeader));
        WriteRows(renderer, "tbody", rows.Where(row => !row.IsHeader));
        renderer.WriteLine("</table>").WriteLine("</section>");
    }

    private static void WriteRows(HtmlRenderer renderer, string part, IEnumerable<TableRow> rows)
    {
        if (!rows.Any())
        {
            return;
        }

        renderer.WriteLine($"<{part}>");
        foreach (var row in rows)
        {
            renderer.Write("<tr>");
            foreach (var (column, cell) in row.OfType<TableCell>().Index())
            {
                WriteCell(renderer, cell, row.IsHeader ? "col" : column == 0 ? "row" : null);
            }

            renderer.WriteLine("</tr>");
        }

        renderer.WriteLine($"</{part}>");
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, string? scope)
    {
        // An empty heading would be announced as a heading without a name.
        var tag = scope is not null && !IsEmpty(cell) ? "th" : "td";
        renderer.Write(tag == "th" ? $"<th scope=\"{scope}\">" : StartsWithCitation(cell) ? "<td class=\"cited\">" : "<td>");
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = before;
        renderer.Write($"</{tag}>");
    }

    // Links that stand by themselves, not in a sentence, need room for a finger.
    private static bool StartsWithCitation(TableCell cell) => cell.FirstOrDefault() is LeafBlock { Inline.FirstChild: CitationInline };

    private static bool IsEmpty(TableCell cell) => cell.All(block => block is LeafBlock { Inline: null or { FirstChild: null } });
}
