using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Tests.Content;

/// <summary>The content that ships, read once.</summary>
public static class ShippedContent
{
    private static readonly Lazy<(Ruleset Ruleset, ContentProblems Problems)> Loaded = new(Load);

    public static string Directory { get; } = Find();

    public static Ruleset Ruleset => Loaded.Value.Ruleset;

    public static ContentProblems Problems => Loaded.Value.Problems;

    private static (Ruleset Ruleset, ContentProblems Problems) Load()
    {
        var problems = new ContentProblems();
        return (new RulesetLoader(new ContentFolder(Directory), problems, prose => $"<p>{prose}</p>").Load(), problems);
    }

    private static string Find()
    {
        var place = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(place.FullName, "GutGuide.sln")))
        {
            place = place.Parent ?? throw new InvalidOperationException("GutGuide.sln stands in no folder above the tests.");
        }

        return Path.Combine(place.FullName, "content");
    }
}
