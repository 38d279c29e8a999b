using System.Net;
using System.Text.Json;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace GutGuide.Web.Tests.Operating;

/// <summary>Two processes that started at once on one empty data folder, as during an update; one of them is asked to stop.</summary>
public sealed class TwoProcessesTests(TwoProcessesTests.Update update) : IClassFixture<TwoProcessesTests.Update>
{
    [Fact]
    public void What_was_answered_at_one_is_found_at_the_other_and_stays_when_the_first_has_stopped()
    {
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", update.SeenAtTheOther);
        Assert.Equal("/consultation/q/now-pain", update.WentOnTo);
    }

    [Fact]
    public void Asked_to_stop_it_ends_in_order()
    {
        Assert.Equal(0, update.ExitCode);
    }

    [Fact]
    public void Every_line_that_it_wrote_is_compact_JSON()
    {
        Assert.NotEmpty(update.Lines);
        Assert.All(update.Lines, line =>
        {
            using var said = JsonDocument.Parse(line);
            Assert.True(said.RootElement.TryGetProperty("@t", out _), line);
            Assert.True(said.RootElement.TryGetProperty("@mt", out _), line);
        });
    }

    [Fact]
    public void The_id_on_an_error_page_finds_its_line_in_the_log()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, update.RefusedStatus);
        Assert.NotNull(update.RefusedId);
        Assert.Contains(update.Lines, line => line.Contains($"\"RequestId\":\"{update.RefusedId}\"", StringComparison.Ordinal));
    }

    public sealed class Update : IAsyncLifetime, IDisposable
    {
        private readonly SiteFactory _folder = new();

        public string SeenAtTheOther { get; private set; } = "";

        public string WentOnTo { get; private set; } = "";

        public HttpStatusCode RefusedStatus { get; private set; }

        public string? RefusedId { get; private set; }

        public int ExitCode { get; private set; }

        public IReadOnlyList<string> Lines { get; private set; } = [];

        public async Task InitializeAsync()
        {
            var sites = await Task.WhenAll(StartAsync(), StartAsync());
            using var first = sites[0];
            using var second = sites[1];
            var cookies = new CookieContainer();
            using var browser = BrowserAt(first, cookies);
            using var other = BrowserAt(second, cookies);

            var visitor = await new FormVisitor(browser).StartAsync();
            await visitor.AnswerAsync(("who", "adult"));
            var elsewhere = await new FormVisitor(other).OpenAsync("/consultation/q/start");
            SeenAtTheOther = elsewhere.Page;
            await visitor.OpenAsync("/consultation/q/start");
            await RefuseAsync(visitor);
            (ExitCode, Lines) = await first.StopAsync();
            await elsewhere.OpenAsync("/consultation/q/about");
            await elsewhere.AnswerAsync(("age", "35"), ("body", "male"));
            await elsewhere.AnswerAsync(("now-head", "none"));
            WentOnTo = elsewhere.Address;
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Dispose();

        private Task<RunningSite> StartAsync() => RunningSite.StartAsync(("GutGuide:DataDirectory", _folder.DataDirectory));

        private static HttpClient BrowserAt(RunningSite site, CookieContainer cookies) =>
            new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies }) { BaseAddress = site.Address };

        /// <summary>Sends a page while another program holds the database.</summary>
        private async Task RefuseAsync(FormVisitor visitor)
        {
            await using var holder = new SqliteConnection(new DataFolder(_folder.DataDirectory).ConnectionString);
            await holder.OpenAsync();
            await using var held = await holder.BeginTransactionAsync();
            using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", visitor.Token()), ("who", "adult"));
            RefusedStatus = refused.StatusCode;
            RefusedId = refused.Headers.TryGetValues("Request-Id", out var ids) ? ids.Single() : null;
        }
    }
}
