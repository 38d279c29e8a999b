using System.Net;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Somebody without script begins the consultation from the page of a symptom, on a site with a small content.</summary>
public sealed class SymptomStartTests : IDisposable
{
    private const string From = "/consultation/from";
    private const string Note = "You came with this";

    private static readonly (string, string) BellyPain = ("symptom", "belly-pain");

    private readonly SampleContent _content = new();
    private readonly SiteFactory _site;

    public SymptomStartTests() => _site = new SiteFactory { Settings = { [ContentDirectory.Setting] = _content.Root } };

    [Fact]
    public async Task The_page_of_a_symptom_is_finished_bytes_with_a_form_and_neither_cookie_nor_token()
    {
        using var response = await _site.Visitor().GetAsync("/symptoms/belly-pain");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<form class=\"panel symptom-start\" method=\"post\" action=\"{From}\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"symptom\" value=\"belly-pain\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.True(response.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task The_form_opens_the_start_page_which_asks_for_consent_before_anything_is_kept()
    {
        var visitor = await FromAsync(BellyPain);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("You come from the page “Belly pain”.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"consent\"", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("<title>Free consultation | GutGuide</title>", visitor.Page, StringComparison.Ordinal);
        Assert.Equal("/consultation", (await visitor.OpenAsync("/consultation/q/gut")).Address.Split('?')[0]);
    }

    [Fact]
    public async Task The_box_of_the_symptom_stands_ticked_where_its_question_comes_and_says_why()
    {
        var visitor = await AtGutAsync();

        Assert.Equal("/consultation/q/gut", visitor.Address);
        Assert.Equal(["pain"], Ticked(visitor));
        Assert.Contains($"{Note}, so it's ticked: “Belly pain”. Change it if it doesn't fit.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_stands_on_no_other_question()
    {
        var visitor = await AgreedAsync();

        Assert.Equal("/consultation/q/who", visitor.Address);
        Assert.DoesNotContain(Note, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_ticked_and_never_sent_is_no_answer()
    {
        var visitor = await AtGutAsync();

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/q/gut", visitor.Address);
    }

    [Fact]
    public async Task Whoever_changes_the_ticked_box_finds_their_own_answer_afterwards()
    {
        var visitor = await AtGutAsync();

        await visitor.AnswerAsync(("gut", "none"));
        await visitor.OpenAsync("/consultation/q/gut");

        Assert.Equal(["none"], Ticked(visitor));
        Assert.DoesNotContain(Note, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_the_page_says_so_and_the_symptom_is_not_lost()
    {
        var visitor = await FromAsync(BellyPain);

        await visitor.SendAsync("/consultation", BellyPain);

        Assert.Contains("Please tick the box if you agree.", visitor.Text, StringComparison.Ordinal);
        await visitor.SendAsync("/consultation", BellyPain, ("consent", "yes"));
        await visitor.AnswerAsync(("who", "adult"), ("age", "35"));
        Assert.Equal(["pain"], Ticked(visitor));
    }

    [Theory]
    [InlineData("no-such-symptom")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task A_symptom_that_there_is_not_opens_the_plain_start_page(string symptom)
    {
        var visitor = await FromAsync(("symptom", symptom));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain("You come from", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_again_by_its_address_the_page_is_the_start_page()
    {
        var visitor = await new FormVisitor(_site.Visitor()).OpenAsync(From);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("name=\"consent\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_symptom_is_in_no_address_on_the_way()
    {
        var browser = _site.Visitor();
        var visitor = await new FormVisitor(browser).OpenAsync(From);
        using var started = await visitor.PostAsync("/consultation", ("__RequestVerificationToken", visitor.Token()), BellyPain, ("consent", "yes"));

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Equal("/consultation/q/who", started.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_symptom_is_listed_and_in_the_site_map_and_the_feed_and_its_old_addresses_lead_to_it()
    {
        var browser = _site.Visitor();

        Assert.Contains("href=\"/symptoms/belly-pain\"", await browser.GetStringAsync("/symptoms"), StringComparison.Ordinal);
        Assert.Contains("/symptoms/belly-pain</loc>", await browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("/symptoms/belly-pain#change-1", await browser.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
        foreach (var alias in new[] { "/symptoms/tummy-ache", "/learn/belly" })
        {
            using var moved = await browser.GetAsync(alias);
            Assert.Equal((HttpStatusCode.MovedPermanently, "/symptoms/belly-pain"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        }
    }

    [Fact]
    public async Task A_symptom_is_found_by_search_and_links_to_its_related_articles()
    {
        var browser = _site.Visitor();

        Assert.Contains("href=\"/symptoms/belly-pain\"", await browser.GetStringAsync("/search?q=belly+pain"), StringComparison.Ordinal);
        Assert.Contains("href=\"/learn/stress\"", await browser.GetStringAsync("/symptoms/belly-pain"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    private async Task<FormVisitor> FromAsync((string, string) symptom)
    {
        var visitor = new FormVisitor(_site.Visitor());
        return await visitor.SendAsync(From, symptom);
    }

    private async Task<FormVisitor> AgreedAsync()
    {
        var visitor = await FromAsync(BellyPain);
        return await visitor.SendAsync("/consultation", BellyPain, ("consent", "yes"));
    }

    private async Task<FormVisitor> AtGutAsync()
    {
        var visitor = await AgreedAsync();
        return await visitor.AnswerAsync(("who", "adult"), ("age", "35"));
    }

    private static string[] Ticked(FormVisitor visitor) =>
    [
        .. visitor.Page.Split("<input").Where(input => input.Contains("type=\"checkbox\"", StringComparison.Ordinal) && input.Split('>')[0].Contains(" checked", StringComparison.Ordinal))
            .Select(input => input.Split("value=\"")[1].Split('"')[0]),
    ];
}
