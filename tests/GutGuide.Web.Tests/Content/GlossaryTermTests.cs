namespace GutGuide.Web.Tests.Content;

public class GlossaryTermTests
{
    [Fact]
    public void A_term_is_explained_at_first_use_only()
    {
        var page = MarkdownPage.Rendered("About zonulin. More zonulin.");

        Assert.Equal("<p>About <span class=\"unbroken\"><button type=\"button\" class=\"term\" popovertarget=\"term-zonulin\">zonulin</button>.</span> More zonulin.</p>", page.Html.TrimEnd());
        Assert.Equal("zonulin", Assert.Single(page.Terms).Id);
    }

    [Theory]
    [InlineData("Pills (zonulin) work", "Pills <span class=\"unbroken\">(", ")</span> work")]
    [InlineData("*Zonulin*, too", "<em>", "</em>, too")]
    [InlineData("No zonulin at all", "No ", " at all")]
    public void The_signs_around_a_term_stay_on_its_line(string markdown, string before, string after)
    {
        var html = MarkdownPage.Html(markdown);

        Assert.Contains($"{before}<button", html, StringComparison.Ordinal);
        Assert.Contains($"</button>{after}", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zonulins rise.", "Zonulins")]
    [InlineData("(zonulin)", "zonulin")]
    [InlineData("Hashimoto\u2019s is one.", "Hashimoto\u2019s")]
    [InlineData("A *zonulin* kit.", "zonulin")]
    [InlineData("- zonulin", "zonulin")]
    [InlineData("| A | B |\n|---|---|\n| x | zonulin |", "zonulin")]
    [InlineData("Low-FODMAP diet first.", "Low-FODMAP diet")]
    [InlineData("A FIT test.", "FIT")]
    [InlineData("Celiac disease", "Celiac disease")]
    public void A_term_is_found_as_whole_words(string markdown, string words)
    {
        var html = MarkdownPage.Html(markdown);

        Assert.Contains($">{words}</button>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prezonulin and zonuline")]
    [InlineData("a gluten-free diet")]
    [InlineData("non-gluten food")]
    [InlineData("a good fit for Fit people")]
    [InlineData("igg in small letters")]
    [InlineData("## Zonulin")]
    [InlineData("[zonulin](/learn/zonulin)")]
    [InlineData("| Zonulin | B |\n|---|---|\n| x | y |")]
    [InlineData(":::figure wheel\nA zonulin wheel.\n:::")]
    [InlineData(":::question What is zonulin?\nSomething.\n:::")]
    [InlineData("`zonulin`")]
    public void A_term_is_not_explained_where_it_is_no_word_of_the_text(string markdown)
    {
        var page = MarkdownPage.Rendered(markdown);

        Assert.Empty(page.Terms);
        Assert.DoesNotContain("<button", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_term_wins()
    {
        var page = MarkdownPage.Rendered("Bile acid diarrhea comes from bile.");

        Assert.Equal(["bile-acid-diarrhea", "bile"], page.Terms.Select(term => term.Id));
    }

    [Fact]
    public void Terms_stand_in_order_of_first_use()
    {
        var page = MarkdownPage.Rendered("Gluten and zonulin.\n\nIgG.");

        Assert.Equal(["gluten", "zonulin", "igg"], page.Terms.Select(term => term.Id));
    }
}
