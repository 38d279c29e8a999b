using GutGuide.Core.Rules;
using GutGuide.Web.Components.Shared;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;

namespace GutGuide.Web.Features.Editing.Desk.Previews;

/// <summary>Something that would stand differently on a day.</summary>
/// <param name="Address">Where editors read more.</param>
public sealed record DatedChange(string Title, string Address, string What);

/// <summary>The content on disk as it would stand on a day.</summary>
/// <param name="Overdue">Pages whose review would be overdue.</param>
/// <param name="Evidence">Sources past their review.</param>
/// <param name="Suggestions">Suggestions that would be for asking first, or held back, because of what they rest on.</param>
/// <param name="Drafts">What would not be published yet.</param>
public sealed record SiteOnDate(
    DateOnly Date,
    SiteContent Content,
    int Published,
    IReadOnlyList<DatedChange> Overdue,
    IReadOnlyList<DatedChange> Evidence,
    IReadOnlyList<DatedChange> Suggestions,
    IReadOnlyList<ContentEntry> Drafts)
{
    public static SiteOnDate Of(LoadedContent folder, DateOnly date)
    {
        var content = folder.Content.AsOf(date);
        var entries = folder.Inventory.Entries;
        var floors = folder.Content.Ruleset.Suggestions.ToDictionary(suggestion => suggestion.Id, suggestion => suggestion.Floor, StringComparer.Ordinal);
        return new SiteOnDate(
            date,
            content,
            entries.Count(entry => !entry.IsDraft),
            [.. entries.Where(entry => !entry.IsDraft && entry.IsOverdue(date)).Select(entry => new DatedChange(entry.Title, AddressOf(entry), $"the review was due on {SpokenDate.Of(entry.ReviewBy!.Value)}"))],
            [.. content.Sources.Values.Where(source => source.Standing != EvidenceStanding.Current).Select(source => new DatedChange(source.Title, $"/editor/sources/{source.Id}", source.Standing == EvidenceStanding.Expired ? "expired" : "under review"))],
            [.. content.Ruleset.Suggestions.Where(suggestion => suggestion.UnderReview is not null).Select(suggestion => new DatedChange(suggestion.Text.Title, $"/editor/suggestions/{suggestion.Id}", Fate(floors[suggestion.Id], suggestion)))],
            [.. entries.Where(entry => entry.IsDraft)]);
    }

    private static string AddressOf(ContentEntry entry) => entry.Kind switch
    {
        ContentKind.Article or ContentKind.Page => $"/editor/pages/{entry.Id}",
        ContentKind.Suggestion => $"/editor/suggestions/{entry.Id}",
        _ => "/editor",
    };

    private static string Fate(SuggestionState written, Suggestion suggestion) =>
        suggestion.Floor == SuggestionState.Never ? "held back: what it rests on has expired"
        : suggestion.Floor == written ? "ask first, as written; what it rests on is under review"
        : "ask first: what it rests on is under review";
}
