using GutGuide.BrowserTests.Hosting;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Reading;

/// <summary>Pages that are only read, in a real browser.</summary>
[Collection(PagesStage.Name)]
public sealed class ReadingPageTests(Stage stage)
{
    private const string Article = "/learn/what-is-leaky-gut";

    [Theory]
    [InlineData("/")]
    [InlineData("/learn")]
    [InlineData(Article)]
    [InlineData("/glossary")]
    [InlineData("/sources")]
    public Task A_reading_page_needs_no_script_no_cookie_and_no_other_host(string address) => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync(address);

        await Expect(visitor.Page.Locator("script:not([type='application/ld+json'])")).ToHaveCountAsync(0);
        Assert.Empty(visitor.Scripts);
        Assert.Empty(await visitor.CookiesAsync());
        Assert.Empty(visitor.ForeignRequests);
        Assert.Empty(visitor.Complaints);
    });

    [Theory]
    [InlineData("/")]
    [InlineData(Article)]
    public Task The_skip_link_comes_first_and_leads_into_the_page(string address) => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync(address);

        await visitor.PressAsync("Tab");
        await Expect(visitor.SkipLink).ToBeFocusedAsync();
        await Expect(visitor.SkipLink).ToBeInViewportAsync();
        await visitor.PressAsync("Enter");

        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    });

    [Fact]
    public Task An_article_without_a_list_of_contents_keeps_to_the_wide_column() => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync(Article);

        await visitor.Page.EvaluateAsync("document.querySelector('.article__aside').remove()");

        var lefts = await visitor.Page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('.article > *')].map(part => part.getBoundingClientRect().left)");
        Assert.Equal(3, lefts.Length);
        Assert.Single(lefts.Distinct());
    });

    [Fact]
    public Task Focus_moves_down_from_the_contents_to_the_text_beside_them() => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync("/help");
        var lastOfContents = visitor.Page.Locator(".article__aside a").Last;
        var bottom = await BottomAsync(lastOfContents);

        await visitor.TabToAsync(lastOfContents);
        await visitor.PressAsync("Tab");

        await Expect(visitor.Page.Locator(".article__body :focus")).ToHaveCountAsync(1);
        Assert.InRange(await BottomAsync(visitor.Page.Locator(":focus")), bottom, double.MaxValue);

        static async Task<double> BottomAsync(ILocator locator) => await locator.EvaluateAsync<double>("element => element.getBoundingClientRect().bottom + window.scrollY");
    });

    [Fact]
    public Task A_glossary_word_opens_and_closes_by_keyboard() => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync(Article);
        var word = visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First;
        var note = visitor.Page.GetByRole(AriaRole.Note).Filter(new() { Visible = true });
        await Expect(note).ToHaveCountAsync(0);

        await visitor.TabToAsync(word);
        await visitor.PressAsync("Enter");
        await Expect(note).ToBeInViewportAsync();
        await visitor.PressAsync("Escape");

        await Expect(note).ToHaveCountAsync(0);
        await Expect(word).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/learn")]
    [InlineData(Article)]
    [InlineData("/learn/the-5r-protocol")]
    [InlineData("/consultation")]
    [InlineData("/consultation/q/now-blood")]
    [InlineData("/consultation/check-answers")]
    [InlineData("/consultation/result")]
    public Task Nothing_sticks_out_sideways_on_the_narrowest_screen(string address) => stage.VisitAsync(
        Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush"),
        async visitor =>
        {
            await visitor.OpenAsync(address);

            Assert.Equal(address, visitor.Address);
            Assert.Equal(320, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        },
        new Viewing { Width = 320 });
}
