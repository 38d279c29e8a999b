using System.Net;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Hosting;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>The whole site on a database file of its own, as it runs in production. Starting another on the same folder is a restart.</summary>
public sealed class SiteFactory : WebApplicationFactory<Program>
{
    private static readonly Lazy<SiteContent> Content = new(() => new ContentLoader(ShippedContent.Directory, Midday()).Load().OrThrow());

    private readonly bool _ownsFolder;

    public SiteFactory()
        : this(Path.Combine(Path.GetTempPath(), $"gutguide-{Guid.NewGuid():N}"), ownsFolder: true)
    {
    }

    private SiteFactory(string dataDirectory, bool ownsFolder)
    {
        DataDirectory = dataDirectory;
        _ownsFolder = ownsFolder;
    }

    public string DataDirectory { get; }

    /// <summary>Stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = Midday();

    /// <summary>Settings beside those of every test; to be filled before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a test meets the site only when all of it answers.</summary>
    public bool WaitsForOpening { get; init; } = true;

    /// <summary>Another process on the same data.</summary>
    public SiteFactory Again() => new(DataDirectory, ownsFolder: false);

    /// <summary>A browser without script: keeps cookies, follows no redirect by itself.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A browser that reaches the site by another address, such as over https.</summary>
    public HttpClient VisitorOf(string root) =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri(root) });

    /// <summary>Somebody without script who has answered every question already.</summary>
    public async Task<FormVisitor> AnsweredByAsync(Persona persona, TimeSpan ago = default) =>
        Holder(await AnsweredConsultation.InAsync(Services, persona.Answers(), ago));

    /// <summary>Somebody whose browser holds the cookie of a consultation.</summary>
    public FormVisitor Holder(string token) => new(BrowserOf(token));

    /// <inheritdoc cref="Holder"/>
    public HttpClient BrowserOf(string token)
    {
        var cookies = new CookieContainer();
        cookies.Add(ClientOptions.BaseAddress, new Cookie("gutguide", token));
        return CreateDefaultClient(new CookieContainerHandler(cookies));
    }

    private static FakeTimeProvider Midday() => new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("GutGuide:DataDirectory", DataDirectory);
        builder.UseSetting("GutGuide:ContentDirectory", ShippedContent.Directory);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, ClientAddress>();
            services.LeaveOutWhatTakesSeconds();
            if (!Settings.ContainsKey(ContentDirectory.Setting))
            {
                services.AddSingleton(_ => new LiveContent(Content.Value));
            }
        });
    }

    /// <summary>Tests look at what lies behind the site, without a request that would wait for it.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (WaitsForOpening)
        {
            host.Services.GetRequiredService<SiteStartup>().Completed.Wait();
        }

        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(DataDirectory))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(DataDirectory, recursive: true);
        }
    }
}
