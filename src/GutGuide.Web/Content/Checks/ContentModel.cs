using GutGuide.Core.Rules;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Everything read from the content folder, placed, and not yet rendered: what the checks look at.</summary>
/// <param name="Articles">Articles and pages, drafts included.</param>
/// <param name="Others">Suggestions, the consultation's files and the phone numbers.</param>
/// <param name="Addresses">Every address that was ever published; null when the list cannot be read.</param>
/// <param name="RuleFiles">The rules as a whole, and each suggestion.</param>
/// <param name="Owner">The role that keeps up to date whatever names no owner of its own; null when there is none.</param>
/// <param name="GraceDays">As in <see cref="SiteContent.GraceDays"/>.</param>
/// <param name="Today">Only warnings may depend on it.</param>
internal sealed record ContentModel(
    IReadOnlyList<ArticleFile> Articles,
    IReadOnlyList<CareCardFile> CareCards,
    IReadOnlyList<Listed<Source>> Sources,
    IReadOnlyList<Listed<GlossaryTerm>> Glossary,
    RegionFile Regions,
    IReadOnlyList<FigureFile> Figures,
    HouseLanguage Language,
    IReadOnlyList<OtherFile> Others,
    Ruleset Ruleset,
    IReadOnlyList<Listed<string>>? Addresses,
    IReadOnlyList<ReviewedFile> RuleFiles,
    string? Owner,
    int GraceDays,
    DateOnly Today)
{
    private IReadOnlyList<TextBlock>? _allTexts;

    /// <summary>What people type for a page.</summary>
    public IReadOnlyList<Listed<SearchPhrases>> Phrases { get; init; } = [];

    /// <summary>Drafts come last: what a published page has already is the draft's to give up.</summary>
    public IEnumerable<ArticleFile> ArticlesByStanding => Articles.OrderBy(article => article.IsDraft);

    public IReadOnlyList<MealFile> Meals { get; init; } = [];

    public MealRulesFile MealRules { get; init; } = MealRulesFile.Empty;

    /// <summary>Every text that a reader can meet.</summary>
    public IReadOnlyList<TextBlock> AllTexts => _allTexts ??=
    [
        .. Articles.SelectMany(article => article.Outline.Texts),
        .. CareCards.SelectMany(card => card.Outline.Texts),
        .. Glossary.Select(term => new TextBlock(term.Path, TextRole.Value, term.Value.Text, [new LineStart(0, term.Line)]) { IsSourced = true }),
        .. Others.SelectMany(file => file.Texts),
        .. Figures.SelectMany(figure => figure.Texts),
        .. Sources.Where(source => source.Value.Note is not null)
            .Select(source => new TextBlock(source.Path, TextRole.Value, source.Value.Note!, [new LineStart(0, source.Line)]) { IsSourced = true }),
    ];

    /// <summary>The suggestions that could be read, each with what stands below its front matter.</summary>
    public IEnumerable<(string Path, PageOutline Outline)> Suggestions => Others.Where(file => file is { IsSuggestion: true, Body: not null }).Select(file => (file.Path, file.Body!));

    /// <summary>Every text in markdown.</summary>
    public IEnumerable<(string Path, PageOutline Outline)> Outlines =>
    [
        .. Articles.Select(article => (article.Path, article.Outline)),
        .. CareCards.Select(card => (card.Path, card.Outline)),
        .. Suggestions,
        .. Meals.Select(meal => (meal.Path, meal.Outline)),
    ];

    /// <summary>Every file that is read again as a whole by a day.</summary>
    public IEnumerable<ReviewedFile> ReviewedFiles =>
    [
        .. Articles.Select(article => new ReviewedFile(article.Keys, article.Reviewed, article.ReviewBy, article.Owner)),
        .. CareCards.Select(card => new ReviewedFile(card.Keys, card.Reviewed, card.ReviewBy, card.Owner)),
        .. RuleFiles,
    ];

    /// <summary>Every place where a source is named.</summary>
    public IEnumerable<Listed<string>> SourceUses =>
    [
        .. Articles.SelectMany(article => article.Outline.Citations.Select(citation => new Listed<string>(citation.Value, article.Path, citation.Line))),
        .. Articles.SelectMany(article => article.Sources.Select(source => new Listed<string>(source, article.Path, article.Keys.LineOfKey("sources")))),
        .. CareCards.SelectMany(card => card.Card.Sources.Select(source => new Listed<string>(source, card.Path, card.Keys.LineOfKey("sources")))),
        .. Glossary.SelectMany(term => term.Value.Sources.Select(source => new Listed<string>(source, term.Path, term.Line))),
        .. Language.Statements.SelectMany(statement => statement.Value.Sources.Select(source => new Listed<string>(source, statement.Path, statement.Line))),
        .. Others.SelectMany(file => file.SourceIds),
    ];
}
