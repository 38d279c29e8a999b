using System.Net;
using System.Text.RegularExpressions;
using GutGuide.Web.Content;

namespace GutGuide.Web.Search;

/// <summary>One thing that can be found.</summary>
/// <param name="Address">May end in an anchor.</param>
internal sealed record SearchEntry(SearchKind Kind, string Address, string Title, string Description, string Headings, string Text)
{
    /// <summary>What people type for it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>What a hit leads to.</summary>
public enum SearchKind
{
    Page,

    /// <summary>A word of the glossary.</summary>
    Word,
}

/// <summary>What of the content can be found: pages, the signs on care cards, and the words of the glossary.</summary>
internal static partial class SearchEntries
{
    private const string MealsAddress = "/learn/meals";

    public static IEnumerable<SearchEntry> Of(SiteContent content)
    {
        var phrases = content.SearchPhrases.DistinctBy(phrases => phrases.Page).ToDictionary(phrases => phrases.Page, phrases => phrases.Also, StringComparer.Ordinal);
        foreach (var page in content.AllPages)
        {
            yield return new SearchEntry(
                SearchKind.Page, page.Address, page.Title, page.Description, string.Join('\n', page.Headings.Select(heading => heading.Text)), page.PlainText)
            {
                Also = phrases.GetValueOrDefault(page.Address) ?? [],
            };
        }

        if (content.Meals.Count > 0)
        {
            yield return new SearchEntry(
                SearchKind.Page,
                MealsAddress,
                "Meals for a touchy gut",
                "Breakfasts, lunches, dinners, and snacks from everyday food.",
                "",
                string.Join('\n', content.Meals.Select(meal => $"{meal.Title}: {meal.Description}")))
            {
                Also = phrases.GetValueOrDefault(MealsAddress) ?? [],
            };
        }

        // Many pages show the same cards; a search for a sign leads to the one that is about getting help.
        foreach (var card in content.CareCards.Values)
        {
            if (content.AllPages.FirstOrDefault(page => page.ShowsNumbers && page.Html.Contains($"id=\"care-{card.Id}\"", StringComparison.Ordinal)) is { } help)
            {
                yield return new SearchEntry(SearchKind.Page, $"{help.Address}#care-{card.Id}", $"{help.Title}: {card.Title.TrimEnd(':')}", "", "", TextOf(card.Html));
            }
        }

        foreach (var term in content.Glossary)
        {
            yield return new SearchEntry(SearchKind.Word, $"/glossary#term-{term.Id}", term.Term, string.Join(", ", term.Also), "", term.Text);
        }
    }

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, " "));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
