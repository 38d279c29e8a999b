using GutGuide.Web.Content;
using GutGuide.Web.Search;
using GutGuide.Web.Tests.Reading;

namespace GutGuide.Web.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public SearchIndexTests() => _index.Rebuild(Content(
        Page("stress", "Stress and the gut", "Stress can loosen the lining for hours. Bloating is common."),
        Page("fiber", "Fiber feeds microbes", "Fiber is fermented. Permeability was measured in two trials."),
        Page("celiac", "Testing for celiac disease", "Keep eating gluten until the test is done. Blood is taken once.")));

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("bloating", "/learn/stress")]
    [InlineData("BLOATING", "/learn/stress")]
    [InlineData("bloated", "/learn/stress")]
    [InlineData("bloa", "/learn/stress")]
    [InlineData("blóating", "/learn/stress")]
    [InlineData("BLOA\u0301TING", "/learn/stress")]
    [InlineData("how is permeability measured", "/learn/fiber")]
    [InlineData("gluten test", "/learn/celiac")]
    public void What_holds_every_word_or_its_beginning_is_found(string typed, string address)
    {
        var results = _index.Find(typed);

        Assert.Equal(address, Assert.Single(results.Pages).Address);
        Assert.Null(results.ReadAs);
        Assert.False(results.IsPartial);
    }

    [Theory]
    [InlineData("permiability", "permeability")]
    [InlineData("premeability", "permeability")]
    [InlineData("coeliac", "celiac")]
    [InlineData("fibre", "fiber")]
    [InlineData("pérmiability", "permeability")]
    [InlineData("bloatng", "bloating")]
    [InlineData("glutne tset", "gluten test")]
    public void A_slip_of_the_keyboard_finds_the_nearest_word(string typed, string meant)
    {
        var results = _index.Find(typed);

        Assert.Equal(meant, results.ReadAs);
        Assert.Single(results.Pages);
    }

    [Fact]
    public void The_beginning_of_a_word_may_hold_a_slip_too()
    {
        var results = _index.Find("permiab");

        Assert.Equal("/learn/fiber", Assert.Single(results.Pages).Address);
    }

    [Fact]
    public void A_word_in_the_title_counts_more_than_one_in_the_text()
    {
        _index.Rebuild(Content(
            Page("a", "Sleep", "Stress, stress and more stress make sleep worse."),
            Page("b", "Stress", "It keeps people awake for many hours of the night.")));

        Assert.Equal(["/learn/b", "/learn/a"], _index.Find("stress").Pages.Select(hit => hit.Address));
    }

    [Fact]
    public void What_was_looked_for_is_marked_and_everything_else_is_text()
    {
        _index.Rebuild(Content(Page("a", "Less < more", "When 1 < 2 & \"bloating\" starts.")));

        var hit = Assert.Single(_index.Find("bloating").Pages);

        Assert.Equal("Less &lt; more", hit.TitleHtml);
        Assert.Equal("When 1 &lt; 2 &amp; &quot;<mark>bloating</mark>&quot; starts.", hit.SnippetHtml);
    }

    [Fact]
    public void Pages_with_some_of_the_words_are_better_than_none()
    {
        var results = _index.Find("gluten microbes");

        Assert.True(results.IsPartial);
        Assert.Equal(2, results.Pages.Count);
    }

    [Fact]
    public void A_word_of_the_glossary_leads_to_its_entry()
    {
        _index.Rebuild(Content() with { Glossary = [TestContent.Term("zonulin", "zonulin")] });

        Assert.Equal("/glossary#term-zonulin", Assert.Single(_index.Find("zonulin").Words).Address);
    }

    [Fact]
    public void A_sign_on_a_care_card_leads_to_the_card_on_the_help_page()
    {
        _index.Rebuild(Content(TestContent.Page("help", "Get help") with { ShowsNumbers = true, Html = "<section id=\"care-blood\">" })
            with
        { CareCards = new Dictionary<string, CareCardContent> { ["blood"] = TestContent.Card() } });

        Assert.Equal("/help#care-blood", Assert.Single(_index.Find("blood").Pages).Address);
    }

    [Fact]
    public void New_content_takes_the_place_of_the_old()
    {
        _index.Rebuild(Content(Page("sleep", "Sleep", "Sleep well.")));

        Assert.True(_index.Find("gluten").IsEmpty);
        Assert.Single(_index.Find("sleep").Pages);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("(((")]
    [InlineData("^:*+-")]
    [InlineData("\uD800\u0000\uFFFE")]
    [InlineData("🧬")]
    [InlineData("xqzzxq")]
    public void What_holds_no_known_word_finds_nothing(string? typed)
    {
        Assert.True(_index.Find(typed).IsEmpty);
    }

    [Theory]
    [InlineData("bloating\"")]
    [InlineData("bloating*")]
    [InlineData("text:bloating")]
    [InlineData("(bloating")]
    [InlineData("bloating' OR '1'='1")]
    [InlineData("bloating NOT stress")]
    [InlineData("NEAR(bloating, 2)")]
    [InlineData("blo\u0301ating")]
    public void Signs_of_a_search_language_mean_nothing(string typed)
    {
        Assert.Contains("/learn/stress", _index.Find(typed).Pages.Select(hit => hit.Address));
    }

    [Fact]
    public void A_huge_text_is_cut()
    {
        var results = _index.Find("bloating " + new string('x', 100_000));

        Assert.Equal(200, results.Query.Length);
        Assert.Single(results.Pages);
    }

    private static SiteContent Content(params Article[] articles) => TestContent.Site(articles);

    private static Article Page(string slug, string title, string text) => TestContent.Article(slug, title) with { Description = "", PlainText = text };
}
