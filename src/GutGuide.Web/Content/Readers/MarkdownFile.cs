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
            problems.Error(file.Path, 1, "the file does not begin with front matter; start it with a line \"---\" and close it with another");
            return null;
        }

        var keys = YamlMap.Parse(parts.Yaml, new YamlPlace(file.Path, parts.YamlLine), problems);
        var body = MarkdownRenderer.TryParse(parts.PlacedBody);
        if (body is null)
        {
            problems.Error(file.Path, parts.BodyLine, parts.PlacedBody.Length > MarkdownRenderer.MaxLength
                ? $"the text has {parts.PlacedBody.Length} characters, and {MarkdownRenderer.MaxLength} are the most; split it into two pages"
                : "lists, quotes or brackets are nested too deeply to be read; write the text plainly");
        }

        return keys is not null && body is not null ? new MarkdownFile(file.Path, keys, body) : null;
    }
}
