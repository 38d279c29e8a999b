using System.Net;
using GutGuide.Web.Features.Editing.Desk;
using GutGuide.Web.Features.Editing.Desk.Serving;
using GutGuide.Web.Security;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Editing;

public sealed class EditorAccessTests(EditorAccessTests.LockedSite locked) : IClassFixture<EditorAccessTests.LockedSite>
{
    private const string Secret = "a long secret for editors";

    [Fact]
    public async Task In_production_without_a_secret_there_is_no_desk()
    {
        using var site = new SiteFactory();
        var browser = site.Visitor();

        foreach (var address in new[] { "/editor", "/editor/rules", "/editor/suggestions/sg-walk", "/editor/preview", "/editor/effect", "/editor/questionnaire" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Without_the_secret_every_page_of_the_desk_is_a_closed_door()
    {
        var browser = locked.Site.Visitor();

        foreach (var address in new[] { "/editor", "/editor/rules", "/editor/suggestions/sg-walk", "/editor/preview", "/editor/effect", "/editor/questionnaire" })
        {
            using var answer = await browser.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("The editors’ secret", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("Walk gently", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_secret_opens_the_desk_until_it_is_left()
    {
        var editor = From("203.0.113.21");
        await editor.OpenAsync("/editor");

        await editor.SendAsync(EditorEndpoints.Enter, (EditorEndpoints.SecretField, Secret));
        var inside = editor.Text;
        await editor.SendAsync("/editor/leave");
        await editor.OpenAsync("/editor");

        Assert.Contains("All content", inside, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a long secret for editor")]
    [InlineData("A long secret for editors")]
    public async Task Anything_but_the_secret_is_refused(string typed)
    {
        var editor = From("203.0.113.22");
        await editor.OpenAsync("/editor");

        await editor.SendAsync(EditorEndpoints.Enter, (EditorEndpoints.SecretField, typed));

        Assert.Contains("That is not the secret", editor.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
    }

    [Fact]
    public async Task The_cookie_is_strict_and_holds_no_secret()
    {
        var browser = locked.Site.Visitor();
        var editor = await new FormVisitor(browser).OpenAsync("/editor");

        using var answer = await editor.PostAsync(EditorEndpoints.Enter, ("__RequestVerificationToken", editor.Token()), (EditorEndpoints.SecretField, Secret));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("gutguide-editor=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("gutguide-editor=")]
    [InlineData("gutguide-editor=00")]
    [InlineData("gutguide-editor=a long secret for editors")]
    public async Task A_made_up_cookie_opens_nothing(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/editor");
        request.Headers.Add("Cookie", cookie);

        using var answer = await locked.Site.CreateDefaultClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_ticket_ends_after_a_day_of_work()
    {
        using var own = new LockedSite();
        var cookie = await EnterAsync(own.Site);
        var before = await StatusAsync(own.Site, cookie);

        own.Site.Clock.Advance(TimeSpan.FromHours(9));

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(own.Site, cookie));
    }

    [Fact]
    public async Task A_copied_ticket_is_worthless_once_the_desk_is_left()
    {
        var editor = From("203.0.113.25");
        await editor.OpenAsync("/editor");
        using var answer = await editor.PostAsync(EditorEndpoints.Enter, ("__RequestVerificationToken", editor.Token()), (EditorEndpoints.SecretField, Secret));
        var copied = CookieOf(answer);
        await editor.OpenAsync("/editor");
        var before = await StatusAsync(locked.Site, copied);

        await editor.SendAsync("/editor/leave");

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(locked.Site, copied));
    }

    [Fact]
    public async Task Who_tries_cookie_after_cookie_has_to_wait()
    {
        using var own = new LockedSite();
        var tries = new List<HttpStatusCode>();
        for (var guess = 0; guess <= RateLimits.ResumesPerMinute; guess++)
        {
            tries.Add(await StatusAsync(own.Site, $"gutguide-editor=guess{guess}"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, tries[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, tries[^1]);
    }

    [Fact]
    public async Task Entering_without_a_token_of_ours_is_refused()
    {
        using var answer = await From("203.0.113.23").PostAsync(EditorEndpoints.Enter, (EditorEndpoints.SecretField, Secret));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_tries_secret_after_secret_has_to_wait()
    {
        var guesser = From("203.0.113.24");
        await guesser.OpenAsync("/editor");
        var token = guesser.Token();
        for (var guess = 0; guess < RateLimits.ResumesPerMinute; guess++)
        {
            (await guesser.PostAsync(EditorEndpoints.Enter, ("__RequestVerificationToken", token), (EditorEndpoints.SecretField, $"guess {guess}"))).Dispose();
        }

        using var answer = await guesser.PostAsync(EditorEndpoints.Enter, ("__RequestVerificationToken", token), (EditorEndpoints.SecretField, Secret));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task No_page_of_the_desk_is_kept_or_listed()
    {
        var browser = locked.Site.Visitor();

        using var answer = await browser.GetAsync("/editor");
        var sitemap = await browser.GetStringAsync("/sitemap.xml");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("/editor", sitemap, StringComparison.Ordinal);
    }

    private static async Task<string> EnterAsync(SiteFactory site)
    {
        var editor = await new FormVisitor(site.Visitor()).OpenAsync("/editor");
        using var answer = await editor.PostAsync(EditorEndpoints.Enter, ("__RequestVerificationToken", editor.Token()), (EditorEndpoints.SecretField, Secret));
        return CookieOf(answer);
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("gutguide-editor=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<HttpStatusCode> StatusAsync(SiteFactory site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/editor");
        request.Headers.Add("Cookie", cookie);
        using var answer = await site.CreateDefaultClient().SendAsync(request);
        return answer.StatusCode;
    }

    private FormVisitor From(string address)
    {
        var browser = locked.Site.Visitor();
        browser.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        return new FormVisitor(browser);
    }

    /// <summary>A site with a secret for editors.</summary>
    public sealed class LockedSite : IDisposable
    {
        public LockedSite() => Site.Settings[EditorAccess.Setting] = Secret;

        public SiteFactory Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
