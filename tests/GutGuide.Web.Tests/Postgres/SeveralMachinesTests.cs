using System.Net;
using System.Net.WebSockets;
using System.Text;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Npgsql;

namespace GutGuide.Web.Tests.Postgres;

/// <summary>Two processes of the site and one PostgreSQL, behind a proxy that sends every request to the other of the two.</summary>
public sealed class SeveralMachinesTests(SeveralMachines machines) : IClassFixture<SeveralMachines>
{
    private const string Questions = "/consultation/q/";

    [Fact]
    public async Task Who_is_in_the_middle_when_a_machine_stops_finishes_on_the_other_with_nothing_lost()
    {
        var persona = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress");
        using var browser = machines.Browser();
        var visitor = await new FormVisitor(browser).StartAsync();
        for (var page = 0; page < 8; page++)
        {
            await AnswerAsync(visitor, persona);
        }

        var before = machines.Proxy.Answered.Count;
        machines.StopOne();
        for (var page = 0; page < 40 && visitor.Address.StartsWith(Questions, StringComparison.Ordinal); page++)
        {
            await AnswerAsync(visitor, persona);
        }

        await visitor.SendAsync("/consultation/check-answers");
        Assert.Equal(2, before);
        Assert.Equal("/consultation/result", visitor.Address);
        Assert.All(persona.Decide().Shown, planned => Assert.Contains($"id=\"s-{planned.Suggestion.Id}\"", visitor.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_acknowledged_and_afterwards_all_goes_on()
    {
        using var browser = machines.Browser();
        var visitor = await new FormVisitor(browser).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));
        await visitor.AnswerAsync(("age", "35"), ("body", "male"));
        var token = visitor.Token();

        await machines.Database.StopAsync();
        using var refused = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", token), ("now-head", "none"));
        await machines.Database.StartAsync();
        for (var tries = 0; tries < 20 && visitor.Status != HttpStatusCode.Found; tries++)
        {
            // Each machine finds out for itself that its connections are gone.
            using var answer = await visitor.PostAsync(visitor.Address, ("__RequestVerificationToken", token), ("now-head", "none"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await visitor.OpenAsync("/consultation/q/start");
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", visitor.Page);
        await visitor.OpenAsync("/consultation/q/now-pain");
        Assert.Equal("/consultation/q/now-pain", visitor.Address);
    }

    [Fact]
    public async Task A_live_connection_opens_on_any_machine_without_a_request_before_it()
    {
        for (var machine = 0; machine < 2; machine++)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new UriBuilder(machines.Proxy.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);

            await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
            var answer = new byte[64];
            var received = await socket.ReceiveAsync(answer, CancellationToken.None);

            Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer, 0, received.Count));
        }
    }

    [Fact]
    public async Task Each_start_is_counted_once_whichever_machine_it_was_on()
    {
        var before = await StartedAsync();

        for (var person = 0; person < 6; person++)
        {
            using var browser = machines.Browser();
            await new FormVisitor(browser).StartAsync();
        }

        Assert.Equal(before + 6, await StartedAsync());
    }

    private static Task<FormVisitor> AnswerAsync(FormVisitor visitor, Persona persona)
    {
        var page = ShippedContent.Ruleset.Questionnaire.Pages.Single(page => visitor.Address == Questions + page.Id);
        return visitor.AnswerAsync([.. page.Items.SelectMany(persona.Fields)]);
    }

    private async Task<long> StartedAsync()
    {
        await using var connection = new NpgsqlConnection(machines.Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COALESCE(SUM("Count"), 0) FROM "DailyCounts" WHERE "What" = 'started'""";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>The site on two machines that started at once, before their database was there.</summary>
public sealed class SeveralMachines : IAsyncLifetime
{
    private RunningSite[] _sites = [];
    private SpreadingProxy? _proxy;

    public PostgresServer Database { get; } = new();

    public string Connection => Database.ConnectionTo("gutguide");

    public SpreadingProxy Proxy => _proxy ?? throw new InvalidOperationException("The machines have not started yet.");

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _sites = await Task.WhenAll(StartAsync(), StartAsync());
        _proxy = await SpreadingProxy.StartAsync([.. _sites.Select(site => site.Address)]);

        Task<RunningSite> StartAsync() => RunningSite.StartAsync(("ConnectionStrings:GutGuide", Connection));
    }

    /// <summary>Somebody's browser, without script. It knows only the proxy.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Proxy.Address };

    /// <summary>Kills the first machine.</summary>
    public void StopOne() => _sites[0].Kill();

    public async Task DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        foreach (var site in _sites)
        {
            site.Dispose();
        }

        await Database.DisposeAsync();
    }
}
