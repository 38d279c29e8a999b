using GutGuide.Web.Content.Dialect;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Readers;

/// <summary>What a file with running text becomes.</summary>
internal enum PageKind
{
    Article,

    /// <summary>One of the site's own pages.</summary>
    SitePage,

    /// <summary>A page that starts from a symptom.</summary>
    Symptom,
}

/// <summary>An article or page as read, before anything is looked up or rendered.</summary>
/// <param name="Keys">The front matter, for the lines of its keys.</param>
/// <param name="Slug">The file's name; of a site page in a folder, with the folder.</param>
/// <param name="Owner">As in <see cref="ReviewedFile.Owner"/>; not the reviewer.</param>
/// <param name="Starts">Of a symptom: codes that the start of a consultation ticks, by linkId.</param>
/// <param name="ShowsNumbers">Whether the page shows whom to call, in every country.</param>
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
    IReadOnlyDictionary<string, IReadOnlyList<string>> Starts,
    bool ShowsNumbers,
    bool IsDraft,
    MarkdownDocument Body,
    PageOutline Outline)
{
    /// <summary>The section of home, privacy and the other pages that are no articles.</summary>
    public const string PageSection = Article.SiteSection;

    /// <summary>The section of the pages that start from a symptom; not that of the articles on symptoms.</summary>
    public const string SymptomSection = Article.SymptomSection;

    /// <summary>The sections of articles, in reading order.</summary>
    public static string[] Sections { get; } = ["basics", "links", "symptoms", "tests", "5r", "food", "living"];

    public PageKind Kind => Section switch
    {
        PageSection => PageKind.SitePage,
        SymptomSection => PageKind.Symptom,
        _ => PageKind.Article,
    };

    public bool IsArticle => Kind == PageKind.Article;

    public bool IsSitePage => Kind == PageKind.SitePage;

    public string Address => Article.AddressOf(Section, Slug);

    /// <summary>Old addresses that lead here. An alias is a slug, or a whole path.</summary>
    public IEnumerable<string> AliasAddresses =>
        Aliases.Select(alias => Article.AliasAddressOf(Section, alias));
}
