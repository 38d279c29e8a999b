using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;

namespace GutGuide.Web.Publishing;

/// <summary>Says which pages a content folder makes today.</summary>
public delegate PageSet PageSource(SiteContent content);

/// <summary>Everything that one publication is made of.</summary>
/// <param name="Elsewhere">Pages that are rendered elsewhere, and listed with these.</param>
/// <param name="Failures">What is shown when a request fails, by status code.</param>
/// <param name="Aliases">Old address to present one.</param>
/// <param name="Articles">Whose changes the feed tells.</param>
public sealed record PageSet(
    IReadOnlyList<ReadingPage> Pages,
    IReadOnlyList<PageHead> Elsewhere,
    IReadOnlyList<(int Status, ReadingPage Page)> Failures,
    IReadOnlyDictionary<string, string> Aliases,
    IReadOnlyList<Article> Articles);
