using System.Globalization;

namespace GutGuide.Web.Content.Dialect;

/// <summary>Folds what a long list of signs has beyond its first ones, so that the page around the card stays readable.</summary>
internal static class CardFold
{
    private const int Shown = 6;

    // Folding away one or two lines saves nobody anything.
    private const int FewestFolded = 3;
    private const string ListStart = "<ul>";
    private const string ListEnd = "</ul>";
    private const string ItemEnd = "</li>";

    /// <param name="html">The card's text; its first list is folded. Lists within lists are not.</param>
    public static string Fold(string html)
    {
        var start = html.IndexOf(ListStart, StringComparison.Ordinal);
        var end = html.IndexOf(ListEnd, StringComparison.Ordinal);
        if (start < 0 || html.IndexOf(ListStart, start + 1, StringComparison.Ordinal) is var nested && nested >= 0 && nested < end)
        {
            return html;
        }

        var items = html[(start + ListStart.Length)..end].Split(ItemEnd, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length < Shown + FewestFolded
            ? html
            : html[..start] + List(items[..Shown]) + Details(items[Shown..]) + html[(end + ListEnd.Length)..];
    }

    private static string Details(string[] items) => string.Create(
        CultureInfo.InvariantCulture, $"<details class=\"care-card__more\"><summary>{items.Length} more signs</summary>\n{List(items)}</details>\n");

    private static string List(string[] items) => $"{ListStart}\n{string.Concat(items.Select(item => $"{item}{ItemEnd}\n"))}{ListEnd}\n";
}
