using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Publishing;

namespace GutGuide.Web.Tests.Reading;

public class SiteDocumentTests
{
    [Fact]
    public async Task A_page_describes_itself()
    {
        var document = await DocumentOfAsync(TestContent.Article());

        Assert.Equal("Stress | GutGuide", document.Title);
        Assert.Equal("en-US", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("What is known about stress.", Attribute(document, "meta[name=description]", "content"));
        Assert.Equal("https://gut.test/learn/stress", Attribute(document, "link[rel=canonical]", "href"));
        Assert.Equal("https://gut.test/learn/stress", Attribute(document, "meta[property='og:url']", "content"));
        Assert.Equal("article", Attribute(document, "meta[property='og:type']", "content"));
        Assert.StartsWith("https://gut.test/assets/social.", Attribute(document, "meta[property='og:image']", "content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_holds_no_script_and_no_inline_style()
    {
        var document = await DocumentOfAsync(TestContent.Article());

        Assert.All(document.Scripts, script => Assert.Equal("application/ld+json", script.Type));
        Assert.Empty(document.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_main_part()
    {
        var document = await DocumentOfAsync(TestContent.Article());

        var link = document.Body!.FirstElementChild!;
        Assert.Equal("#main", link.GetAttribute("href"));
        Assert.Equal("MAIN", document.GetElementById("main")!.TagName);
    }

    [Fact]
    public async Task Search_engines_learn_when_a_page_was_reviewed_but_of_no_reviewer()
    {
        var data = await DataOfAsync(TestContent.Article());

        Assert.Equal("MedicalWebPage", data.GetProperty("@type").GetString());
        Assert.Equal("2026-03-01", data.GetProperty("lastReviewed").GetString());
        Assert.False(data.TryGetProperty("reviewedBy", out _));
    }

    [Fact]
    public async Task Search_engines_learn_who_reviewed_a_page()
    {
        var data = await DataOfAsync(TestContent.Article() with { Reviewer = "Dr. Ada Weber" });

        Assert.Equal("Dr. Ada Weber", data.GetProperty("reviewedBy").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_title_cannot_break_out_of_the_data()
    {
        var data = await DataOfAsync(TestContent.Article(title: "</script><script>alert(1)</script>"));

        Assert.Equal("</script><script>alert(1)</script>", data.GetProperty("name").GetString());
    }

    private static async Task<JsonElement> DataOfAsync(Article article)
    {
        var document = await DocumentOfAsync(article);
        return JsonDocument.Parse(Assert.Single(document.Scripts).Text).RootElement;
    }

    private static async Task<IDocument> DocumentOfAsync(Article article)
    {
        await using var site = await PublishedSite.StartAsync(TestContent.Site(article));
        return new HtmlParser().ParseDocument(await site.ReadAsync(article.Address));
    }

    private static string? Attribute(IDocument document, string selector, string name) => document.QuerySelector(selector)?.GetAttribute(name);
}
