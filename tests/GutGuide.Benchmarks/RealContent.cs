using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Benchmarks;

/// <summary>The rules as they are published, read from the content folder of this work tree.</summary>
internal static class RealContent
{
    /// <exception cref="ContentException">The rule files have a fault.</exception>
    public static Ruleset Ruleset()
    {
        var problems = new ContentProblems();
        var ruleset = new RulesetLoader(new ContentFolder(Folder()), problems, markdown => markdown).Load();
        return problems.ErrorCount == 0 ? ruleset : throw new ContentException(problems.All);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GutGuide.sln")))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GutGuide.sln.");
    }
}
