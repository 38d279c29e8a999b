using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Hosting;

/// <summary>The Chromium that is installed; Playwright's own download is never used.</summary>
public static class Chromium
{
    private const string Setting = "CHROMIUM_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // No sandbox: tests run as root in containers, and open nothing but the site under test.
    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Switches });

    /// <summary>The program named by CHROMIUM_PATH, else the first of the usual names on the path.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Setting} names {named}, which does not exist.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"No Chromium on the path. Install the Debian package \"chromium\", or set {Setting} to one.");
    }
}
