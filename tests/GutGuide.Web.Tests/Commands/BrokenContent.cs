namespace GutGuide.Web.Tests.Commands;

/// <summary>A content folder in which nearly everything is missing.</summary>
public sealed class BrokenContent : IDisposable
{
    public BrokenContent()
    {
        System.IO.Directory.CreateDirectory(Path.Combine(Directory, "consultation"));
        File.WriteAllText(
            Path.Combine(Directory, "consultation", "ruleset.yaml"),
            "id: broken\nversion: \"1\"\ntitle: Broken\nreviewed: 2026-01-01\nreview-by: 2027-01-01\n");
    }

    public string Directory { get; } = Path.Combine(Path.GetTempPath(), $"gutguide-broken-{Guid.NewGuid():N}");

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
