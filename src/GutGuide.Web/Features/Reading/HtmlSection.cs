using System.Text.RegularExpressions;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Reading;

/// <summary>A part of a rendered body under one level 2 heading.</summary>
/// <param name="Html">Without the heading, and without the figure if there is one.</param>
/// <param name="Figure">The first figure.</param>
/// <param name="Opening">What stands before the first card.</param>
/// <param name="Cards">Parts under level 3 headings.</param>
public sealed record HtmlSection(
    string Id,
    string Title,
    string Html,
    string? Figure,
    string Opening,
    IReadOnlyList<HtmlCard> Cards);

/// <summary>A part under a level 3 heading.</summary>
/// <param name="Title">As HTML.</param>
/// <param name="Address">Where its closing "More on" link leads; the link is then left out of the text.</param>
public sealed record HtmlCard(string? Id, string Title, string? Address, string Html);

/// <summary>Takes bodies apart that the site has rendered itself, at headings that only the page can hold.</summary>
public static partial class HtmlSections
{
    /// <summary>What stands before the first section.</summary>
    public static string Before(Article article) =>
        article.Headings.Count == 0 ? article.Html : article.Html[..StartOf(article, 0)];

    public static IReadOnlyList<HtmlSection> Of(Article article) =>
        [.. article.Headings.Select((heading, i) =>
        {
            var end = i + 1 < article.Headings.Count ? StartOf(article, i + 1) : article.Html.Length;
            return Section(heading, article.Html[StartOf(article, i)..end]);
        })];

    private static int StartOf(Article article, int heading)
    {
        var mark = $"<h2 id=\"{article.Headings[heading].Id}\"";
        var start = article.Html.IndexOf(mark, StringComparison.Ordinal);
        return start >= 0 ? start : throw new InvalidOperationException($"{article.Slug}: the body holds no {mark}>.");
    }

    private static HtmlSection Section(ArticleHeading heading, string html)
    {
        var body = html[(html.IndexOf("</h2>", StringComparison.Ordinal) + "</h2>".Length)..].Trim();
        var figure = Figure().Match(body);
        var cards = CardHeading().Matches(body);
        return new HtmlSection(
            heading.Id,
            heading.Text,
            figure.Success ? body.Remove(figure.Index, figure.Length) : body,
            figure.Success ? figure.Value : null,
            cards.Count > 0 ? body[..cards[0].Index] : body,
            [.. cards.Select((card, i) => Card(card, body[(card.Index + card.Length)..(i + 1 < cards.Count ? cards[i + 1].Index : body.Length)]))]);
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

    // A heading with a class belongs to a box inside the section.
    [GeneratedRegex("<h3(?: id=\"(?<id>[^\"]+)\")?>(?<title>.*?)</h3>", RegexOptions.Singleline)]
    private static partial Regex CardHeading();

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("\\s*<a href=\"(?<address>[^\"]+)\">More on [^<]*</a>\\.?(?=</p>\\s*$)")]
    private static partial Regex MoreLink();
}
