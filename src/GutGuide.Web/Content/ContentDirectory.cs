namespace GutGuide.Web.Content;

/// <summary>Finds the content folder.</summary>
public static class ContentDirectory
{
    /// <summary>Setting that names the folder; <c>GutGuide__ContentDirectory</c> in the environment.</summary>
    public const string Setting = "GutGuide:ContentDirectory";

    private const string Name = "content";

    /// <summary>
    /// The folder named on the command line, else in the settings, else the first <c>content</c> folder with a ruleset that
    /// stands beside or above the current directory or the program.
    /// </summary>
    /// <param name="named">From the command line; null when it names none.</param>
    /// <exception cref="ContentException">There is no such folder.</exception>
    public static string Find(string? named, IConfiguration settings)
    {
        if (named is not null)
        {
            return Existing(named, "--content");
        }

        return settings[Setting] is { Length: > 0 } set
            ? Existing(set, Setting)
            : FirstAbove(Directory.GetCurrentDirectory()) ?? FirstAbove(AppContext.BaseDirectory) ?? throw Missing(
                Name,
                $"no folder \"{Name}\" with consultation/ruleset.yaml stands beside or above {Directory.GetCurrentDirectory()} or the program; name it with --content or {Setting}");
    }

    private static string Existing(string directory, string source) => Directory.Exists(directory)
        ? directory
        : throw Missing(directory, $"this folder, named by {source}, does not exist; name the folder that holds articles/ and consultation/");

    private static string? FirstAbove(string start)
    {
        for (var place = new DirectoryInfo(start); place is not null; place = place.Parent)
        {
            var candidate = Path.Combine(place.FullName, Name);
            if (File.Exists(Path.Combine(candidate, "consultation", "ruleset.yaml")))
            {
                return candidate;
            }
        }

        return null;
    }

    private static ContentException Missing(string directory, string message) =>
        new([new ContentProblem(directory, 0, ProblemSeverity.Error, message)]);
}
