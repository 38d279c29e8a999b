using Bunit;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Tests.Reading;

public class ArticlePageTests : BunitContext
{
    [Fact]
    public void A_page_that_no_clinician_read_says_so()
    {
        var page = Show(TestContent.Article());

        Assert.Equal("Not yet checked by a clinician", page.Find(".status").TextContent);
    }

    [Fact]
    public void A_page_that_a_clinician_read_names_them()
    {
        var page = Show(TestContent.Article() with { Reviewer = "Dr. Ada Weber, gastroenterologist" });

        Assert.Equal("Dr. Ada Weber, gastroenterologist", page.Find(".status").TextContent);
        Assert.DoesNotContain("Not yet checked", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_dates_are_spoken_as_Americans_say_them()
    {
        var page = Show(TestContent.Article());

        Assert.Equal(["March 1, 2026", "March 1, 2027"], page.FindAll(".meta time").Select(time => time.TextContent));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_review_is_overdue_from_the_day_after(int daysAfter, int notices)
    {
        var page = Show(TestContent.Article(), today: TestContent.ReviewBy.AddDays(daysAfter));

        Assert.Equal(notices, page.FindAll(".notice--overdue").Count);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    public void Three_headings_make_a_contents_list(int headings, int links)
    {
        var article = TestContent.Article() with { Headings = [.. Enumerable.Range(1, headings).Select(i => new ArticleHeading($"part-{i}", $"Part {i}"))] };

        var page = Show(article);

        Assert.Equal(links, page.FindAll(".article__aside .contents a").Count);
        Assert.Equal(links, page.FindAll(".contents--phone a").Count);
    }

    [Fact]
    public void The_opening_paragraph_stands_under_the_title()
    {
        var page = Show(TestContent.Article(html: "<p>First.</p>\n<p>Second.</p>"));

        Assert.Equal("First.", page.Find(".article__head .lead").TextContent);
        Assert.Equal("Second.", page.Find(".article__body").TextContent.Trim());
    }

    [Fact]
    public void A_source_leads_back_to_every_place_that_cites_it()
    {
        const string Html = """<p>A<sup class="cite"><a id="cite-1a" href="#source-1">1</a></sup> B<sup class="cite"><a id="cite-2a" href="#source-2">2</a>, <a id="cite-1b" href="#source-1">1</a></sup></p>""";
        var article = TestContent.Article(html: Html) with { Citations = ["s001", "s002"] };

        var page = Show(article, TestContent.Site().WithSources(TestContent.Source("s001"), TestContent.Source("s002")));

        Assert.Equal(["#cite-1a", "#cite-1b"], page.FindAll("#source-1 .sources__back").Select(link => link.GetAttribute("href")));
        Assert.Equal(["#cite-2a"], page.FindAll("#source-2 .sources__back").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(SourceReading.FromMemory, "Not re-read by us.")]
    [InlineData(SourceReading.Partly, "Read in part.")]
    public void A_source_that_was_not_read_whole_says_so(SourceReading reading, string words)
    {
        var page = Show(TestContent.Article() with { Citations = ["s001"] }, TestContent.Site().WithSources(TestContent.Source() with { Reading = reading }));

        Assert.Equal(words, page.Find("#source-1 b").TextContent);
    }

    [Fact]
    public void A_source_that_was_read_needs_no_remark()
    {
        var page = Show(TestContent.Article() with { Citations = ["s001"] }, TestContent.Site().WithSources(TestContent.Source()));

        Assert.Empty(page.FindAll("#source-1 b"));
    }

    [Fact]
    public void A_source_reads_as_one_line()
    {
        var page = Show(TestContent.Article() with { Citations = ["s001"] }, TestContent.Site().WithSources(TestContent.Source()));

        var words = string.Join(' ', page.Find("#source-1").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("Camilleri M. Leaky gut in humans. Gut 2019;68:1516-1526.", words);
        Assert.Equal("https://doi.org/10.1136/gutjnl-2019-318427", page.Find("#source-1 a").GetAttribute("href"));
    }

    [Fact]
    public void Glossary_words_are_explained_in_notes_that_open_beside_them()
    {
        var page = Show(TestContent.Article() with { Terms = [TestContent.Term("mast-cell", "mast cell")] });

        var note = page.Find("#term-mast-cell");
        Assert.True(note.HasAttribute("popover"));
        Assert.Equal("mast cell in plain words.", note.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Questions_that_the_page_explains_are_shown_in_their_own_words()
    {
        var content = TestContent.Site() with { Ruleset = TestContent.RulesetAsking(("bloating", "How often did you feel bloated?"), ("other", "Other?")) };

        var page = Show(TestContent.Article() with { Explains = ["bloating"] }, content);

        Assert.Equal(["Page: How often did you feel bloated?"], page.FindAll("#questions + ul li").Select(item => item.TextContent));
    }

    [Fact]
    public void Related_pages_are_linked_by_title()
    {
        var content = TestContent.Site(TestContent.Article("sleep", "Sleep"), TestContent.Page("how-it-works", "How it works"));

        var page = Show(TestContent.Article() with { Related = ["sleep", "how-it-works"] }, content);

        Assert.Equal(["/learn/sleep", "/how-it-works"], page.FindAll("#related + ul a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Changes_are_listed_with_their_day()
    {
        var page = Show(TestContent.Article());

        Assert.Equal("March 1, 2026: First version.", page.Find(".changes li").TextContent);
    }

    [Fact]
    public void The_help_page_shows_the_numbers_of_every_country()
    {
        var content = TestContent.Site() with { Regions = TestContent.Regions(TestContent.Region(), TestContent.Region("UK", "United Kingdom", "999")) };

        var page = Show(TestContent.Page("help", "Get help") with { ShowsNumbers = true }, content);

        Assert.Equal(["United States: 911", "United Kingdom: 999"], page.FindAll("details summary").Select(summary => summary.TextContent).Where(text => text.StartsWith("United", StringComparison.Ordinal)));
        Assert.Contains("tel:999", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Other_pages_show_no_list_of_numbers()
    {
        var page = Show(TestContent.Article());

        Assert.Empty(page.FindAll("#numbers"));
    }

    [Fact]
    public void The_terms_name_who_runs_this_copy()
    {
        var page = Render<ArticlePage>(parameters => parameters
            .Add(p => p.Article, TestContent.Page(ArticlePage.TermsSlug, "Terms"))
            .Add(p => p.Content, TestContent.Site())
            .Add(p => p.Today, TestContent.Reviewed)
            .Add(p => p.Operator, new SiteOperator("Example Clinic", "hello@example.test")));

        Assert.Equal("This copy of GutGuide is run by Example Clinic. Write to: hello@example.test", page.Find(".notice").TextContent.Trim());
    }

    [Fact]
    public void The_terms_say_when_nobody_is_named()
    {
        var page = Show(TestContent.Page(ArticlePage.TermsSlug, "Terms"));

        Assert.Equal("Nobody is named as the operator of this copy.", page.Find(".notice").TextContent.Trim());
    }

    private IRenderedComponent<ArticlePage> Show(Article article, SiteContent? content = null, DateOnly? today = null) =>
        Render<ArticlePage>(parameters => parameters
            .Add(p => p.Article, article)
            .Add(p => p.Content, content ?? TestContent.Site())
            .Add(p => p.Today, today ?? TestContent.Reviewed));
}
