using System.Net;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Security;

public sealed class RateLimitTests(RateLimitTests.NarrowSite narrow) : IClassFixture<RateLimitTests.NarrowSite>
{
    private const string Proxy = "192.0.2.1";
    private const int Starts = 2;
    private const int Answers = 3;
    private const int Connections = 2;
    private const int Searches = 3;

    [Fact]
    public async Task Who_starts_too_often_is_told_to_wait_on_a_page_of_the_site()
    {
        var visitor = await From("203.0.113.1").OpenAsync("/consultation");
        for (var start = 0; start < Starts; start++)
        {
            await visitor.OpenAsync("/consultation");
            await visitor.SendAsync("/consultation", ("consent", "yes"));
        }

        await visitor.OpenAsync("/consultation");
        using var refused = await visitor.PostAsync("/consultation", ("__RequestVerificationToken", visitor.Token()), ("consent", "yes"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("no-store", refused.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Too many tries from your network</h1>", page, StringComparison.Ordinal);
        Assert.Contains("site-header", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_too_often_is_told_to_wait_and_loses_nothing()
    {
        var visitor = await From("203.0.113.2").StartAsync();
        for (var answer = 0; answer < Answers; answer++)
        {
            await visitor.OpenAsync("/consultation/q/start");
            await visitor.AnswerAsync(("who", "adult"));
        }

        await visitor.OpenAsync("/consultation/q/now-head");
        using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("now-head", "none"));
        await visitor.OpenAsync("/consultation/q/start");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", visitor.Page);
    }

    [Fact]
    public async Task Who_searches_too_often_is_told_to_wait_and_can_still_read()
    {
        var browser = Browser("203.0.113.44");
        for (var search = 0; search < Searches; search++)
        {
            using var found = await browser.GetAsync("/search?q=bloating");
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }

        using var refused = await browser.GetAsync("/search?q=bloating");
        using var read = await browser.GetAsync("/symptoms");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task One_network_does_not_use_up_what_another_may_do()
    {
        var loud = await From("203.0.113.3").OpenAsync("/consultation");
        for (var start = 0; start <= Starts; start++)
        {
            (await loud.PostAsync("/consultation", ("consent", "yes"))).Dispose();
        }

        var other = await From("203.0.113.4").StartAsync();

        Assert.Equal("/consultation/q/start", other.Address);
    }

    [Fact]
    public async Task Behind_the_trusted_proxy_each_client_has_its_own_share()
    {
        var statuses = await StartWithoutTokenAsync(Proxy, [.. Enumerable.Repeat("203.0.113.20", Starts + 1), "203.0.113.21"]);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, Starts), HttpStatusCode.TooManyRequests, HttpStatusCode.BadRequest], statuses);
    }

    [Fact]
    public async Task Nobody_else_gets_a_new_share_by_naming_another_client()
    {
        var statuses = await StartWithoutTokenAsync("203.0.113.30", [.. Enumerable.Range(31, Starts + 1).Select(last => $"203.0.113.{last}")]);

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task Opening_connections_without_end_is_refused()
    {
        var browser = Browser("203.0.113.5");
        for (var connection = 0; connection < Connections; connection++)
        {
            using var opened = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }

        using var refused = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Reading_is_never_limited()
    {
        var browser = Browser("203.0.113.6");

        for (var page = 0; page < 10; page++)
        {
            using var read = await browser.GetAsync("/learn");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_address_stands_for_the_customer_behind_it(string one, string other, bool same)
    {
        Assert.Equal(same, RateLimits.ClientOf(IPAddress.Parse(one)) == RateLimits.ClientOf(IPAddress.Parse(other)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    public void A_limit_that_is_no_number_above_zero_stops_the_start(string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(RateLimits.StartsSetting, (string?)value)]).Build();

        var fault = Assert.Throws<SettingException>(() => new ServiceCollection().AddRateLimits(settings));

        Assert.Contains($"GutGuide:StartsPerMinute is \"{value}\"", fault.Message, StringComparison.Ordinal);
    }

    private async Task<List<HttpStatusCode>> StartWithoutTokenAsync(string address, string[] forwardedFor)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var client in forwardedFor)
        {
            var browser = Browser(address);
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", client);
            using var answer = await new FormVisitor(browser).PostAsync("/consultation", ("consent", "yes"));
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private FormVisitor From(string address) => new(Browser(address));

    private HttpClient Browser(string address)
    {
        var browser = narrow.Site.Visitor();
        browser.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        return browser;
    }

    /// <summary>A site where every limit is met soon.</summary>
    public sealed class NarrowSite : IDisposable
    {
        public NarrowSite()
        {
            Site.Settings[RateLimits.StartsSetting] = $"{Starts}";
            Site.Settings[RateLimits.AnswersSetting] = $"{Answers}";
            Site.Settings[RateLimits.SearchesSetting] = $"{Searches}";
            Site.Settings[RateLimits.ConnectionsSetting] = $"{Connections}";
            Site.Settings[TrustedProxies.Setting] = Proxy;
        }

        public SiteFactory Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
