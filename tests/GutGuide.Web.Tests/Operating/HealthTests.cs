using System.Net;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace GutGuide.Web.Tests.Operating;

public sealed class HealthTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_started_site_is_alive_and_ready(string address)
    {
        using var answer = await site.Visitor().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_site_that_is_about_to_stop_is_not_ready_any_more()
    {
        await using var stopping = new SiteFactory();
        var readiness = stopping.Services.GetRequiredService<HealthCheckService>();
        var lifetime = stopping.Services.GetRequiredService<IHostApplicationLifetime>();
        var before = (await readiness.CheckHealthAsync()).Status;
        HealthStatus? meanwhile = null;
        lifetime.ApplicationStopping.Register(() => meanwhile = readiness.CheckHealthAsync().GetAwaiter().GetResult().Status);

        lifetime.StopApplication();

        Assert.Equal(HealthStatus.Healthy, before);
        Assert.Equal(HealthStatus.Unhealthy, meanwhile);
    }

    [Fact]
    public async Task A_site_whose_database_is_gone_is_alive_and_not_ready()
    {
        using var broken = new SiteFactory();
        var browser = broken.Visitor();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(broken.DataDirectory, "gutguide.db*"))
        {
            File.Delete(file);
        }

        using var live = await browser.GetAsync("/health/live");
        using var ready = await browser.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
