using GutGuide.Web.Content.Dialect;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Readers;

/// <summary>An article or page as read, before anything is looked up or rendered.</summary>
/// <param name="Keys">The front matter, for the lines of its keys.</param>
/// <param name="Slug">The file's name.</param>
/// <param name="Owner">As in <see cref="ReviewedFile.Owner"/>; not the reviewer.</param>
/// <param name="Sources">Sources named in front matter because no single place cites them.</param>
internal sealed record ArticleFile(
    string Path,
    YamlMap Keys,
    string Slug,
    string Title,
    string Description,
    string Section,
    int Order,
    DateOnly Reviewed,
    DateOnly ReviewBy,
    string? Reviewer,
    string? Owner,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Related,
    IReadOnlyList<string> Explains,
    IReadOnlyList<string> Sources,
    IReadOnlyList<ArticleChange> Changes,
    bool IsDraft,
    MarkdownDocument Body,
    PageOutline Outline)
{
    /// <summary>The section of home, privacy and the other pages that are no articles.</summary>
    public const string PageSection = "site";

    /// <summary>The sections of articles, in reading order.</summary>
    public static string[] Sections { get; } = ["basics", "links", "symptoms", "tests", "5r", "food", "living"];

    public bool IsArticle => Section != PageSection;

    public string Address => IsArticle ? $"/learn/{Slug}" : Slug == "home" ? "/" : $"/{Slug}";

    /// <summary>Old addresses that lead here. An alias is a slug, or a whole path.</summary>
    public IEnumerable<string> AliasAddresses =>
        Aliases.Select(alias => alias.StartsWith('/') ? alias : IsArticle ? $"/learn/{alias}" : $"/{alias}");
}
