namespace GutGuide.Web.Content;

/// <summary>Which files are content. Every other would be left unread in silence, so it is reported.</summary>
internal static class ContentLayout
{
    /// <summary>Folders all of whose files of one kind are read, however deep they stand.</summary>
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["articles"] = ".md",
        ["care-cards"] = ".md",
        ["images"] = ".svg",
        ["meals"] = ".md",
        ["pages"] = ".md",
        ["suggestions"] = ".md",
        ["symptoms"] = ".md",
    };

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal)
    {
        "README.md",
        "addresses.txt",
        "banned-statements.yaml",
        "consultation/ceilings.yaml",
        "consultation/check-in.yaml",
        "consultation/classes.yaml",
        "consultation/conflicts.yaml",
        "consultation/edges.yaml",
        "consultation/facts.yaml",
        "consultation/hard-rules.yaml",
        "consultation/invariants.yaml",
        "consultation/meal-rules.yaml",
        "consultation/never-suggested.yaml",
        "consultation/questionnaire.yaml",
        "consultation/record.txt",
        "consultation/red-flags.yaml",
        "consultation/ruleset.yaml",
        "consultation/scoring.yaml",
        "consultation/states.yaml",
        "glossary.yaml",
        "regions.yaml",
        "search.yaml",
        "sources.yaml",
    };

    private static readonly string[] TemporaryEndings = ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".rej"];

    /// <summary>Why nothing reads a file, and what to do; null when it is content.</summary>
    /// <param name="path">Inside the content folder, with forward slashes.</param>
    public static string? Fault(string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";
        if (Files.Contains(path) || (Folders.TryGetValue(folder, out var extension) && path.EndsWith(extension, StringComparison.Ordinal)))
        {
            return null;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        return extension is not null
            ? $"nothing reads this file, since the files of {folder}/ end in {extension}; "
                + $"name it {Path.GetFileNameWithoutExtension(name)}{extension}, or take it away"
            : $"nothing reads this file{NearestName.Hint(path, Files)}; give it the name of a file that content/README.md lists, or take it away";
    }

    /// <summary>Whether files may stand in a folder of that name at the top.</summary>
    public static bool IsFolder(string name) =>
        Folders.ContainsKey(name) || Files.Any(file => file.StartsWith(name + '/', StringComparison.Ordinal));

    public static string FolderFault(string name) =>
        $"nothing reads this folder{NearestName.Hint(name, Folders.Keys.Append("consultation"))}; "
        + "take it away, or give it the name of a folder that content/README.md lists";

    /// <summary>Hidden files, and those that editors and merges leave behind.</summary>
    public static bool IsIgnored(string name) =>
        name.StartsWith('.') || (name.StartsWith('#') && name.EndsWith('#')) || name is "4913" or "Thumbs.db" or "desktop.ini"
        || TemporaryEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
