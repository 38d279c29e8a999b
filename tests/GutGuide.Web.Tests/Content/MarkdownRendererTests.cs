using GutGuide.Web.Content;
using GutGuide.Web.Content.Dialect;

namespace GutGuide.Web.Tests.Content;

public class MarkdownRendererTests
{
    [Fact]
    public void Sources_are_numbered_by_first_mention()
    {
        var page = MarkdownPage.Rendered("One [@s006]. Two [@s001, @s006].");

        Assert.Equal(["s006", "s001"], page.Citations);
        Assert.Equal(
            """
            <p>One<sup class="cite"><a id="cite-1a" href="#source-1" aria-label="Source 1">1</a></sup>. Two<sup class="cite"><a id="cite-2a" href="#source-2" aria-label="Source 2">2</a>, <a id="cite-1b" href="#source-1" aria-label="Source 1">1</a></sup>.</p>
            """,
            page.Html.TrimEnd());
    }

    [Fact]
    public void The_twenty_seventh_mention_of_a_source_has_an_id_of_its_own()
    {
        var html = MarkdownPage.Html(string.Concat(Enumerable.Repeat("More [@s001]. ", 27)));

        Assert.Contains("id=\"cite-1z\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"cite-1aa\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_at_sign_elsewhere_stays_text()
    {
        var html = MarkdownPage.Html("Write to [me@here] or @s001.");

        Assert.Equal("<p>Write to [me@here] or @s001.</p>", html);
    }

    [Fact]
    public void A_citation_that_is_not_closed_stays_text()
    {
        var html = MarkdownPage.Html("A claim [@s001 and more.");

        Assert.Equal("<p>A claim [@s001 and more.</p>", html);
    }

    [Theory]
    [InlineData("A", "a")]
    [InlineData("X", "x")]
    public void A_grade_links_to_its_meaning(string grade, string letter)
    {
        var html = MarkdownPage.Html($"It can {{grade={grade}}}.");

        Assert.Equal(
            $"<p>It can <a class=\"grade grade--{letter}\" href=\"/evidence-grades#{letter}\"><span class=\"visually-hidden\">Evidence grade </span>{grade}</a>.</p>",
            html);
    }

    [Fact]
    public void A_grade_stays_on_the_line_of_its_citation()
    {
        var html = MarkdownPage.Html("It can [@s001]{grade=B}.");

        Assert.StartsWith("<p>It can<span class=\"unbroken\"><sup class=\"cite\">", html, StringComparison.Ordinal);
        Assert.Contains("</sup>&nbsp;<a class=\"grade grade--b\"", html, StringComparison.Ordinal);
        Assert.EndsWith("B</a></span>.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_general_mark_renders_nothing()
    {
        var html = MarkdownPage.Html("Food causes fullness. {general}");

        Assert.Equal("<p>Food causes fullness. </p>", html);
    }

    [Fact]
    public void Braces_that_mean_nothing_stay_text()
    {
        var html = MarkdownPage.Html("A {curly} word.");

        Assert.Equal("<p>A {curly} word.</p>", html);
    }

    [Fact]
    public void Raw_html_is_shown_and_not_obeyed()
    {
        var html = MarkdownPage.Html("Hello <script>alert(1)</script> <b>you</b>");

        Assert.Equal("<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;you&lt;/b&gt;</p>", html);
    }

    [Fact]
    public void Second_level_headings_make_the_contents_list()
    {
        var page = MarkdownPage.Rendered("## What it is, and isn't [@s001]\n\n### Deeper\n\n## What it is, and isn't");

        Assert.Equal(
            [new ArticleHeading("what-it-is-and-isnt", "What it is, and isn't"), new ArticleHeading("what-it-is-and-isnt-1", "What it is, and isn't")],
            page.Headings);
        Assert.Contains("<h3 id=\"deeper\">Deeper</h3>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_scroll_by_themselves_and_name_their_rows_and_columns()
    {
        var html = MarkdownPage.Html("## Foods\n\n| Food | Proof |\n|---|:-:|\n| Oats | Good |\n");

        Assert.EndsWith(
            "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"Table: Foods\"><table><thead><tr><th scope=\"col\">Food</th><th scope=\"col\">Proof</th></tr></thead><tbody><tr><th scope=\"row\">Oats</th><td>Good</td></tr></tbody></table></section>",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tables_under_one_heading_have_two_names()
    {
        const string Table = "| A | B |\n|---|---|\n| 1 | 2 |\n\n";

        var html = MarkdownPage.Html(Table + "Text.\n\n" + Table);

        Assert.Contains("aria-label=\"Table: The page\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Table 2: The page\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_corner_cell_is_no_heading()
    {
        var html = MarkdownPage.Html("| | B |\n|---|---|\n| 1 | 2 |\n");

        Assert.Contains("<thead><tr><td></td><th scope=\"col\">B</th></tr></thead>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_style_attribute_is_ever_written()
    {
        var html = MarkdownPage.Html("| A | B |\n|:--|--:|\n| 1 | 2 |\n\n1. one\n\n> quote\n\n![x](y.png)");

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_nested_without_end_renders_nothing()
    {
        var page = MarkdownPage.Rendered(new string('>', 5000) + " deep");

        Assert.Equal("", page.Html);
    }

    [Fact]
    public void Prose_has_no_numbers_and_no_explained_terms()
    {
        var html = MarkdownRenderer.RenderProse("About zonulin [@s001].\n");

        Assert.Equal("<p>About zonulin .</p>\n", html);
    }
}
