using System.Diagnostics;
using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>The site as a process of its own, started as an operator starts it.</summary>
public sealed partial class RunningSite : IDisposable
{
    private readonly Process _process;

    private readonly List<string> _begun;

    // Left unread, the pipe would fill and hold the site up.
    private readonly Task<string> _rest;

    private RunningSite(Process process, Uri address, List<string> begun)
    {
        _process = process;
        Address = address;
        _begun = begun;
        _rest = process.StandardOutput.ReadToEndAsync();
    }

    public Uri Address { get; }

    public static async Task<RunningSite> StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "GutGuide.Web.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["GutGuide__ContentDirectory"] = ShippedContent.Directory;
        start.Environment["GutGuide__StartsPerMinute"] = "100000";
        start.Environment["Serilog__MinimumLevel__Override__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var begun = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            begun.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                return new RunningSite(process, new Uri(match.Value), begun);
            }
        }

        throw new InvalidOperationException("The site ended before it listened.");
    }

    /// <summary>Asks the site to stop, as an operator's tools do.</summary>
    /// <returns>The exit code, and every line it wrote.</returns>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> StopAsync()
    {
        using (var asking = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await asking.WaitForExitAsync();
        }

        return await EndAsync();
    }

    /// <summary>Waits until the site has stopped by itself.</summary>
    /// <returns>The exit code, and every line it wrote.</returns>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, [.. _begun, .. (await _rest).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
