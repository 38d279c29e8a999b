namespace GutGuide.Web.Features.Reading;

/// <summary>A rendered body in two parts: the paragraph it opens with, which stands under the title, and the rest.</summary>
/// <param name="Lead">Without its p tag; null when the body opens with something else.</param>
public sealed record ArticleParts(string? Lead, string Rest)
{
    private const string ParagraphStart = "<p>";
    private const string ParagraphEnd = "</p>";

    public static ArticleParts Of(string html)
    {
        var end = html.IndexOf(ParagraphEnd, StringComparison.Ordinal);
        if (!html.StartsWith(ParagraphStart, StringComparison.Ordinal) || end < 0)
        {
            return new ArticleParts(null, html);
        }

        return new ArticleParts(html[ParagraphStart.Length..end], html[(end + ParagraphEnd.Length)..].TrimStart());
    }
}
