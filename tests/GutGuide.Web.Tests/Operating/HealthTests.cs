using System.Net;
using GutGuide.Web.Data;
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

    [Fact]
    public async Task A_site_whose_database_was_deleted_under_it_is_not_ready_though_it_still_holds_the_file()
    {
        using var broken = new SiteFactory();
        var browser = broken.Visitor();
        foreach (var file in Directory.GetFiles(broken.DataDirectory, "gutguide.db*"))
        {
            File.Delete(file);
        }

        using var ready = await browser.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task A_site_that_can_read_and_not_write_is_not_ready_until_it_can()
    {
        using var full = new SiteFactory();
        var browser = full.Visitor();
        var writes = full.Services.GetRequiredService<IDatabaseWrites>();
        await writes.RunAsync("PRAGMA query_only = ON");

        using var refused = await browser.GetAsync("/health/ready");
        SqliteConnection.ClearAllPools();
        using var again = await browser.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Asking_whether_it_is_ready_leaves_no_count()
    {
        using var ready = await site.Visitor().GetAsync("/health/ready");

        Assert.DoesNotContain(await site.Services.GetRequiredService<DailyCounts>().ReadAsync(), count => count.Day.Length == 0);
    }
}
