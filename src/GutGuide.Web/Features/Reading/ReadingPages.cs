using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Publishing;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Reading;

/// <summary>Which reading pages a content folder makes, and at which addresses.</summary>
public static class ReadingPages
{
    private const string HomeSlug = "home";

    private static readonly PageHead Consultation = new("/consultation", "Free consultation", "Plain questions and published rules, for a safe first step.");

    /// <summary>All of them, drafts left out, with what is published beside them.</summary>
    /// <param name="today">Pages whose review is overdue by then say so.</param>
    public static PageSet Of(SiteContent content, SiteAddress site, SiteOperator? siteOperator, DateOnly today) => new(
        [.. Pages(content, site, siteOperator, today)],
        [Consultation],
        Failures(content),
        Aliases(content),
        [.. ArticlesAndPages(content)]);

    private static IEnumerable<ReadingPage> Pages(SiteContent content, SiteAddress site, SiteOperator? siteOperator, DateOnly today)
    {
        foreach (var article in ArticlesAndPages(content))
        {
            yield return article is { Slug: HomeSlug, IsSitePage: true }
                ? ReadingPage.Of<HomePage>(HeadOf(article, site), (nameof(HomePage.Article), article), (nameof(HomePage.Content), content))
                : ReadingPage.Of<ArticlePage>(
                    HeadOf(article, site),
                    (nameof(ArticlePage.Article), article),
                    (nameof(ArticlePage.Content), content),
                    (nameof(ArticlePage.Today), today),
                    (nameof(ArticlePage.Operator), siteOperator));
        }

        yield return ReadingPage.Of<LearnIndex>(
            new PageHead("/learn", "Learn about leaky gut", "All pages on leaky gut, by subject: the basics, possible links, symptoms, tests, the 5R protocol, food and living with it."),
            (nameof(LearnIndex.Content), content));
        yield return ReadingPage.Of<SymptomsPage>(
            new PageHead(
                "/symptoms",
                "Start from a symptom",
                "Bloating, belly pain, loose stools, heartburn, and more: what usually causes it, what to try this week, and when to get help."),
            (nameof(SymptomsPage.Content), content));
        if (content.Meals.Count > 0)
        {
            foreach (var filter in MealFilter.Of(content.Meals, content.MealRules).Prepend(MealFilter.All))
            {
                yield return MealsPageOf(content, filter);
            }
        }

        yield return ReadingPage.Of<SourcesPage>(
            new PageHead("/sources", "Sources", "Every study, guideline and page that GutGuide rests on, with what we read of each and the pages that cite it."),
            (nameof(SourcesPage.Content), content));
        yield return ReadingPage.Of<GlossaryPage>(
            new PageHead("/glossary", "Glossary", "The words you meet on GutGuide, explained in plain language, from antibody to zonulin."),
            (nameof(GlossaryPage.Content), content));
    }

    private static IReadOnlyList<(int Status, ReadingPage Page)> Failures(SiteContent content) =>
    [
        (StatusCodes.Status404NotFound, ReadingPage.Of<NotFoundPage>(
            new PageHead("/404", "This page is not here", "The address may be old or mistyped.") { Listed = false })),
        .. Failure.All.Select(failure => (failure.Status, ReadingPage.Of<FailurePage>(
            new PageHead($"/{failure.Status}", failure.Title, failure.Lead) { Listed = false },
            (nameof(FailurePage.Failure), failure),
            (nameof(FailurePage.Regions), content.Regions)))),
    ];

    /// <summary>Articles in reading order, then the symptoms, then the site's own pages.</summary>
    public static IEnumerable<Article> ArticlesAndPages(SiteContent content) => content.AllPages;

    /// <summary>Old address to present one. An alias is a slug, or a whole path.</summary>
    private static Dictionary<string, string> Aliases(SiteContent content) => ArticlesAndPages(content)
        .SelectMany(page => page.Aliases.Select(alias => (Alias: AddressOf(alias, page), page.Address)))
        .DistinctBy(pair => pair.Alias)
        .ToDictionary(pair => pair.Alias, pair => pair.Address);

    private static string AddressOf(string alias, Article page) =>
        Article.AliasAddressOf(page.Section, alias).ToLowerInvariant();

    private static ReadingPage MealsPageOf(SiteContent content, MealFilter filter) => ReadingPage.Of<MealsPage>(
        new PageHead(
            filter.Address,
            filter == MealFilter.All ? "Meals for a touchy gut" : $"Meals: {filter.Name}",
            "Breakfasts, lunches, dinners, and snacks from everyday food, with what each contains, how to make it, and what can stand in for what."),
        (nameof(MealsPage.Content), content),
        (nameof(MealsPage.Filter), filter));

    private static PageHead HeadOf(Article article, SiteAddress site) => new(article.Address, article.Title, article.Description)
    {
        IsArticle = !article.IsSitePage,
        Changed = article.Changes.Select(change => change.Date).Append(article.Reviewed).Max(),
        StructuredData = StructuredData.Of(article, site),
    };
}
