using System.Net;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.BrowserTests.Hosting;

/// <summary>The whole site on a port of this machine, as it runs in production.</summary>
public sealed class RealSite : WebApplicationFactory<Program>
{
    // The site hands its first logger over to its second through a static; two starts at once would take each other's.
    private static readonly Lock Starting = new();

    private readonly string _dataDirectory;

    /// <param name="port">0 takes a free one.</param>
    public RealSite(string dataDirectory, int port = 0)
    {
        _dataDirectory = dataDirectory;
        lock (Starting)
        {
            UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
            StartServer();
        }
    }

    /// <summary>Scheme, host and port, without a trailing slash.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Ends the site and starts it again on the same data and port.</summary>
    public async Task<RealSite> RestartAsync()
    {
        var port = ClientOptions.BaseAddress.Port;
        await DisposeAsync();
        return new RealSite(_dataDirectory, port);
    }

    /// <summary>Lets somebody have answered every question already.</summary>
    /// <returns>The token for the cookie of their browser.</returns>
    public async Task<string> AnsweredByAsync(Persona persona)
    {
        var store = Services.GetRequiredService<ConsultationStore>();
        var (consultation, token) = await store.StartAsync(Services.GetRequiredService<ScoringService>().CurrentHash);
        var answers = persona.Answers();
        var pages = Persona.Flow.Pages(answers);
        await store.ChangeAsync(
            consultation.Id,
            content => pages.Aggregate(content, (sofar, page) => sofar.WithPage(
                page.Id, page.Items.ToDictionary(item => item.LinkId, item => answers[item.LinkId], StringComparer.Ordinal), consultation.StartedAt)),
            isCompleted: true);
        return token;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("GutGuide:DataDirectory", _dataDirectory);
        builder.UseSetting("GutGuide:ContentDirectory", ShippedContent.Directory);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
    }
}
