using System.Text.Json;
using Bunit;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Search;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Tests.Reading;

/// <summary>The pages that readers choose from.</summary>
public class BrowsePageTests : BunitContext
{
    private static readonly Article Heartburn = TestContent.Article("heartburn", "Heartburn") with { Section = Article.SymptomSection };

    [Fact]
    public void Learn_begins_with_the_symptoms()
    {
        var content = TestContent.Site(TestContent.Article()) with { Symptoms = [Heartburn] };

        var page = Render<LearnIndex>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal(["By symptom", "The basics"], page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal("/symptoms/heartburn", page.Find(".browse__list a").GetAttribute("href"));
    }

    [Fact]
    public void Learn_shows_the_first_figure_of_an_article_as_a_picture_that_is_read_to_nobody()
    {
        var content = TestContent.Site(TestContent.Article() with { Figures = ["wheel", "plate"] }) with
        {
            Figures = new Dictionary<string, string> { ["wheel"] = "<svg id=\"w\"></svg>", ["plate"] = "<svg id=\"p\"></svg>" },
        };

        var page = Render<LearnIndex>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal("true", page.Find(".pictures__figure").GetAttribute("aria-hidden"));
        Assert.Equal("w", Assert.Single(page.FindAll(".pictures svg")).Id);
        Assert.Equal("Stress", page.Find(".pictures a").TextContent);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(220, 1)]
    [InlineData(1100, 5)]
    public void A_described_page_says_how_many_minutes_it_takes(int words, int minutes)
    {
        var article = TestContent.Article() with { PlainText = string.Join(' ', Enumerable.Repeat("word", words)) };

        var list = Render<PageList>(parameters => parameters.Add(p => p.Articles, [article]).Add(p => p.Described, true));

        Assert.Equal($"{minutes} min", list.Find(".page-list__time").TextContent);
    }

    [Fact]
    public void A_search_that_finds_nothing_says_so_and_offers_the_symptoms()
    {
        var page = Render<SearchPage>(parameters => parameters.Add(p => p.Results, SearchResults.None("qqq")).Add(p => p.Symptoms, [Heartburn]));

        Assert.Equal("Nothing found", page.Find("h2").TextContent);
        Assert.Contains(page.FindAll("a"), link => link.GetAttribute("href") == "/symptoms/heartburn");
    }

    [Fact]
    public void A_page_made_of_questions_tells_search_engines_each_with_its_answer_in_plain_words()
    {
        var article = TestContent.Article(html: """
            <section class="box box--question"><h2>Is it <em>real</em>?</h2><p>Yes &amp; no<sup class="cite"><a id="cite-1a" href="#source-1" aria-label="Source 1">1</a></sup>&nbsp;<a class="grade grade--b" href="/evidence-grades#b"><span class="visually-hidden">Evidence grade </span>B</a>. <a href="/learn/stress">More</a>.</p></section>
            """);

        using var data = JsonDocument.Parse(StructuredData.Of(article, SiteAddress.Local)!);

        var question = Assert.Single(data.RootElement.GetProperty("mainEntity").EnumerateArray());
        Assert.Equal("FAQPage", data.RootElement.GetProperty("@type")[1].GetString());
        Assert.Equal("Is it real?", question.GetProperty("name").GetString());
        Assert.Equal("Yes & no. More.", question.GetProperty("acceptedAnswer").GetProperty("text").GetString());
    }

    [Fact]
    public void A_page_with_a_question_beside_its_headings_is_no_list_of_questions()
    {
        var article = TestContent.Article(html: "<h2 id=\"a\">A</h2><section class=\"box box--question\"><h3>Why?</h3><p>So.</p></section>") with
        {
            Headings = [new ArticleHeading("a", "A")],
        };

        Assert.DoesNotContain("FAQPage", StructuredData.Of(article, SiteAddress.Local), StringComparison.Ordinal);
    }
}
