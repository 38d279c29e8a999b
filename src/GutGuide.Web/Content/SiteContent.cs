using GutGuide.Core.FollowUp;
using GutGuide.Core.Meals;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content;

/// <summary>Everything read from the content folder, checked and immutable. A change of a file makes a new one.</summary>
/// <param name="Articles">By section and order; drafts are left out.</param>
/// <param name="Pages">Home, how it works and so on, by slug.</param>
/// <param name="CareCards">By id.</param>
/// <param name="Sources">By id.</param>
/// <param name="Figures">SVG text by id.</param>
/// <param name="Ruleset">The consultation.</param>
public sealed record SiteContent(
    IReadOnlyList<Article> Articles,
    IReadOnlyDictionary<string, Article> Pages,
    IReadOnlyDictionary<string, CareCardContent> CareCards,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyList<GlossaryTerm> Glossary,
    Regions Regions,
    IReadOnlyDictionary<string, string> Figures,
    Ruleset Ruleset)
{
    /// <summary>The pages that start from a symptom, in order.</summary>
    public IReadOnlyList<Article> Symptoms { get; init; } = [];

    /// <summary>Articles, symptoms and the site's own pages, each kind in reading order.</summary>
    public IEnumerable<Article> AllPages => [.. Articles, .. Symptoms, .. Pages.Values.OrderBy(page => page.Order)];

    /// <summary>By time of day, then by title.</summary>
    public IReadOnlyList<Meal> Meals { get; init; } = [];

    public MealRules MealRules { get; init; } = MealRules.None;

    /// <summary>What people type for a page that does not say it in these words.</summary>
    public IReadOnlyList<SearchPhrases> SearchPhrases { get; init; } = [];

    /// <summary>How long evidence that is past its review may still be used, with a warning.</summary>
    public int GraceDays { get; init; }

    /// <summary>What is asked after the result.</summary>
    public FollowUpRules FollowUp { get; init; } = FollowUpRules.Empty;

    /// <summary>Where each rule, page of questions and question stands; null where the content came from no folder.</summary>
    public ProofPlaces? ProofPlaces { get; init; }

    /// <summary>What a proof of the rules found broken, as faults of the content: no ruleset with one may be served.</summary>
    public IReadOnlyList<ContentProblem> FaultsOf(ProofReport report) =>
    [
        .. ProofPlaces?.FaultsOf(report)
            ?? report.Counterexamples.Select(found => new ContentProblem("content/consultation", 0, ProblemSeverity.Error, found.ToString())),
    ];
}

/// <summary>An educational page, rendered.</summary>
/// <param name="Slug">The file's name without extension, and the last part of the address; of a site page in a folder, with the folder.</param>
/// <param name="Section">basics, links, symptoms, tests, 5r, food, living; site for the pages, entry for what starts from a symptom.</param>
/// <param name="Reviewer">Name and role; null until a clinician has read it, and the page then says so.</param>
/// <param name="Related">Slugs.</param>
/// <param name="Explains">LinkIds of the questions that it explains.</param>
/// <param name="Html">The body, rendered; headings carry ids.</param>
/// <param name="Headings">Level 2 headings in order, for the contents list.</param>
/// <param name="Citations">Source ids in order of first mention: number 1 is the first.</param>
/// <param name="Terms">Glossary terms explained on the page, in order of first use.</param>
/// <param name="PlainText">For search.</param>
public sealed record Article(
    string Slug,
    string Title,
    string Description,
    string Section,
    int Order,
    DateOnly Reviewed,
    DateOnly ReviewBy,
    string? Reviewer,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Related,
    IReadOnlyList<string> Explains,
    IReadOnlyList<ArticleChange> Changes,
    string Html,
    IReadOnlyList<ArticleHeading> Headings,
    IReadOnlyList<string> Citations,
    IReadOnlyList<GlossaryTerm> Terms,
    string PlainText)
{
    public const string SiteSection = "site";

    private const double WordsPerMinute = 220;

    public const string SymptomSection = "entry";

    /// <summary>The address, such as <c>/learn/remove</c>, <c>/symptoms/heartburn</c>, <c>/how-it-works</c> or <c>/</c>.</summary>
    public string Address => AddressOf(Section, Slug);

    public bool IsSitePage => Section == SiteSection;

    /// <summary>Ids of the figures it shows, in order.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>How long most adults take to read it, in whole minutes and at least one.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Round(PlainText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length / WordsPerMinute));

    public bool IsSymptom => Section == SymptomSection;

    /// <summary>Of a symptom: what the start of a consultation ticks, by linkId.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Starts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether the page shows whom to call, in every country.</summary>
    public bool ShowsNumbers { get; init; }

    /// <summary>Where a page of a section stands.</summary>
    public static string AddressOf(string section, string slug) => section switch
    {
        SiteSection => slug == "home" ? "/" : $"/{slug}",
        SymptomSection => $"/symptoms/{slug}",
        _ => $"/learn/{slug}",
    };

    /// <summary>Where an alias of a page stands: it is written as a slug, or as a whole path.</summary>
    public static string AliasAddressOf(string section, string alias) => alias.StartsWith('/') ? alias : AddressOf(section, alias);
}

/// <param name="Page">Its address.</param>
/// <param name="Also">Everyday words, brand names, whole questions.</param>
public sealed record SearchPhrases(string Page, IReadOnlyList<string> Also);

public sealed record ArticleHeading(string Id, string Text);

public sealed record ArticleChange(DateOnly Date, string What);

/// <summary>A "when to get help" text, used by articles and the consultation alike.</summary>
public sealed record CareCardContent(
    string Id,
    TriageTier Tier,
    string Title,
    string Html,
    IReadOnlyList<string> Sources);

/// <summary>How much of a source was read by those who cite it.</summary>
public enum SourceReading
{
    /// <summary>Its text, abstract or official record.</summary>
    Seen,

    /// <summary>A part, or through another page.</summary>
    Partly,

    /// <summary>Not re-read by us.</summary>
    FromMemory,
}

/// <summary>A source that claims and rules cite. Fields are as known.</summary>
public sealed record Source(
    string Id,
    string Title,
    string? Authors,
    string? Publisher,
    int? Year,
    string? Locator,
    string? Doi,
    string? Pmid,
    string? Pmcid,
    string? Url,
    SourceReading Reading,
    string? Note)
{
    /// <summary>When it should be read again; null when nobody set a date.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The role that reads it again; null when nobody is named for it.</summary>
    public string? Owner { get; init; }

    /// <summary>When a web page was read; null when it was not written down.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>Nobody knows when it was published or read, and readers are told so.</summary>
    public bool IsUndated { get; init; }

    public bool IsDated => Year is not null || Accessed is not null;

    /// <summary>On the day of publication.</summary>
    public EvidenceStanding Standing { get; init; }

    /// <summary>Where a reader can look it up; null when no address is known.</summary>
    public string? Address =>
        Doi is not null ? $"https://doi.org/{Doi}"
        : Pmcid is not null ? $"https://pmc.ncbi.nlm.nih.gov/articles/{Pmcid}/"
        : Pmid is not null ? $"https://pubmed.ncbi.nlm.nih.gov/{Pmid}/"
        : Url;

    /// <summary>Enough to tell it from its neighbors: the publisher, author or title, and the year.</summary>
    public string ShortName => $"{Publisher ?? Authors ?? Title}{(Year is { } year ? $" {year}" : "")}";
}

/// <param name="Id">The term in lower case with hyphens; anchors use it.</param>
/// <param name="Also">Other spellings that are recognised.</param>
public sealed record GlossaryTerm(string Id, string Term, IReadOnlyList<string> Also, string Text, IReadOnlyList<string> Sources);

/// <summary>Phone numbers by region. The person picks the region; it is never guessed.</summary>
/// <param name="Unset">Words for people who chose none: no number stands there as if it were local.</param>
public sealed record Regions(IReadOnlyList<Region> All, Region Unset)
{
    /// <summary>The region of a code, or <see cref="Unset"/> for none and for codes that are not known.</summary>
    public Region this[string? code] => All.FirstOrDefault(region => region.Code == code) ?? Unset;
}

/// <param name="Checked">When the numbers were last checked.</param>
public sealed record Region(
    string Code,
    string Name,
    PhoneLines Emergency,
    PhoneLines Advice,
    PhoneLines Poison,
    PhoneLines Crisis,
    DateOnly Checked)
{
    /// <summary>The role that checks them; null when nobody is named for them.</summary>
    public string? Owner { get; init; }

    /// <summary>Lines for people with an eating problem; null where no number of one has been checked. Then the crisis lines listen to it.</summary>
    public PhoneLines? Eating { get; init; }

    /// <summary>Whether the person told us where they are.</summary>
    public bool IsChosen => Code.Length > 0;
}

/// <param name="Lines">May be empty.</param>
/// <param name="Text">What to do when there is no line, or besides it.</param>
public sealed record PhoneLines(IReadOnlyList<PhoneLine> Lines, string? Text);

/// <param name="Number">As dialed.</param>
/// <param name="Display">As read.</param>
public sealed record PhoneLine(string Label, string Number, string Display, string? Note);
