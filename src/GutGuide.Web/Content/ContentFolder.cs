using System.Text;
using System.Text.RegularExpressions;

namespace GutGuide.Web.Content;

/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="Text">With "\n" line ends and without a byte order mark.</param>
public sealed record ContentFile(string Path, string Text)
{
    /// <summary>The file's name without extension: the id or the address of what it holds.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>The content folder on disk. Never throws for what a file holds: a fault becomes a placed problem.</summary>
public sealed partial class ContentFolder(string directory)
{
    private const int LargestFileBytes = 2 * 1024 * 1024;
    private const int MostIgnoredNamed = 5;
    private const int LargestFrontMatter = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Directory { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));

    /// <summary>Reads one file by its path inside the folder; null, with the problem reported, when that cannot be done.</summary>
    public ContentFile? Read(string path, ContentProblems problems)
    {
        var full = System.IO.Path.Combine(Directory, path);
        var shown = Shown(path);
        try
        {
            if (LeadsElsewhere(new FileInfo(full)))
            {
                problems.Unreadable(shown, 0, "the file is a link that leads out of the folder; put the file itself here");
                return null;
            }

            if (new FileInfo(full) is { Exists: true, Length: > LargestFileBytes } large)
            {
                problems.Unreadable(shown, 0, $"the file has {large.Length} bytes; the most is {LargestFileBytes}");
                return null;
            }

            return TextOf(shown, File.ReadAllBytes(full), problems) is { } text ? new ContentFile(shown, text) : null;
        }
        catch (FileNotFoundException)
        {
            problems.Unreadable(shown, 0, "the file is missing; add it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(shown, 0, $"the file cannot be read ({fault.Message})");
        }

        return null;
    }

    /// <summary>Reads every file of a kind under a folder, in path order. Hidden and temporary files are an editor's own business.</summary>
    public IReadOnlyList<ContentFile> ReadAll(string folder, string extension, ContentProblems problems) =>
        [.. Paths(folder, extension, problems).Select(path => Read(path, problems)).OfType<ContentFile>()];

    /// <summary>Whether a file or folder of that name is there.</summary>
    public bool Has(string path) => System.IO.Path.Exists(System.IO.Path.Combine(Directory, path));

    /// <summary>Whether a file says that it is not ready yet, also one that cannot be read any further.</summary>
    /// <param name="shown">As in <see cref="ContentProblem.Path"/>.</param>
    public bool IsDraft(string shown)
    {
        try
        {
            var full = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Directory) ?? Directory, shown);
            using var reader = new StreamReader(full, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var start = new char[LargestFrontMatter];
            return FrontMatter.IsDraft(new string(start, 0, reader.ReadBlock(start)).ReplaceLineEndings("\n"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reports what stands in the folder and is read by nobody, and once what is left out on purpose.</summary>
    public void ReportUnread(ContentProblems problems)
    {
        var ignored = new List<string>();
        var top = "";
        foreach (var path in Walk("", ignored).Order(StringComparer.Ordinal))
        {
            var folder = path.Split('/')[0];
            if (folder == path || ContentLayout.IsFolder(folder))
            {
                if (ContentLayout.Fault(path) is { } fault)
                {
                    problems.Error(Shown(path), 0, fault);
                }
            }
            else if (folder != top)
            {
                top = folder;
                problems.Error(Shown(folder), 0, ContentLayout.FolderFault(folder));
            }
        }

        if (ignored.Count > 0)
        {
            var named = string.Join(", ", ignored.Order(StringComparer.Ordinal).Take(MostIgnoredNamed));
            var more = ignored.Count > MostIgnoredNamed ? $" and {ignored.Count - MostIgnoredNamed} more" : "";
            problems.Warning(
                System.IO.Path.GetFileName(Directory),
                0,
                $"hidden and temporary files and links to elsewhere are not read: {named}{more}; take them away if they are not needed");
        }
    }

    private string[] Paths(string folder, string extension, ContentProblems problems)
    {
        try
        {
            return [.. Walk(folder, []).Where(path => path.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            problems.Unreadable(Shown(folder), 0, "the folder is missing; add it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Unreadable(Shown(folder), 0, $"the folder cannot be read ({fault.Message})");
        }

        return [];
    }

    /// <summary>Every file below a folder, by its path inside the content folder, but those that an editor or the system keeps there.</summary>
    private List<string> Walk(string folder, List<string> ignored)
    {
        var files = new List<string>();
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(System.IO.Path.Combine(Directory, folder))]);
        while (pending.TryPop(out var directory))
        {
            foreach (var entry in directory.EnumerateFileSystemInfos())
            {
                var path = System.IO.Path.GetRelativePath(Directory, entry.FullName).Replace('\\', '/');
                if (ContentLayout.IsIgnored(entry.Name) || LeadsElsewhere(entry))
                {
                    ignored.Add(path);
                }
                else if (entry is DirectoryInfo inner)
                {
                    pending.Push(inner);
                }
                else
                {
                    files.Add(path);
                }
            }
        }

        return files;
    }

    /// <summary>A link out of the folder, to a folder, or to nothing. Links to files within are how some systems mount content.</summary>
    private bool LeadsElsewhere(FileSystemInfo entry) =>
        entry.LinkTarget is not null
        && (entry is DirectoryInfo || entry.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true } target || !IsWithin(target.FullName));

    private bool IsWithin(string full)
    {
        var real = System.IO.Directory.ResolveLinkTarget(Directory, returnFinalTarget: true)?.FullName ?? Directory;
        return full.StartsWith(Directory + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || full.StartsWith(real + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string? TextOf(string shown, byte[] bytes, ContentProblems problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Unreadable(shown, 1, "the file is UTF-16 text; save it as UTF-8");
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            return HasConflict(shown, text, problems) || HasControlCharacter(shown, text, problems) ? null : Seen(shown, text, problems);
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes.Take(fault.Index).Count(value => value == '\n') + 1;
            problems.Unreadable(shown, line, "the file is not UTF-8 text from here on; save it as UTF-8");
            return null;
        }
    }

    /// <summary>Whether a merge was left half done: then both sides stand in the file, and neither is meant.</summary>
    private static bool HasConflict(string shown, string text, ContentProblems problems)
    {
        if (ConflictMark().Match(text) is not { Success: true } mark)
        {
            return false;
        }

        problems.Unreadable(
            shown,
            LineOf(text, mark.Groups["mark"].Index),
            $"the mark \"{mark.Groups["mark"].Value}\" of a merge stands here; keep one of the two versions, and take out the lines <<<<<<<, ======= and >>>>>>>");
        return true;
    }

    private static bool HasControlCharacter(string shown, string text, ContentProblems problems)
    {
        foreach (var (index, character) in OddCharacters.In(text).Where(odd => Rune.IsControl(odd.Character)))
        {
            problems.Unreadable(shown, LineOf(text, index), $"the {OddCharacters.Name(character)} stands in the text; delete it");
            return true;
        }

        return false;
    }

    /// <summary>The text as readers see it, so that the checks see no less. Each kind of odd character is reported once.</summary>
    private static string Seen(string shown, string text, ContentProblems problems)
    {
        foreach (var odd in OddCharacters.In(text).GroupBy(odd => odd.Character))
        {
            var more = odd.Count() > 1 ? $", and {odd.Count() - 1} times more below" : "";
            problems.Error(
                shown,
                LineOf(text, odd.First().Index),
                $"the {OddCharacters.Name(odd.Key)} stands in the text{more}; delete it");
        }

        return OddCharacters.Without(text);
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    /// <param name="path">Inside the folder.</param>
    private string Shown(string path) => $"{System.IO.Path.GetFileName(Directory)}/{path.Replace('\\', '/')}".TrimEnd('/');

    [GeneratedRegex(@"^[ \t]*(?<mark>(?:<{7}|>{7}|\|{7})(?: .*)?)$", RegexOptions.Multiline)]
    private static partial Regex ConflictMark();
}
