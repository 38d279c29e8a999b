using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Security;

/// <summary>What somebody might send who does not use the forms as they are.</summary>
public sealed class HostileInputTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string TokenField = "__RequestVerificationToken";
    private const string Script = "<script>alert('gut')</script>";

    [Theory]
    [InlineData(Script)]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE Consultations; --")]
    [InlineData("\u202e\ud7ff\uffff\u0007")]
    [InlineData("-999999999999999999999")]
    public async Task No_field_of_any_page_takes_it_or_gives_it_back_raw(string hostile)
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var token = visitor.Token();

        foreach (var page in ShippedContent.Ruleset.Questionnaire.Pages)
        {
            var fields = page.Items.Select(item => (item.LinkId, hostile)).Append((TokenField, token)).Append((hostile, hostile));
            using var answer = await visitor.PostAsync($"/consultation/q/{page.Id}", [.. fields]);
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{page.Id} was answered {(int)answer.StatusCode}.");
        }

        await visitor.OpenAsync("/consultation/q/start");
        await visitor.AnswerAsync(("who", hostile));
        Assert.Contains("That is not one of the choices.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", visitor.Page, StringComparison.Ordinal);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        Assert.True(await db.Consultations.AnyAsync());
    }

    [Theory]
    [InlineData("/consultation/q/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/consultation/q/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/consultation/q/start'%20OR%20'1'='1")]
    [InlineData("/consultation?notice=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/search?q=%22%20OR%20NEAR(%20*%20%00")]
    [InlineData("/learn/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/%FF%FE")]
    public async Task No_address_is_answered_with_a_fault_or_with_script(string address)
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        await visitor.OpenAsync(address);

        Assert.InRange((int)visitor.Status, 200, 404);
        Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_form_token_is_refused_with_a_page_that_leads_on()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var token = visitor.Token();
        var changed = token[..20] + (token[20] == 'A' ? 'B' : 'A') + token[21..];

        using var answer = await visitor.PostAsync(visitor.Address, (TokenField, changed), ("who", "adult"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>That did not go through</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_form_token_is_refused()
    {
        var other = await new FormVisitor(site.Visitor()).StartAsync();
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        using var answer = await visitor.PostAsync(visitor.Address, (TokenField, other.Token()), ("who", "adult"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("gutguide=")]
    [InlineData("gutguide=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gutguide=' OR ''='")]
    [InlineData("gutguide=%00%ff; gutguide-form=not-a-token")]
    public async Task A_cookie_that_is_not_ours_opens_nothing(string cookie)
    {
        var browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        Assert.True(browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie));

        var visitor = await new FormVisitor(browser).OpenAsync("/consultation/result");

        Assert.StartsWith("/consultation?", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_a_consultation_is_given_to_nobody()
    {
        var before = await IdsAsync();
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var id = (await IdsAsync()).Except(before).Single();

        await visitor.AnswerAsync(("who", "adult"));

        Assert.DoesNotContain(id.ToString("D"), visitor.Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(id.ToString("N"), visitor.Page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_elses_id_in_a_form_changes_nothing_of_theirs()
    {
        var before = await IdsAsync();
        var other = await new FormVisitor(site.Visitor()).StartAsync();
        var theirs = (await IdsAsync()).Except(before).Single();
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        await visitor.AnswerAsync(("who", "adult"), ("ConsultationId", $"{theirs}"), ("id", $"{theirs}"));
        await other.OpenAsync("/consultation/q/start");

        Assert.DoesNotContain("checked", other.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_sent_twice_counts_once()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var token = visitor.Token();

        using var first = await visitor.PostAsync(visitor.Address, (TokenField, token), ("who", "adult"));
        using var second = await visitor.PostAsync(visitor.Address, (TokenField, token), ("who", "adult"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_page_sent_again_after_forgetting_brings_nothing_back()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var (question, token) = (visitor.Address, visitor.Token());
        await visitor.AnswerAsync(("who", "adult"));
        await visitor.OpenAsync("/consultation");
        await visitor.SendAsync("/consultation/forget");
        var kept = await IdsAsync();

        using var replayed = await visitor.PostAsync(question, (TokenField, token), ("who", "adult"));

        Assert.Equal("/consultation?notice=gone", replayed.Headers.Location?.OriginalString);
        Assert.Equal(kept, await IdsAsync());
    }

    [Theory]
    [InlineData("application/json", "{\"who\":\"adult\"}")]
    [InlineData("text/plain", "who=adult")]
    [InlineData("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")]
    [InlineData("multipart/form-data", "who=adult")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense")]
    [InlineData("application/x-www-form-urlencoded", "%%%&=&&who[]=%zz")]
    [InlineData("application/x-www-form-urlencoded", "who=%00")]
    public async Task A_body_that_is_no_form_of_ours_is_refused(string type, string body)
    {
        var browser = site.Visitor();
        await new FormVisitor(browser).StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await browser.PostAsync("/consultation/q/start", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_of_ours_is_refused()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var many = Enumerable.Range(0, 300).Select(number => ($"field-{number}", "x")).Prepend((TokenField, visitor.Token()));

        using var answer = await visitor.PostAsync(visitor.Address, [.. many]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<List<Guid>> IdsAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        return await db.Consultations.Select(row => row.Id).OrderBy(id => id).ToListAsync();
    }
}
