using System.Text;

namespace GutGuide.Web.Content;

/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="Text">With "\n" line ends and without a byte order mark.</param>
public sealed record ContentFile(string Path, string Text)
{
    /// <summary>The file's name without extension: the id or the address of what it holds.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>The content folder on disk. Never throws for what a file holds: a fault becomes a placed problem.</summary>
public sealed class ContentFolder(string directory)
{
    private const int LargestFileBytes = 2 * 1024 * 1024;
    private const int LargestFrontMatter = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Directory { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));

    /// <summary>Reads one file by its path inside the folder; null, with the problem reported, when that cannot be done.</summary>
    public ContentFile? Read(string path, ContentProblems problems)
    {
        var full = System.IO.Path.Combine(Directory, path);
        var shown = Shown(full);
        try
        {
            if (new FileInfo(full) is { Exists: true, Length: > LargestFileBytes } large)
            {
                problems.Error(shown, 0, $"the file has {large.Length} bytes; the most is {LargestFileBytes}");
                return null;
            }

            return TextOf(shown, File.ReadAllBytes(full), problems) is { } text ? new ContentFile(shown, text) : null;
        }
        catch (FileNotFoundException)
        {
            problems.Error(shown, 0, "the file is missing; add it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Error(shown, 0, $"the file cannot be read ({fault.Message})");
        }

        return null;
    }

    /// <summary>Reads every file of a kind under a folder, in path order. Hidden files are an editor's own business.</summary>
    public IReadOnlyList<ContentFile> ReadAll(string folder, string extension, ContentProblems problems) =>
        [.. Paths(folder, extension, problems).Select(path => Read(path, problems)).OfType<ContentFile>()];

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

    private string[] Paths(string folder, string extension, ContentProblems problems)
    {
        var full = System.IO.Path.Combine(Directory, folder);
        try
        {
            return
            [
                .. System.IO.Directory.EnumerateFiles(full, "*" + extension, SearchOption.AllDirectories)
                    .Where(path => !System.IO.Path.GetFileName(path).StartsWith('.'))
                    .Select(path => System.IO.Path.GetRelativePath(Directory, path))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            problems.Error(Shown(full), 0, "the folder is missing; add it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Error(Shown(full), 0, $"the folder cannot be read ({fault.Message})");
        }

        return [];
    }

    private static string? TextOf(string shown, byte[] bytes, ContentProblems problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Error(shown, 1, "the file is UTF-16 text; save it as UTF-8");
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            return HasControlCharacter(shown, text, problems) ? null : text;
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes.Take(fault.Index).Count(value => value == '\n') + 1;
            problems.Error(shown, line, "the file is not UTF-8 text from here on; save it as UTF-8");
            return null;
        }
    }

    private static bool HasControlCharacter(string shown, string text, ContentProblems problems)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\t'))
            {
                var line = text.AsSpan(0, i).Count('\n') + 1;
                problems.Error(shown, line, $"the invisible control character U+{(int)text[i]:X4} stands in the text; delete it");
                return true;
            }
        }

        return false;
    }

    private string Shown(string full) =>
        $"{System.IO.Path.GetFileName(Directory)}/{System.IO.Path.GetRelativePath(Directory, full).Replace('\\', '/')}";
}
