using System.Text;
using GutGuide.Web.Content.Wording;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>Reads the outline of one parsed text. The document must not have been rendered yet.</summary>
/// <param name="path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="isSourced">The file as a whole names its sources, so that no paragraph has to.</param>
internal sealed class OutlineReader(string path, bool isSourced = false)
{
    private readonly List<TextBlock> _texts = [];
    private readonly List<PlacedHeading> _headings = [];
    private readonly List<Placed> _links = [];
    private readonly List<Placed> _images = [];
    private readonly List<Placed> _citations = [];
    private readonly List<Placed> _grades = [];
    private readonly List<PlacedBox> _boxes = [];
    private int _figuresAndTables;

    public PageOutline Read(MarkdownDocument document)
    {
        ReadBlocks(document, box: null, TextRole.Paragraph, rowIsSourced: false);
        return new PageOutline(_texts, _headings, _links, _images, _citations, _grades, _boxes, _figuresAndTables);
    }

    private void ReadBlocks(ContainerBlock container, PlacedBox? box, TextRole role, bool rowIsSourced)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    ReadText(heading, box, TextRole.Heading, rowIsSourced: false);
                    _headings.Add(new PlacedHeading(
                        heading.Level, heading.TryGetAttributes()?.Id ?? "", InlineText.Of(heading.Inline), heading.Line + 1));
                    break;
                case Box inner:
                    ReadBox(inner, box);
                    break;
                case Table table:
                    _figuresAndTables++;
                    ReadBlocks(table, box, TextRole.Cell, rowIsSourced);
                    break;
                case TableRow row:
                    ReadBlocks(row, box, TextRole.Cell, row.Descendants<CitationInline>().Any());
                    break;
                case ContainerBlock other:
                    ReadBlocks(other, box, role, rowIsSourced);
                    break;
                case LeafBlock leaf:
                    ReadText(leaf, box, role, rowIsSourced);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadBox(Box box, PlacedBox? parent)
    {
        var line = box.Line + 1;
        var placed = new PlacedBox(box.Info ?? "", box.Argument, line, box.IsClosed, parent, box.Count == 0);
        _boxes.Add(placed);
        if (box.Kind is { Argument: BoxArgument.Title or BoxArgument.OptionalTitle } && box.Argument.Length > 0)
        {
            _texts.Add(new TextBlock(path, TextRole.BoxTitle, box.Argument, [new LineStart(0, line)]) { Box = placed.Name });
        }

        if (box.Kind == BoxKind.Figure)
        {
            _figuresAndTables++;
        }

        ReadBlocks(box, placed, box.Kind == BoxKind.Figure ? TextRole.Caption : TextRole.Paragraph, rowIsSourced: false);
    }

    private void ReadText(LeafBlock block, PlacedBox? box, TextRole role, bool rowIsSourced)
    {
        if (block.Inline is not { } inlines)
        {
            return;
        }

        var text = new StringBuilder();
        var lines = new List<LineStart> { new(0, block.Line + 1) };
        var (cited, general) = (false, false);
        InlineText.Append(text, inlines, (inline, start) =>
        {
            cited |= inline is CitationInline;
            general |= inline is GeneralInline;
            if (inline is LineBreakInline)
            {
                lines.Add(new LineStart(start, inline.Line + 2));
            }

            ReadInline(inline);
        });
        if (text.ToString().Trim().Length > 0)
        {
            _texts.Add(new TextBlock(path, role, text.ToString().TrimEnd(), lines)
            {
                Box = box?.Name,
                IsSourced = cited || rowIsSourced || isSourced,
                IsGeneral = general,
            });
        }
    }

    private void ReadInline(Inline inline)
    {
        var line = inline.Line + 1;
        switch (inline)
        {
            case CitationInline citation:
                _citations.AddRange(citation.SourceIds.Select(id => new Placed(id, line)));
                break;
            case GradeInline grade:
                _grades.Add(new Placed(grade.Grade, line));
                break;
            case LinkInline { IsImage: true } image:
                _images.Add(new Placed(image.Url ?? "", line));
                break;
            case LinkInline link:
                _links.Add(new Placed(link.Url ?? "", line));
                break;
            case AutolinkInline auto:
                _links.Add(new Placed(auto.Url, line));
                break;
            default:
                break;
        }
    }
}
