using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Reading;

/// <summary>The parts that articles are sorted into.</summary>
/// <param name="Id">As in the front matter.</param>
/// <param name="About">One line for the list of all pages.</param>
public sealed record Section(string Id, string Name, string About)
{
    public static IReadOnlyList<Section> All { get; } =
    [
        new("basics", "The basics", "What the gut lining is, and what \"leaky\" means."),
        new("links", "Four possible links", "What is known about the immune system, the brain and food."),
        new("symptoms", "Symptoms", "What else can be behind them, and when to get help."),
        new("tests", "Tests", "What they can show, and which to ask for first."),
        new("5r", "The 5R protocol", "Each of the five steps, held against the studies."),
        new("food", "Food and nutrients", "What was tested, in whom, and what came of it."),
        new("living", "Living with it", "Medicines, daily life and claims that fail."),
    ];

    /// <summary>The articles of the section in reading order.</summary>
    public IEnumerable<Article> Articles(SiteContent content) =>
        content.Articles.Where(article => article.Section == Id).OrderBy(article => article.Order).ThenBy(article => article.Slug, StringComparer.Ordinal);
}
