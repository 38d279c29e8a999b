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
    private readonly List<Slip> _slips = [];
    private int _figuresAndTables;
    private int _lists;
    private Block? _leadIn;

    public PageOutline Read(MarkdownDocument document)
    {
        ReadBlocks(document, box: null, TextRole.Paragraph);
        return new PageOutline(_texts, _headings, _links, _images, _citations, _grades, _boxes, _figuresAndTables, _lists, _slips);
    }

    private void ReadBlocks(ContainerBlock container, PlacedBox? box, TextRole role)
    {
        ReadEmptySections(container);
        foreach (var block in container)
        {
            switch (block)
            {
                case LinkReferenceDefinition definition:
                    _slips.Add(new Slip(SlipKind.LinkDefinition, $"[{definition.Label}]:", definition.Line + 1));
                    break;
                case HeadingBlock heading:
                    if (heading.IsSetext)
                    {
                        _slips.Add(new Slip(SlipKind.UnderlinedHeading, InlineText.Of(heading.Inline), heading.Line + 1));
                    }

                    ReadText(heading, heading, box, TextRole.Heading);
                    _headings.Add(new PlacedHeading(
                        heading.Level, heading.TryGetAttributes()?.Id ?? "", InlineText.Of(heading.Inline), heading.Line + 1));
                    break;
                case Box inner:
                    ReadBox(inner, box);
                    break;
                case Table table:
                    ReadTable(table, box);
                    break;
                case ListBlock list:
                    ReadList(list, box, role);
                    break;
                case ContainerBlock other:
                    ReadBlocks(other, box, role);
                    break;
                case LeafBlock leaf:
                    ReadText(leaf, leaf, box, role);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A heading owes its reader a text, before the next one of its level and before the end.</summary>
    private void ReadEmptySections(ContainerBlock container)
    {
        var blocks = container.Where(block => block is not LinkReferenceDefinitionGroup).ToArray();
        foreach (var (place, heading) in blocks.Index().Where(pair => pair.Item is HeadingBlock).Select(pair => (pair.Index, (HeadingBlock)pair.Item)))
        {
            var next = place + 1 < blocks.Length ? blocks[place + 1] : null;
            if (next is null || (next is HeadingBlock { IsSetext: false } other && other.Level <= heading.Level))
            {
                _slips.Add(new Slip(SlipKind.EmptySection, InlineText.Of(heading.Inline), heading.Line + 1));
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

        ReadBlocks(box, placed, box.Kind == BoxKind.Figure ? TextRole.Caption : TextRole.Paragraph);
    }

    /// <summary>The paragraph that introduces a list, as in "Three trials agree [@s001]:", speaks for its items.</summary>
    private void ReadList(ListBlock list, PlacedBox? box, TextRole role)
    {
        _lists++;
        var outer = _leadIn;
        var before = list.Parent?.TakeWhile(block => block != list).LastOrDefault();
        _leadIn = before is ParagraphBlock paragraph && InlineText.Of(paragraph.Inline).EndsWith(':') ? paragraph : outer;
        ReadBlocks(list, box, role);
        _leadIn = outer;
    }

    private void ReadTable(Table table, PlacedBox? box)
    {
        _figuresAndTables++;
        var claimColumns = new HashSet<int>();
        var columns = table.OfType<TableRow>().Where(row => row.IsHeader).Select(CellCount).FirstOrDefault();
        foreach (var row in table.OfType<TableRow>())
        {
            if (columns > 0 && CellCount(row) != columns)
            {
                var kind = CellCount(row) > columns ? SlipKind.SurplusCell : SlipKind.MissingCell;
                _slips.Add(new Slip(kind, $"{CellCount(row)} cells below {columns} headings", row.Line + 1));
            }

            foreach (var (column, cell) in row.OfType<TableCell>().Index())
            {
                var before = _texts.Count;
                foreach (var leaf in cell.Descendants<LeafBlock>())
                {
                    ReadText(leaf, row, box, TextRole.Cell, claimColumns.Contains(column));
                }

                if (row.IsHeader && _texts.Skip(before).Any(text => Hedges.CallsItAClaim(text.Text)))
                {
                    claimColumns.Add(column);
                }
            }
        }
    }

    /// <summary>Cells that were written: the reader of tables fills up what is missing with cells that hold nothing.</summary>
    private static int CellCount(TableRow row) => row.OfType<TableCell>().Count(cell => cell.Count > 0);

    /// <param name="context">The paragraph or table row whose citations and grades hold for this text.</param>
    private void ReadText(LeafBlock block, Block context, PlacedBox? box, TextRole role, bool isClaimQuoted = false)
    {
        if (block.Inline is not { } inlines)
        {
            if (block is CodeBlock)
            {
                _slips.Add(new Slip(SlipKind.CodeBlock, "", block.Line + 1));
            }

            return;
        }

        var text = new StringBuilder();
        var lines = new List<LineStart> { new(0, block.Line + 1) };
        InlineText.Append(text, inlines, (inline, start) =>
        {
            if (inline is LineBreakInline)
            {
                lines.Add(new LineStart(start, inline.Line + 2));
            }

            ReadInline(inline);
            ReadTitle(inline, box);
        });
        if (text.ToString().Trim().Length > 0)
        {
            var marks = InlinesOf(context).Concat(_leadIn is null ? [] : InlinesOf(_leadIn)).ToArray();
            _texts.Add(new TextBlock(path, role, text.ToString().TrimEnd(), lines)
            {
                Box = box?.Name,
                IsSourced = isSourced || marks.OfType<CitationInline>().Any(),
                IsDisputed = marks.OfType<GradeInline>().Any(grade => grade.Grade is "X" or "D"),
                IsClaimQuoted = isClaimQuoted,
                IsGeneral = marks.OfType<GeneralInline>().Any(),
            });
        }
    }

    private static IEnumerable<Inline> InlinesOf(Block block) =>
        block is LeafBlock { Inline: { } inlines } ? inlines.Descendants<Inline>() : block.Descendants<Inline>();

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
            case HtmlEntityInline entity when OddCharacters.In(entity.Transcoded.ToString()).Any():
                _slips.Add(new Slip(SlipKind.OddEntity, entity.Original.ToString(), line));
                break;
            case AutolinkInline auto:
                _links.Add(new Placed(auto.Url, line));
                break;
            default:
                break;
        }
    }

    /// <summary>What shows beside a link or picture under a pointer is read as well.</summary>
    private void ReadTitle(Inline inline, PlacedBox? box)
    {
        if (inline is LinkInline { Title: { Length: > 0 } title })
        {
            _texts.Add(new TextBlock(path, TextRole.LinkTitle, title, [new LineStart(0, inline.Line + 1)]) { Box = box?.Name, IsSourced = isSourced });
        }
    }
}
