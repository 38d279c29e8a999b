namespace GutGuide.Web.Tests.Content;

public class BoxTests
{
    [Fact]
    public void A_care_box_shows_the_card()
    {
        var html = MarkdownPage.Html("## Signs\n\n:::care blood\n:::\n");

        Assert.EndsWith(
            "<section class=\"care-card care-card--urgent\" aria-labelledby=\"care-blood\"><div class=\"care-card__head\"><p class=\"care-card__tier\">Today</p><h3 class=\"care-card__title\" id=\"care-blood\">Blood &amp; pain</h3></div><div class=\"care-card__body\"><p>Call now.</p></div></section>",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_stands_twice_has_two_ids()
    {
        var html = MarkdownPage.Html(":::care blood\n:::\n\n:::care blood\n:::\n");

        Assert.Contains("id=\"care-blood\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"care-blood-2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_card_shows_six_signs_and_opens_to_the_rest()
    {
        var html = MarkdownPage.Html(":::care-short many\n:::\n");

        Assert.Contains("<li>Sign 6</li></ul><details class=\"care-card__more\"><summary>3 more signs</summary><ul><li>Sign 7</li>", html, StringComparison.Ordinal);
        Assert.EndsWith("<li>Sign 9</li></ul></details><p>Say which.</p></div></section>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":::care-short few")]
    [InlineData(":::care many")]
    public void A_card_that_is_short_or_stands_whole_folds_nothing(string box)
    {
        var html = MarkdownPage.Html($"{box}\n:::\n");

        Assert.DoesNotContain("<details", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_card_shows_nothing()
    {
        var html = MarkdownPage.Html(":::care bloood\n:::\n");

        Assert.Equal("", html);
    }

    [Fact]
    public void An_evidence_box_has_the_title_it_was_given()
    {
        var html = MarkdownPage.Html(":::evidence What the trials found\nText.\n:::\n");

        Assert.Equal("<section class=\"box box--evidence\"><p class=\"label\">Evidence</p><h2>What the trials found</h2><p>Text.</p></section>", html);
    }

    [Fact]
    public void An_evidence_box_without_a_title_has_the_usual_one()
    {
        var html = MarkdownPage.Html(":::evidence\nText.\n:::\n");

        Assert.Contains("<h2>What the evidence says</h2>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_myth_stands_in_quotation_marks()
    {
        var html = MarkdownPage.Html(":::myth \"Zero leak is <best>\"\nNo.\n:::\n");

        Assert.Equal("<section class=\"box box--myth\"><p class=\"label\">Myth</p><h2>\u201CZero leak is &lt;best&gt;\u201D</h2><p>No.</p></section>", html);
    }

    [Theory]
    [InlineData("test-first", "Test first")]
    [InlineData("unknown", "What we do not know")]
    public void A_box_without_words_of_its_own_has_a_fixed_heading(string name, string heading)
    {
        var html = MarkdownPage.Html($":::{name}\nText.\n:::\n");

        Assert.Equal($"<section class=\"box box--{name}\"><h2>{heading}</h2><p>Text.</p></section>", html);
    }

    [Fact]
    public void A_question_is_its_own_heading()
    {
        var html = MarkdownPage.Html(":::question Can a test show it?\nNo.\n:::\n");

        Assert.Equal("<section class=\"box box--question\"><h2>Can a test show it?</h2><p>No.</p></section>", html);
    }

    [Fact]
    public void Two_views_stand_side_by_side()
    {
        var html = MarkdownPage.Html("::::two-views\n:::functional\nOne.\n:::\n:::gastro\nOther.\n:::\n::::\n");

        Assert.Equal(
            "<div class=\"two-views\"><section class=\"two-views__side two-views__side--functional\"><h2 class=\"two-views__title\">What functional medicine says</h2><p>One.</p></section><section class=\"two-views__side two-views__side--gastro\"><h2 class=\"two-views__title\">What gastroenterology says</h2><p>Other.</p></section></div>",
            html);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("## One\n\n", 3)]
    [InlineData("## One\n\n### Two\n\n", 4)]
    public void A_box_heading_is_one_below_the_heading_it_stands_under(string before, int level)
    {
        var html = MarkdownPage.Html(before + ":::unknown\nText.\n:::\n");

        Assert.Contains($"<h{level}>What we do not know</h{level}>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_is_drawn_into_the_page()
    {
        var html = MarkdownPage.Html(":::figure wheel\nThe five steps [@s001].\n:::\n");

        Assert.Equal(
            $"<figure class=\"figure\">{MarkdownPage.Figure}<figcaption><p>The five steps<sup class=\"cite\"><a id=\"cite-1a\" href=\"#source-1\" aria-label=\"Source 1\">1</a></sup>.</p></figcaption></figure>",
            html);
    }

    [Fact]
    public void A_figure_that_stands_twice_has_ids_of_its_own_each_time()
    {
        var html = MarkdownPage.Html(":::figure wheel\n:::\n\n:::figure wheel\n:::\n");

        Assert.EndsWith(
            "<svg viewBox=\"0 0 1 1\" aria-labelledby=\"wheel-title-2 wheel-desc-2\"><title id=\"wheel-title-2\">A wheel</title><desc id=\"wheel-desc-2\">Five parts.</desc><clipPath id=\"wheel-clip-2\"/><g clip-path=\"url(#wheel-clip-2)\"/><use href=\"#wheel-clip-2\"/></svg></figure>",
            html,
            StringComparison.Ordinal);
    }
}
