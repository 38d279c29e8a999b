using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>
/// Walks a parsed page once in reading order and settles what depends on what came before: citation numbers, first uses of
/// glossary terms, heading levels of boxes, unique ids, names of tables. Works on one page, then is done.
/// </summary>
/// <param name="title">Of the page: names the tables above its first heading.</param>
internal sealed class PageComposer(
    IReadOnlyDictionary<string, CareCardContent> careCards,
    IReadOnlyDictionary<string, string> figures,
    TermFinder termFinder,
    string title)
{
    private readonly List<ArticleHeading> _headings = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _mentions = new(StringComparer.Ordinal);
    private readonly List<GlossaryTerm> _terms = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private int _level = 1;
    private string _headingText = title;

    public IReadOnlyList<ArticleHeading> Headings => _headings;

    /// <summary>Source ids in order of first mention.</summary>
    public IReadOnlyList<string> Citations => [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public IReadOnlyList<GlossaryTerm> Terms => _terms;

    public void Compose(MarkdownDocument document) => ComposeBlocks(document, explainTerms: true);

    private void ComposeBlocks(ContainerBlock container, bool explainTerms)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    ComposeHeading(heading);
                    break;
                case Box box:
                    ComposeBox(box);
                    ComposeBlocks(box, explainTerms && box.Kind != BoxKind.Figure);
                    break;
                case Table table:
                    table.SetData(TableRenderer.LabelKey, TableLabel());
                    ComposeBlocks(table, explainTerms);
                    break;
                case TableRow row:
                    ComposeBlocks(row, explainTerms && !row.IsHeader);
                    break;
                case ContainerBlock other:
                    ComposeBlocks(other, explainTerms);
                    break;
                case LeafBlock { Inline: { } inlines }:
                    ComposeInlines(inlines, explainTerms);
                    break;
                default:
                    break;
            }
        }
    }

    private void ComposeHeading(HeadingBlock heading)
    {
        if (heading.Inline is { } inlines)
        {
            ComposeInlines(inlines, explainTerms: false);
        }

        _level = heading.Level;
        _headingText = InlineText.Of(heading.Inline);
        if (heading.Level == 2 && heading.TryGetAttributes()?.Id is { } id)
        {
            _headings.Add(new ArticleHeading(id, _headingText));
        }
    }

    private void ComposeBox(Box box)
    {
        box.HeadingLevel = Math.Min(_level + 1, 5);
        if (box.Kind is { IsCare: true } && careCards.GetValueOrDefault(box.Argument) is { } card)
        {
            box.Card = card;
            box.CardHeadingId = $"care-{card.Id}{UseSuffix("care " + card.Id)}";
        }
        else if (box.Kind == BoxKind.Figure && figures.GetValueOrDefault(box.Argument) is { } svg)
        {
            var suffix = UseSuffix("figure " + box.Argument);
            box.Svg = suffix.Length == 0 ? FigureMarkup.Inline(svg) : FigureMarkup.WithSuffix(FigureMarkup.Inline(svg), suffix);
        }
    }

    private string TableLabel()
    {
        var suffix = UseSuffix("table " + _headingText);
        var number = suffix.Length == 0 ? "" : " " + suffix[1..];
        return _headingText.Length == 0 ? $"Table{number}" : $"Table{number}: {_headingText}";
    }

    /// <summary>Nothing for the first use of a name, then -2, -3 and so on.</summary>
    private string UseSuffix(string name)
    {
        var count = _uses[name] = _uses.GetValueOrDefault(name) + 1;
        return count == 1 ? "" : $"-{count}";
    }

    private void ComposeInlines(ContainerInline container, bool explainTerms)
    {
        var inline = container.FirstChild;
        while (inline is not null)
        {
            var next = inline.NextSibling;
            switch (inline)
            {
                case CitationInline citation:
                    ComposeCitation(citation);
                    break;
                case LiteralInline literal when explainTerms:
                    ExplainTerms(literal);
                    break;
                case LinkInline link:
                    ComposeInlines(link, explainTerms: false);
                    break;
                case ContainerInline other:
                    ComposeInlines(other, explainTerms);
                    break;
                default:
                    break;
            }

            inline = next;
        }
    }

    private void ComposeCitation(CitationInline citation)
    {
        // The author's space before the bracket would part the number from its word.
        if (citation.PreviousSibling is LiteralInline before)
        {
            before.Content.TrimEnd();
        }

        citation.Marks = [.. citation.SourceIds.Where(id => id.Length > 0).Distinct().Select(Mark)];
    }

    private CitationMark Mark(string sourceId)
    {
        _numbers.TryAdd(sourceId, _numbers.Count + 1);
        var mention = _mentions[sourceId] = _mentions.GetValueOrDefault(sourceId) + 1;
        var number = _numbers[sourceId];
        return new CitationMark(number, $"cite-{number}{Letters(mention)}");
    }

    /// <summary>a, b ... z, aa, ab ...</summary>
    private static string Letters(int number)
    {
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('a' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private void ExplainTerms(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        var first = termFinder.Find(text).Where(found => !_terms.Contains(found.Term)).DistinctBy(found => found.Term).ToArray();
        if (first.Length == 0)
        {
            return;
        }

        var done = 0;
        foreach (var (term, start, length) in first)
        {
            _terms.Add(term);
            var (from, end) = (start, start + length);
            var to = end;
            while (from > done && char.IsPunctuation(text[from - 1]))
            {
                from--;
            }

            while (to < text.Length && char.IsPunctuation(text[to]))
            {
                to++;
            }

            literal.InsertBefore(new LiteralInline(text[done..from]));
            literal.InsertBefore(new TermInline(term, text[start..end], text[from..start], text[end..to]));
            done = to;
        }

        literal.ReplaceBy(new LiteralInline(text[done..]));
    }
}
