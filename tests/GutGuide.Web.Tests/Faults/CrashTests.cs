using System.Collections.Concurrent;
using System.Net;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace GutGuide.Web.Tests.Faults;

/// <summary>The site as a process of its own, killed without a word while many are saving.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Acknowledged = 60;
    private const int Visitors = 8;

    private readonly SiteFactory _afterwards = new();

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it_and_the_database_is_whole()
    {
        var saved = new ConcurrentBag<string>();
        using (var process = await RunningSite.StartAsync(("GutGuide:DataDirectory", _afterwards.DataDirectory)))
        {
            using var enough = new SemaphoreSlim(0);
            var visitors = Enumerable.Range(0, Visitors).Select(_ => SaveUntilTheEndAsync(process.Address, saved, enough)).ToArray();
            for (var count = 0; count < Acknowledged; count++)
            {
                await enough.WaitAsync();
            }

            process.Kill();
            await Task.WhenAll(visitors);
        }

        Assert.Equal("ok", await IntegrityAsync());
        Assert.True(saved.Count >= Acknowledged);
        foreach (var cookie in saved)
        {
            var browser = _afterwards.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
            var visitor = await new FormVisitor(browser).OpenAsync("/consultation/q/start");
            Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", visitor.Page);
        }
    }

    public void Dispose() => _afterwards.Dispose();

    /// <summary>Starts and answers again and again; what the site said yes to is noted by its cookie.</summary>
    private static async Task SaveUntilTheEndAsync(Uri address, ConcurrentBag<string> saved, SemaphoreSlim one)
    {
        try
        {
            while (true)
            {
                var cookies = new CookieContainer();
                using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
                using var browser = new HttpClient(handler) { BaseAddress = address };
                var visitor = await new FormVisitor(browser).StartAsync();
                using var answer = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("who", "adult"));
                if (answer.Headers.Location?.OriginalString == "/consultation/q/about")
                {
                    saved.Add(cookies.GetCookieHeader(address));
                    one.Release();
                }
            }
        }
        catch (HttpRequestException)
        {
            // The site was killed.
        }
    }

    private async Task<string?> IntegrityAsync()
    {
        await using var connection = new SqliteConnection(new DataFolder(_afterwards.DataDirectory).ConnectionString);
        await connection.OpenAsync();
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return await check.ExecuteScalarAsync() as string;
    }
}
