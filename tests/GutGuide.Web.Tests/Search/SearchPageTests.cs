using System.Net;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace GutGuide.Web.Tests.Search;

/// <summary>The search page of the whole site, with a log that keeps everything.</summary>
public sealed class SearchPageTests(SearchPageTests.LoggedSite site) : IClassFixture<SearchPageTests.LoggedSite>
{
    [Fact]
    public async Task The_page_answers_without_cookie_and_is_kept_by_no_cache()
    {
        using var answer = await site.Visitor.GetAsync("/search?q=bloating");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_stands_in_the_box_and_not_in_the_title()
    {
        var page = await site.Visitor.GetStringAsync("/search?q=%3Cb%3Ebloating%22");

        Assert.Contains("<title>Search | GutGuide</title>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;bloating&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_readers_come_no_page_follows_an_editor()
    {
        using var events = await site.Visitor.GetAsync("/dev/content");

        Assert.Equal(HttpStatusCode.NotFound, events.StatusCode);
        Assert.DoesNotContain("live.", await site.Visitor.GetStringAsync("/learn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=xqzzxq", "Nothing found")]
    [InlineData("/search", "Type a word")]
    [InlineData("/search?q=", "Type a word")]
    public async Task Where_nothing_is_found_there_is_a_way_on(string address, string words)
    {
        var page = await site.Visitor.GetStringAsync(address);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/learn\"><span", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=%ff%00%ED%A0%80")]
    [InlineData("/search?q=a&q=b")]
    [InlineData("/search?q[]=%22*")]
    public async Task Odd_addresses_are_answered(string address)
    {
        using var answer = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_looked_for_is_in_no_log()
    {
        await site.Visitor.GetStringAsync("/search?q=secretcomplaint");
        using var missing = await site.Visitor.GetAsync("/no-such-page?q=secretcomplaint");

        Assert.NotEmpty(site.Log.Lines);
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("secretcomplaint", StringComparison.OrdinalIgnoreCase));
    }

    public sealed class LoggedSite : IDisposable
    {
        private readonly SiteFactory _factory = new();
        private readonly WebApplicationFactory<Program> _logged;

        public LoggedSite()
        {
            _logged = _factory.WithWebHostBuilder(builder =>
            {
                builder.UseSetting("Serilog:MinimumLevel:Default", "Verbose");
                builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Verbose");
                builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Log));
            });
            Visitor = _logged.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        }

        public HttpClient Visitor { get; }

        internal KeptLog Log { get; } = new();

        public void Dispose()
        {
            Visitor.Dispose();
            _logged.Dispose();
            _factory.Dispose();
        }
    }

    internal sealed class KeptLog : ILogEventSink
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public void Emit(LogEvent logEvent)
        {
            var line = $"{logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties)} {logEvent.Exception}";
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
