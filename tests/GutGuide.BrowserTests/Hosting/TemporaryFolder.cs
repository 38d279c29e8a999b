using Microsoft.Data.Sqlite;

namespace GutGuide.BrowserTests.Hosting;

/// <summary>Where one site keeps its database and keys, for as long as the tests need them.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"gutguide-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
