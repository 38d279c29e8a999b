using System.Text;

namespace GutGuide.Web.Content;

/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="Text">With "\n" line ends and without a byte order mark.</param>
public sealed record ContentFile(string Path, string Text);

/// <summary>The content folder on disk. Never throws for what a file holds: a fault becomes a placed problem.</summary>
public sealed class ContentFolder(string directory)
{
    private const int LargestFileBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Directory { get; } = System.IO.Path.GetFullPath(directory);

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

            var text = StrictUtf8.GetString(File.ReadAllBytes(full)).TrimStart('\uFEFF');
            return new ContentFile(shown, text.ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException)
        {
            problems.Error(shown, 0, "the file is not UTF-8 text; save it as UTF-8");
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

    /// <summary>Reads every file of a kind under a folder, in path order.</summary>
    public IReadOnlyList<ContentFile> ReadAll(string folder, string extension, ContentProblems problems)
    {
        var full = System.IO.Path.Combine(Directory, folder);
        if (!System.IO.Directory.Exists(full))
        {
            problems.Error(Shown(full), 0, "the folder is missing; add it");
            return [];
        }

        return
        [
            .. System.IO.Directory.EnumerateFiles(full, "*" + extension, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(System.IO.Path.GetRelativePath(Directory, path), problems))
                .OfType<ContentFile>(),
        ];
    }

    private string Shown(string full) =>
        $"{System.IO.Path.GetFileName(Directory)}/{System.IO.Path.GetRelativePath(Directory, full).Replace('\\', '/')}";
}
