using System.Net.Http.Headers;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Publishing;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Publishing;

/// <summary>Published content behind the middleware, and nothing else: what it does not answer is answered with 418.</summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private static readonly SiteAddress Site = new("https://gut.test");

    private readonly WebApplication _app;

    private PublishedSite(WebApplication app, TestWebRoot webRoot, FakeTimeProvider clock, PublishedPages pages)
    {
        _app = app;
        WebRoot = webRoot;
        Clock = clock;
        Pages = pages;
        Client = app.GetTestClient();
    }

    public TestWebRoot WebRoot { get; }

    public FakeTimeProvider Clock { get; }

    public PublishedPages Pages { get; }

    public HttpClient Client { get; }

    public static async Task<PublishedSite> StartAsync(SiteContent content, SiteOperator? siteOperator = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var webRoot = new TestWebRoot();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton(provider => new PublishedPages(
            new PageRenderer(provider, NullLoggerFactory.Instance),
            read => ReadingPages.Of(read, Site, siteOperator, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
            webRoot,
            Site,
            NullLogger<PublishedPages>.Instance));

        var app = builder.Build();
        app.UsePublishedPages();
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
        await app.StartAsync();

        var pages = app.Services.GetRequiredService<PublishedPages>();
        await pages.PublishAsync(content);
        return new PublishedSite(app, webRoot, clock, pages);
    }

    public Task<HttpResponseMessage> GetAsync(string address, string? acceptEncoding = null, string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Get, address, acceptEncoding, ifNoneMatch);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? acceptEncoding = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, address);
        Add(request.Headers, "Accept-Encoding", acceptEncoding);
        Add(request.Headers, "If-None-Match", ifNoneMatch);
        return await Client.SendAsync(request);
    }

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            Assert.True(headers.TryAddWithoutValidation(name, value));
        }
    }
}
