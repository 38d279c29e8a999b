namespace GutGuide.Web.Content.Readers;

/// <summary>Reads <c>search.yaml</c>: what people type for a page that does not say it in these words.</summary>
internal static class SearchReader
{
    public const string File = "search.yaml";

    public static IReadOnlyList<Listed<SearchPhrases>> Read(ContentFile file, ContentProblems problems) =>
        [.. YamlMap.ParseList(file.Text, new YamlPlace(file.Path), problems).Select(Read)];

    private static Listed<SearchPhrases> Read(YamlMap map)
    {
        var read = new SearchPhrases(map.Text("page"), map.Texts("also"));
        if (read.Also.Count == 0 || read.Also.Any(string.IsNullOrWhiteSpace))
        {
            map.Error(map.LineOfKey("also"), "\"also\" holds no phrases; write a list of what people type, like [heartburn, acid reflux]");
        }

        map.Finish();
        return new Listed<SearchPhrases>(read, map.Path, map.Line);
    }
}
