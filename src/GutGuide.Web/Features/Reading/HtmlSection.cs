using System.Text;
using System.Text.RegularExpressions;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Reading;

/// <summary>A part of a rendered body under one level 2 heading.</summary>
/// <param name="Opening">The running text before the first card, tables included.</param>
/// <param name="Boxes">Figures, boxes and care cards, which may stand beside the text.</param>
/// <param name="Cards">Parts of the running text under level 3 headings.</param>
public sealed record HtmlSection(string Id, string Title, string Opening, string Boxes, IReadOnlyList<HtmlCard> Cards)
{
    /// <summary>Whether it is nothing but running text.</summary>
    public bool IsPlain => Boxes.Length == 0 && Cards.Count == 0 && !Opening.Contains("<table", StringComparison.Ordinal);
}

/// <summary>A part under a level 3 heading.</summary>
/// <param name="Title">As HTML.</param>
/// <param name="Address">Where its closing "More on" link leads; the link is then left out of the text.</param>
public sealed record HtmlCard(string? Id, string Title, string? Address, string Html);

/// <summary>Takes bodies apart that the site itself has rendered, along their headings and boxes.</summary>
public static partial class HtmlSections
{
    private const string HeadingEnd = "</h2>";

    /// <summary>What stands before the first section.</summary>
    public static string Before(Article article) =>
        article.Headings.Count == 0 ? article.Html : article.Html[..StartOf(article, 0)];

    public static IReadOnlyList<HtmlSection> Of(Article article) =>
        [.. article.Headings.Select((heading, i) =>
        {
            var end = i + 1 < article.Headings.Count ? StartOf(article, i + 1) : article.Html.Length;
            return Section(heading, article.Html[StartOf(article, i)..end]);
        })];

    /// <summary>The sections in order, two plain ones side by side; the last always stands alone.</summary>
    public static IReadOnlyList<IReadOnlyList<HtmlSection>> Bands(IReadOnlyList<HtmlSection> sections)
    {
        var bands = new List<IReadOnlyList<HtmlSection>>();
        for (var i = 0; i < sections.Count; i++)
        {
            var isPair = i + 2 < sections.Count && sections[i].IsPlain && sections[i + 1].IsPlain;
            bands.Add(isPair ? [sections[i], sections[++i]] : [sections[i]]);
        }

        return bands;
    }

    private static int StartOf(Article article, int heading)
    {
        var mark = $"<h2 id=\"{article.Headings[heading].Id}\"";
        var start = article.Html.IndexOf(mark, StringComparison.Ordinal);
        return start >= 0 ? start : throw new InvalidOperationException($"{article.Slug}: the body holds no {mark}>.");
    }

    private static HtmlSection Section(ArticleHeading heading, string html)
    {
        var (text, boxes) = WithoutBoxes(html[(html.IndexOf(HeadingEnd, StringComparison.Ordinal) + HeadingEnd.Length)..]);
        var cards = CardHeading().Matches(text);
        return new HtmlSection(
            heading.Id,
            heading.Text,
            cards.Count > 0 ? text[..cards[0].Index] : text,
            boxes,
            [.. cards.Select((card, i) => Card(card, text[(card.Index + card.Length)..(i + 1 < cards.Count ? cards[i + 1].Index : text.Length)]))]);
    }

    /// <summary>The running text and, apart from it, the outermost boxes. Divs and the frames of tables belong to the text.</summary>
    private static (string Text, string Boxes) WithoutBoxes(string html)
    {
        var (text, boxes) = (new StringBuilder(), new StringBuilder());
        var (depth, from, isText) = (0, 0, false);
        foreach (Match tag in BlockTag().Matches(html))
        {
            var opens = tag.Groups["end"].Length == 0;
            if (opens && depth++ == 0)
            {
                text.Append(html, from, tag.Index - from);
                from = tag.Index;
                isText = tag.Groups["name"].ValueSpan is "div" || tag.Value.Contains("table-scroll", StringComparison.Ordinal);
            }
            else if (!opens && --depth == 0)
            {
                var end = tag.Index + tag.Length;
                (isText ? text : boxes).Append(html, from, end - from);
                from = end;
            }
        }

        text.Append(html, from, html.Length - from);
        return (text.ToString().Trim(), boxes.ToString());
    }

    private static HtmlCard Card(Match heading, string html)
    {
        var more = MoreLink().Match(html);
        return new HtmlCard(
            heading.Groups["id"].Value is { Length: > 0 } id ? id : null,
            heading.Groups["title"].Value,
            more.Success ? more.Groups["address"].Value : null,
            (more.Success ? html.Remove(more.Index, more.Length) : html).Trim());
    }

    [GeneratedRegex("<h3(?: id=\"(?<id>[^\"]+)\")?>(?<title>.*?)</h3>", RegexOptions.Singleline)]
    private static partial Regex CardHeading();

    [GeneratedRegex("<(?<end>/?)(?<name>div|section|aside|figure)\\b[^>]*>")]
    private static partial Regex BlockTag();

    [GeneratedRegex("\\s*<a href=\"(?<address>[^\"]+)\">More on [^<]*</a>\\.?(?=</p>\\s*$)")]
    private static partial Regex MoreLink();
}
