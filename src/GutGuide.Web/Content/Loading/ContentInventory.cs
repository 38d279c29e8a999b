using GutGuide.Web.Content.Checks;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Loading;

public enum ContentKind
{
    Article,
    Page,
    Symptom,
    Meal,
    CareCard,
    Suggestion,

    /// <summary>A file of the consultation.</summary>
    Rules,

    /// <summary>Sources, glossary, phone numbers, house language.</summary>
    List,
}

/// <summary>One content file as editors see it.</summary>
/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="Id">Slug, id or file name.</param>
/// <param name="Reviewed">Null where the file as a whole has no review.</param>
/// <param name="Reviewer">Name and role; null until a clinician has read it.</param>
/// <param name="Owner">The role that keeps it up to date; null when nobody does.</param>
/// <param name="Address">Where readers find it; null when it has no page of its own.</param>
public sealed record ContentEntry(
    string Path,
    ContentKind Kind,
    string Id,
    string Title,
    bool IsDraft,
    DateOnly? Reviewed,
    DateOnly? ReviewBy,
    string? Reviewer,
    string? Owner,
    string? Address)
{
    public bool IsOverdue(DateOnly today) => ReviewBy < today;
}

/// <summary>A place that names a source.</summary>
public sealed record SourceUse(string Source, string Path, int Line);

/// <summary>Which files there are, drafts included, and what they cite.</summary>
/// <param name="Entries">In path order.</param>
/// <param name="Drafts">Pages that are not published yet, rendered.</param>
public sealed record ContentInventory(IReadOnlyList<ContentEntry> Entries, IReadOnlyList<Article> Drafts, IReadOnlyList<SourceUse> SourceUses)
{
    public static ContentInventory Empty { get; } = new([], [], []);

    internal static ContentInventory Of(ContentModel model, IReadOnlyList<Article> drafts) => new(
        [.. Entry(model).DistinctBy(entry => entry.Path).OrderBy(entry => entry.Path, StringComparer.Ordinal)],
        drafts,
        [.. model.SourceUses.Select(use => new SourceUse(use.Value, use.Path, use.Line))]);

    private static IEnumerable<ContentEntry> Entry(ContentModel model) =>
    [
        .. model.Articles.Select(page => new ContentEntry(
            page.Path, KindOf(page.Kind), page.Slug, page.Title, page.IsDraft, Known(page.Reviewed), Known(page.ReviewBy), page.Reviewer, page.Owner ?? model.Owner, page.IsDraft ? null : page.Address)),
        .. model.CareCards.Select(card => new ContentEntry(
            card.Path, ContentKind.CareCard, card.Card.Id, card.Card.Title, false, Known(card.Reviewed), Known(card.ReviewBy), null, card.Owner ?? model.Owner, null)),
        .. model.Meals.Select(meal => new ContentEntry(
            meal.Path, ContentKind.Meal, meal.Meal.Id, meal.Meal.Title, false, null, null, null, model.Owner, $"/learn/meals#{meal.Meal.Id}")),
        .. Suggestions(model),
        .. Files(model, model.Others.Select(file => file.Path).Where(path => path.Contains("/consultation/", StringComparison.Ordinal)), ContentKind.Rules, "/rules"),
        .. Files(model, model.Sources.Select(source => source.Path), ContentKind.List, "/sources"),
        .. Files(model, model.Glossary.Select(term => term.Path), ContentKind.List, "/glossary"),
        .. Files(model, model.Regions.Listed.Select(region => region.Path), ContentKind.List, "/help"),
        .. Files(model, model.Language.Statements.Select(statement => statement.Path), ContentKind.List, null),
    ];

    private static ContentKind KindOf(PageKind kind) => kind switch
    {
        PageKind.SitePage => ContentKind.Page,
        PageKind.Symptom => ContentKind.Symptom,
        _ => ContentKind.Article,
    };

    private static IEnumerable<ContentEntry> Suggestions(ContentModel model) => model.Others
        .Where(file => file.Path.Contains("/suggestions/", StringComparison.Ordinal))
        .Select(file => (file.Path, Review: ReviewOf(model, file.Path), Suggestion: model.Ruleset.Suggestions.FirstOrDefault(suggestion => suggestion.Id == NameOf(file.Path))))
        .Select(file => new ContentEntry(
            file.Path, ContentKind.Suggestion, NameOf(file.Path), file.Suggestion?.Text.Title ?? NameOf(file.Path), false, Known(file.Review?.Reviewed), Known(file.Review?.ReviewBy), null, file.Review?.Owner ?? model.Owner, $"/rules#{NameOf(file.Path)}"));

    private static IEnumerable<ContentEntry> Files(ContentModel model, IEnumerable<string> paths, ContentKind kind, string? address) => paths.Distinct()
        .Select(path => (Path: path, Review: ReviewOf(model, path)))
        .Select(file => new ContentEntry(
            file.Path, kind, NameOf(file.Path), NameOf(file.Path), false, Known(file.Review?.Reviewed), Known(file.Review?.ReviewBy), null, model.Owner, address));

    private static ReviewedFile? ReviewOf(ContentModel model, string path) => model.RuleFiles.FirstOrDefault(file => file.Keys.Path == path);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    // A date that could not be read stands as the first day there is.
    private static DateOnly? Known(DateOnly? date) => date == default(DateOnly) ? null : date;
}
