using GutGuide.Web.Content.Dialect;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Readers;

/// <summary>Takes a markdown file apart: front matter, body, outline.</summary>
/// <param name="Body">Its lines are those of the file.</param>
internal sealed record MarkdownFile(string Path, YamlMap Keys, MarkdownDocument Body)
{
    /// <summary>Null, with the problem reported, when it has no front matter or cannot be parsed.</summary>
    public static MarkdownFile? Read(ContentFile file, ContentProblems problems)
    {
        if (FrontMatter.Split(file.Text) is not { } parts)
        {
            problems.Unreadable(
                file.Path,
                1,
                "the file does not begin with front matter; start it with a line \"---\" and close it with another");
            return null;
        }

        var keys = YamlMap.Parse(parts.Yaml, new YamlPlace(file.Path, parts.YamlLine), problems);
        var body = MarkdownRenderer.TryParse(parts.PlacedBody);
        if (body is null)
        {
            ReportBody(file.Path, parts, problems);
        }

        return keys is not null && body is not null ? new MarkdownFile(file.Path, keys, body) : null;
    }

    private static void ReportBody(string path, FrontMatter parts, ContentProblems problems)
    {
        if (parts.PlacedBody.Length > MarkdownRenderer.MaxLength)
        {
            problems.Unreadable(
                path,
                parts.BodyLine,
                $"the text has {parts.PlacedBody.Length} characters, and {MarkdownRenderer.MaxLength} are the most; split it into "
                    + "two pages");
        }
        else
        {
            problems.Unreadable(
                path,
                LineOfNesting(parts.PlacedBody),
                "lists, quotes or brackets are nested too deeply to be read; write the text plainly");
        }
    }

    /// <summary>The first line up to which the text cannot be read.</summary>
    private static int LineOfNesting(string text)
    {
        var lines = text.Split('\n');
        var (readable, unreadable) = (0, lines.Length);
        while (unreadable - readable > 1)
        {
            var middle = (readable + unreadable) / 2;
            (readable, unreadable) = MarkdownRenderer.TryParse(string.Join('\n', lines[..middle])) is null ? (readable, middle) : (middle, unreadable);
        }

        return unreadable;
    }
}
