using System.Net;
using System.Text.RegularExpressions;
using GutGuide.Web.Security;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Going on elsewhere with a code, by posted forms on the whole site.</summary>
public sealed partial class ResumeTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/consultation/resume";
    private const string NeverMade = "7K2M-9PQR-0123-ABCD";

    [Fact]
    public async Task A_code_leads_another_browser_to_the_very_page_where_the_first_one_was()
    {
        var first = await new FormVisitor(Browser("203.0.113.1")).StartAsync();
        await first.AnswerAsync(("who", "adult"));
        var left = first.Address;
        var code = await CodeAsync(first);

        var other = await EnterAsync(new FormVisitor(Browser("203.0.113.2")), code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        Assert.Equal(left, other.Address);
        await other.OpenAsync("/consultation/q/start");
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", other.Page);
    }

    [Fact]
    public async Task A_code_leads_to_the_result_once_there_is_one_and_the_first_browser_keeps_it_too()
    {
        var first = await site.AnsweredByAsync(Persona.AllWell);
        var code = await CodeAsync(first);

        var other = await EnterAsync(new FormVisitor(Browser("203.0.113.3")), code);

        Assert.Equal("/consultation/result", other.Address);
        Assert.Equal("/consultation/result", (await first.OpenAsync("/consultation/result")).Address);
    }

    [Fact]
    public async Task A_code_stands_in_no_address_and_is_shown_only_once()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell);
        var code = await CodeAsync(visitor);

        Assert.Equal(Address, visitor.Address);
        await visitor.OpenAsync(Address);

        Assert.DoesNotContain(code, visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_says_so_on_the_same_page_and_keeps_what_was_typed()
    {
        var visitor = await EnterAsync(new FormVisitor(Browser("203.0.113.4")), NeverMade);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("No answers belong to this code.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{NeverMade}\"", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Please type your code.")]
    [InlineData("too short", "A code has 16 letters and digits")]
    [InlineData("<script>alert(1)</script>", "A code has 16 letters and digits")]
    public async Task What_is_no_code_is_told_what_a_code_is(string typed, string message)
    {
        var visitor = await EnterAsync(new FormVisitor(Browser("203.0.113.5")), typed);

        Assert.Contains(message, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_used_after_forgetting_finds_nothing()
    {
        var first = await site.AnsweredByAsync(Persona.AllWell);
        var code = await CodeAsync(first);
        await first.OpenAsync("/consultation/result");
        await first.SendAsync("/consultation/forget");

        var other = await EnterAsync(new FormVisitor(Browser("203.0.113.6")), code);

        Assert.Contains("No answers belong to this code.", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_consultation_there_is_no_code_to_get()
    {
        var visitor = await new FormVisitor(Browser("203.0.113.7")).OpenAsync(Address);

        await visitor.SendAsync(Address, ("_handler", "make"));

        Assert.StartsWith("/consultation?", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_tries_within_a_minute_a_client_is_told_to_wait_and_the_page_can_still_be_read()
    {
        var visitor = new FormVisitor(Browser("203.0.113.8"));
        for (var tries = 0; tries < RateLimits.ResumesPerMinute; tries++)
        {
            await EnterAsync(visitor, NeverMade);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }

        await EnterAsync(visitor, NeverMade);
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Too many tries", visitor.Text, StringComparison.Ordinal);

        await visitor.OpenAsync(Address);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private static async Task<FormVisitor> EnterAsync(FormVisitor visitor, string code)
    {
        await visitor.OpenAsync(Address);
        return await visitor.SendAsync(Address, ("_handler", "enter"), ("code", code));
    }

    private static async Task<string> CodeAsync(FormVisitor visitor)
    {
        await visitor.OpenAsync(Address);
        await visitor.SendAsync(Address, ("_handler", "make"));
        return ShownCode().Match(visitor.Page).Groups[1].Value;
    }

    private HttpClient Browser(string address)
    {
        var browser = site.Visitor();
        browser.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        return browser;
    }

    [GeneratedRegex("class=\"code\">([0-9A-Z-]{19})<")]
    private static partial Regex ShownCode();
}
