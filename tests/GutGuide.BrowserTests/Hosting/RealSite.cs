using System.Net;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Hosting;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
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
            Services.GetRequiredService<SiteStartup>().Completed.Wait();
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
    public Task<string> AnsweredByAsync(Persona persona) => AnsweredAsync(persona.Answers());

    /// <inheritdoc cref="AnsweredByAsync"/>
    public Task<string> AnsweredAsync(Answers answers) => AnsweredConsultation.InAsync(Services, answers);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("GutGuide:DataDirectory", _dataDirectory);
        builder.UseSetting("GutGuide:ContentDirectory", ShippedContent.Directory);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        builder.ConfigureTestServices(services => services.LeaveOutWhatTakesSeconds());
    }
}
