using GutGuide.Web.Content.Checks;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Loading;

/// <summary>Renders what was read. Of two things with one name the first counts; the checks have reported it.</summary>
internal sealed class SiteContentBuilder
{
    private readonly ContentModel _model;
    private readonly Dictionary<string, CareCardContent> _careCards;
    private readonly Dictionary<string, string> _figures;
    private readonly IReadOnlyList<GlossaryTerm> _glossary;
    private readonly MarkdownRenderer _renderer;

    public SiteContentBuilder(ContentModel model)
    {
        _model = model;
        _careCards = model.CareCards.DistinctBy(card => card.Card.Id).ToDictionary(card => card.Card.Id, card => card.Card, StringComparer.Ordinal);
        _figures = model.Figures.DistinctBy(figure => figure.Id).ToDictionary(figure => figure.Id, figure => figure.Svg, StringComparer.Ordinal);
        _glossary = [.. model.Glossary.Select(term => term.Value).DistinctBy(term => term.Id)];
        _renderer = new MarkdownRenderer(_careCards, _figures, _glossary);
    }

    public SiteContent Build() => new(
        [
            .. _model.Articles.Where(article => article is { IsArticle: true, IsDraft: false })
                .OrderBy(article => Array.IndexOf(ArticleFile.Sections, article.Section))
                .ThenBy(article => article.Order)
                .ThenBy(article => article.Slug, StringComparer.Ordinal)
                .DistinctBy(article => article.Slug)
                .Select(Render),
        ],
        _model.Articles.Where(page => page is { IsSitePage: true, IsDraft: false })
            .DistinctBy(page => page.Slug)
            .ToDictionary(page => page.Slug, Render, StringComparer.Ordinal),
        _careCards,
        _model.Sources.DistinctBy(source => source.Value.Id).ToDictionary(source => source.Value.Id, source => source.Value, StringComparer.Ordinal),
        _glossary,
        _model.Regions.Regions,
        _figures,
        _model.Ruleset)
    {
        GraceDays = _model.GraceDays,
        Meals = [.. _model.Meals.Select(file => file.Meal).OrderBy(meal => meal.Kind).ThenBy(meal => meal.Title, StringComparer.Ordinal)],
        MealRules = _model.MealRules.Rules,
        SearchPhrases = [.. _model.Phrases.Select(phrases => phrases.Value)],
        Symptoms =
        [
            .. _model.Articles.Where(page => page is { Kind: PageKind.Symptom, IsDraft: false })
                .OrderBy(page => page.Order)
                .ThenBy(page => page.Slug, StringComparer.Ordinal)
                .DistinctBy(page => page.Slug)
                .Select(Render),
        ],
    };

    /// <summary>What <see cref="Build"/> leaves out.</summary>
    public IReadOnlyList<Article> Drafts() => [.. _model.Articles.Where(article => article.IsDraft).Select(Render)];

    private Article Render(ArticleFile file)
    {
        var page = _renderer.RenderPage(file.Body, file.Title);
        return new Article(
            file.Slug,
            file.Title,
            file.Description,
            file.Section,
            file.Order,
            file.Reviewed,
            file.ReviewBy,
            file.Reviewer,
            file.Aliases,
            file.Related,
            file.Explains,
            file.Changes,
            page.Html,
            page.Headings,
            [.. page.Citations.Concat(file.Sources).Distinct()],
            page.Terms,
            PlainText(file))
        {
            Starts = file.Starts,
            ShowsNumbers = file.ShowsNumbers,
            Figures = [.. file.Outline.Boxes.Where(box => box.Name == BoxKind.Figure.Name).Select(box => box.Argument)],
        };
    }

    /// <summary>What a reader can search for. Care cards stand on many pages, and would be found on each.</summary>
    private static string PlainText(ArticleFile file) =>
        string.Join('\n', file.Outline.Texts.Where(text => text.Role != TextRole.Matter).Select(text => text.Text));
}
