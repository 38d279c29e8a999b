using System.Net;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Features.FollowUp;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Security;

/// <summary>What must hold at every address, whoever adds one.</summary>
public sealed class EveryAddressTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Every_post_without_a_token_of_ours_is_refused()
    {
        var browser = site.Visitor();
        var posts = Routes("POST").Where(route => !route.StartsWith("/_blazor", StringComparison.Ordinal) && route != Addresses.StartFrom).Except(FollowUpEndpoints.Former).ToArray();

        foreach (var route in posts)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("consent", "yes")]);
            using var answer = await browser.PostAsync(route, form);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"POST {route} without a token was answered {(int)answer.StatusCode}.");
            Assert.Contains("<h1>That did not go through</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(Addresses.Forget, posts);
    }

    [Fact]
    public async Task The_one_post_that_needs_no_token_shows_a_page_and_begins_nothing()
    {
        var browser = site.Visitor();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("gut", "bloating"), KeyValuePair.Create("consent", "yes")]);

        using var answer = await browser.PostAsync(Addresses.StartFrom, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.Contains("gutguide=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_to_a_former_address_only_leads_on()
    {
        var browser = site.Visitor();

        foreach (var address in FollowUpEndpoints.Former)
        {
            using var answer = await browser.PostAsync(address, content: null);

            Assert.Equal((HttpStatusCode.SeeOther, Addresses.CheckIn), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task Every_consultation_address_is_kept_by_no_cache_and_framed_by_nobody()
    {
        var browser = site.Visitor();
        var pages = Routes("GET").Where(route => route.StartsWith("/consultation", StringComparison.Ordinal)).ToArray();

        foreach (var route in pages)
        {
            using var answer = await browser.GetAsync(route);
            // The questionnaire is the same for everybody and holds nothing of anybody's, so a copy may be kept.
            Assert.True(answer.Headers.CacheControl?.NoStore == true || route == "/consultation/questionnaire.fhir.json", $"GET {route} may be stored.");
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Contains("/consultation/result", pages);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/learn")]
    [InlineData("/consultation")]
    [InlineData("/no-such-page")]
    public async Task Every_page_forbids_inline_script_and_strangers(string address)
    {
        using var answer = await site.Visitor().GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("camera=(), geolocation=(), microphone=(), payment=(), usb=()", answer.Headers.GetValues("Permissions-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    /// <summary>Addresses with a sample in place of each parameter, that take the method.</summary>
    private IEnumerable<string> Routes(string method) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } allowed || allowed.HttpMethods.Contains(method))
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/').Replace("{page}", "start", StringComparison.OrdinalIgnoreCase).Replace("{PageId}", "start", StringComparison.Ordinal))
        .Where(route => !route.Contains('{', StringComparison.Ordinal) && !route.StartsWith("/health", StringComparison.Ordinal))
        .Distinct(StringComparer.OrdinalIgnoreCase);
}
