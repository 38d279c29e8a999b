using System.Net;
using GutGuide.Web.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>A start whose database is not there yet.</summary>
public sealed class SiteStartupTests : IAsyncDisposable
{
    private readonly SiteFactory _factory = new() { WaitsForOpening = false };
    private readonly TaskCompletionSource _database = new();
    private readonly WebApplicationFactory<Program> _site;
    private readonly HttpClient _visitor;

    public SiteStartupTests()
    {
        _site = _factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<SqliteSetup>();
            services.AddSingleton<DatabaseSetup>(provider => new Held(
                provider.GetRequiredService<IDbContextFactory<GutGuideDbContext>>(), provider.GetRequiredService<SqliteSetup>(), _database.Task));
        }));
        _visitor = _site.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _database.TrySetResult();
        await _site.DisposeAsync();
        await _factory.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_the_database()
    {
        using var page = await _visitor.GetAsync("/learn/what-is-leaky-gut");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.ServiceUnavailable)]
    public async Task Whatever_watches_the_site_is_told_at_once(string address, HttpStatusCode expected)
    {
        using var answer = await _visitor.GetAsync(address);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/consultation")]
    [InlineData("/search?q=zonulin")]
    public async Task What_needs_the_database_waits_for_it_and_is_answered(string address)
    {
        var early = _visitor.GetAsync(address);
        using var reader = await _visitor.GetAsync("/");
        Assert.False(early.IsCompleted);

        _database.SetResult();

        using var answer = await early;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed class Held(IDbContextFactory<GutGuideDbContext> contexts, SqliteSetup setup, Task until) : DatabaseSetup(contexts)
    {
        public override async Task PrepareAsync(CancellationToken cancellation = default)
        {
            await until;
            await setup.PrepareAsync(cancellation);
        }
    }
}
