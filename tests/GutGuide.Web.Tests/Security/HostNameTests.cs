using System.Net;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace GutGuide.Web.Tests.Security;

/// <summary>What a made-up Host or Origin header can do, on a site whose public address is https://gut.test: nothing.</summary>
public sealed class HostNameTests(TransportTests.PublicSite @public) : IClassFixture<TransportTests.PublicSite>
{
    [Theory]
    [InlineData("/consultation/result")]
    [InlineData("/")]
    public async Task By_another_name_the_site_does_not_answer(string address)
    {
        using var answer = await @public.Site.VisitorOf("https://evil.test").GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://gut.test")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1")]
    public async Task By_its_own_name_and_from_its_own_machine_it_does(string root)
    {
        using var answer = await @public.Site.VisitorOf(root).GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_names_no_host_is_refused_and_no_fault_of_the_site()
    {
        using var site = new SiteFactory();

        var answer = await site.Server.SendAsync(context =>
        {
            context.Request.Protocol = "HTTP/1.0";
            context.Request.Path = "/consultation";
            context.Request.Host = default;
        });

        Assert.Equal(StatusCodes.Status400BadRequest, answer.Response.StatusCode);
    }

    [Fact]
    public async Task A_redirect_names_no_host()
    {
        using var site = new SiteFactory();

        foreach (var address in new[] { "/consultation/result", "/consultation/q/start", "/consultation/summary", "/learn/", "/consultation/" })
        {
            using var answer = await site.VisitorOf("http://evil.test").GetAsync(address);
            Assert.DoesNotContain("evil", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://gut.test", HttpStatusCode.OK)]
    [InlineData("https://evil.test", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("https://gut.test.evil.test", HttpStatusCode.Forbidden)]
    public async Task Only_a_page_of_this_site_opens_its_live_connection(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);

        using var answer = await @public.Site.VisitorOf("https://gut.test").SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }
}
