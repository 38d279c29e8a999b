using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Security;

/// <summary>Https, proxies and cookies, on a site whose public address is https and whose one proxy is 192.0.2.1.</summary>
public sealed class TransportTests(TransportTests.PublicSite @public) : IClassFixture<TransportTests.PublicSite>
{
    private const string Proxy = "192.0.2.1";

    [Theory]
    [InlineData("/")]
    [InlineData("/consultation")]
    [InlineData("/no-such-page")]
    public async Task Over_https_every_page_asks_to_be_fetched_over_https_only(string address)
    {
        using var answer = await @public.Site.VisitorOf("https://gut.test").GetAsync(address);

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task The_proxy_may_say_that_the_connection_was_encrypted()
    {
        using var answer = await AskedThrough(Proxy);

        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Anybody_else_may_not()
    {
        using var answer = await AskedThrough("198.51.100.7");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_cookies_of_a_public_site_are_locked_to_its_host_and_to_https()
    {
        var cookies = await CookiesOfAStartAsync(@public.Site.VisitorOf("https://gut.test"));

        Assert.Collection(
            cookies,
            form => Assert.StartsWith("__Host-gutguide-form=", form, StringComparison.Ordinal),
            consultation => Assert.StartsWith("__Host-gutguide=", consultation, StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_cookie_is_secure_too_where_a_proxy_has_decrypted_the_request_unannounced()
    {
        var cookies = await CookiesOfAStartAsync(@public.Site.VisitorOf("http://gut.test"));

        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8, 2001:db8::/32")]
    public void Proxies_are_addresses_and_networks(string setting)
    {
        Assert.NotNull(TrustedProxies.Read(setting));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_the_setting_no_proxy_is_trusted(string? setting)
    {
        Assert.Null(TrustedProxies.Read(setting));
    }

    [Theory]
    [InlineData("my-proxy")]
    [InlineData("10.0.0.0/99")]
    public void A_proxy_that_is_no_address_stops_the_start(string setting)
    {
        var fault = Assert.Throws<SettingException>(() => TrustedProxies.Read(setting));

        Assert.Contains($"GutGuide:TrustedProxies holds \"{setting}\"", fault.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskedThrough(string address)
    {
        var browser = @public.Site.VisitorOf("http://gut.test");
        browser.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.20");
        return await browser.GetAsync("/");
    }

    /// <summary>The Set-Cookie lines of opening the first page and agreeing, sent back by hand: the jar would drop some.</summary>
    private static async Task<string[]> CookiesOfAStartAsync(HttpClient browser)
    {
        using var first = await browser.GetAsync("/consultation");
        var form = first.Headers.GetValues("Set-Cookie").Single();
        var visitor = new FormVisitor(browser);
        browser.DefaultRequestHeaders.Add("Cookie", form.Split(';')[0]);
        await visitor.OpenAsync("/consultation");
        using var started = await visitor.PostAsync("/consultation", ("__RequestVerificationToken", visitor.Token()), ("consent", "yes"));
        return [form, started.Headers.GetValues("Set-Cookie").Single()];
    }

    public sealed class PublicSite : IDisposable
    {
        public PublicSite()
        {
            Site.Settings["GutGuide:PublicUrl"] = "https://gut.test";
            Site.Settings[TrustedProxies.Setting] = Proxy;
        }

        public SiteFactory Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
