using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Readers;

/// <summary>Reads articles and pages.</summary>
internal sealed class ArticleReader(ContentProblems problems)
{
    /// <summary>Null, with the problem reported, when the file cannot be read as an article at all.</summary>
    public ArticleFile? Read(ContentFile file, PageKind kind) => MarkdownFile.Read(file, problems) is { } parts ? Read(parts, SlugOf(file, kind), kind) : null;

    private static ArticleFile Read(MarkdownFile file, string slug, PageKind kind)
    {
        var keys = file.Keys;
        var (title, description) = (keys.Text("title"), keys.Text("description"));
        var outline = new OutlineReader(file.Path).Read(file.Body);
        var changes = keys.Maps("changes").Select(map => (Change: Change(map), Line: map.LineOfKey("what"))).ToArray();
        var told = changes.Select(change => new TextBlock(file.Path, TextRole.Matter, change.Change.What, [new LineStart(0, change.Line)]));
        var article = new ArticleFile(
            file.Path,
            keys,
            slug,
            title,
            description,
            Section(keys, kind),
            keys.Whole("order"),
            keys.Date("reviewed"),
            keys.Date("review-by"),
            keys.OptionalText("reviewer"),
            keys.OptionalText("owner"),
            keys.Texts("aliases"),
            keys.Texts("related"),
            keys.Texts("explains"),
            keys.Texts("sources"),
            [.. changes.Select(change => change.Change)],
            kind == PageKind.Symptom ? Starts(keys) : new Dictionary<string, IReadOnlyList<string>>(),
            keys.Flag("numbers"),
            keys.Flag("draft"),
            file.Body,
            outline with { Texts = [Matter(keys, "title", title), Matter(keys, "description", description), .. outline.Texts, .. told] });
        keys.Finish();
        return article;
    }

    /// <summary>A site page's address is its place under "pages", folder and all.</summary>
    private static string SlugOf(ContentFile file, PageKind kind) =>
        kind == PageKind.SitePage && file.Path.Split('/') is [_, _, .. { Length: > 1 } folders] ? string.Join('/', [.. folders[..^1], file.Name]) : file.Name;

    private static string Section(YamlMap keys, PageKind kind)
    {
        if (kind == PageKind.Symptom)
        {
            return ArticleFile.SymptomSection;
        }

        var isPage = kind == PageKind.SitePage;
        var section = keys.Text("section");
        string[] known = isPage ? [ArticleFile.PageSection] : ArticleFile.Sections;
        if (section.Length > 0 && !known.Contains(section))
        {
            keys.Error(keys.LineOfKey("section"), $"\"section\" is \"{section}\"; write {string.Join(", ", known)}{NearestName.Hint(section, known)}");
        }

        return isPage ? ArticleFile.PageSection : known.Contains(section) ? section : known[0];
    }

    private static Dictionary<string, IReadOnlyList<string>> Starts(YamlMap keys)
    {
        if (keys.Map("starts") is not { } starts)
        {
            if (!keys.Has("starts"))
            {
                keys.Missing("starts", "\"starts\" is missing; write which answers the consultation begins with, like { gut: [bloating] }");
            }

            return [];
        }

        var chosen = starts.Keys.Distinct(StringComparer.Ordinal).ToDictionary(linkId => linkId, starts.Texts, StringComparer.Ordinal);
        foreach (var (linkId, _) in chosen.Where(pair => pair.Value.Count == 0))
        {
            starts.Error(starts.LineOfKey(linkId), $"\"{linkId}\" has no answers; write a list of codes, like [bloating]");
        }

        return chosen;
    }

    private static ArticleChange Change(YamlMap map)
    {
        var change = new ArticleChange(map.Date("date"), map.Text("what"));
        map.Finish();
        return change;
    }

    private static TextBlock Matter(YamlMap keys, string key, string text) =>
        new(keys.Path, TextRole.Matter, text, [new LineStart(0, keys.LineOfKey(key))]);
}
