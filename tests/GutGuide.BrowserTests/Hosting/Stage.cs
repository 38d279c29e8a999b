using System.Runtime.CompilerServices;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Hosting;

/// <summary>One site and one browser, shared by the tests of a collection. Each test gets a visitor of its own.</summary>
public sealed class Stage : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RealSite? _site;

    public RealSite Site => _site ?? throw new InvalidOperationException("The stage is not set up yet.");

    private static string ScreenshotFolder { get; } = Path.Combine(Path.GetTempPath(), "gutguide-screenshots");

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Visitor.PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _site = new RealSite(_folder.Path);
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        _site?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Lets somebody visit the shared site, or another. When that fails, a picture shows what they saw last.</summary>
    public async Task VisitAsync(Func<Visitor, Task> visit, Viewing? viewing = null, RealSite? site = null, [CallerMemberName] string test = "")
    {
        await using var visitor = await Visitor.ArriveAsync(_browser!, site ?? Site, viewing ?? new Viewing());
        try
        {
            await visit(visitor);
        }
        catch (Exception fault)
        {
            var picture = Path.Combine(ScreenshotFolder, $"{test}-{Guid.NewGuid():N}.png");
            await visitor.Page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            throw new VisitFailedException($"At {visitor.Address}: {fault.Message}{Environment.NewLine}Last seen: {picture}", fault);
        }
    }

    /// <summary>The same for somebody who has answered every question.</summary>
    public Task VisitAsync(Persona answered, Func<Visitor, Task> visit, Viewing? viewing = null, [CallerMemberName] string test = "") =>
        VisitAsync(
            async visitor =>
            {
                await visitor.BringAsync(await Site.AnsweredByAsync(answered));
                await visit(visitor);
            },
            viewing,
            test: test);
}

/// <summary>A visit did not go as promised.</summary>
public sealed class VisitFailedException(string message, Exception cause) : Exception(message, cause);

/// <summary>How a visitor looks at the site.</summary>
public sealed record Viewing
{
    public static Viewing WithoutScript { get; } = new() { Script = false };

    public bool Script { get; init; } = true;

    public bool Dark { get; init; }

    /// <summary>Of the window, in CSS pixels.</summary>
    public int Width { get; init; } = 1280;
}
