using System.Diagnostics;

namespace GutGuide.Web.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of its own in a folder of its own, reached by a socket in that folder. It is gone with the tests, and so
/// it need not wait for the disk.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string DebianFolder = "/usr/lib/postgresql";
    private const string DebianUser = "postgres";
    private const string Settings = "-c listen_addresses= -c fsync=off -c max_connections=90 -c log_min_messages=fatal";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"gutguide-pg-{Guid.NewGuid():N}");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>What a site is told to keep its data in a database of this server, which need not exist yet.</summary>
    public string ConnectionTo(string database) => $"Host={_folder};Username=gutguide;Database={database};Maximum Pool Size=8";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", DebianUser, _folder);
        }

        await RunAsServerAsync("initdb", "--pgdata", Data, "--username", "gutguide", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public Task StartAsync() =>
        RunAsServerAsync("pg_ctl", "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(_folder, "log"), "--options", $"{Settings} -k {_folder}");

    /// <summary>Ends the server at once, as when its machine fails.</summary>
    public Task StopAsync() => RunAsServerAsync("pg_ctl", "stop", "--mode", "immediate", "--silent", "--pgdata", Data);

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", DebianUser, "--", Find(program), .. arguments])
        : RunAsync(Find(program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // A server that is left running would hold pipes open; its words are in its log.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    private static string Find(string program)
    {
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder).OrderDescending().Select(version => Path.Combine(version, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"No {program}: install the Debian package \"postgresql\".");
    }
}

/// <summary>Tests that share one server; each has a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
