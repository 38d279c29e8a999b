namespace GutGuide.Web.Content.Readers;

/// <summary>Reads <c>sources.yaml</c>: one mapping for each source, under its id.</summary>
internal static class SourceReader
{
    private static readonly Dictionary<string, SourceReading> Readings = new(StringComparer.Ordinal)
    {
        ["seen"] = SourceReading.Seen,
        ["partly"] = SourceReading.Partly,
        ["from-memory"] = SourceReading.FromMemory,
    };

    public static IReadOnlyList<Listed<Source>> Read(ContentFile file, ContentProblems problems)
    {
        var list = YamlMap.Parse(file.Text, new YamlPlace(file.Path), problems);
        return list is null ? [] : [.. list.Keys.Select(id => Read(list, id)).OfType<Listed<Source>>()];
    }

    private static Listed<Source>? Read(YamlMap list, string id)
    {
        var line = list.LineOfKey(id);
        if (list.Map(id) is not { } map)
        {
            list.Error(line, $"the source {id} is empty; write at least its title");
            return null;
        }

        var source = new Source(
            id,
            map.Text("title"),
            map.OptionalText("authors"),
            map.OptionalText("publisher"),
            map.OptionalWhole("year"),
            map.OptionalText("locator"),
            map.OptionalText("doi"),
            map.OptionalText("pmid"),
            map.OptionalText("pmcid"),
            Url(map),
            map.OneOf("read", Readings),
            map.OptionalText("note"))
        {
            ReviewBy = map.Has("review-by") ? map.Date("review-by") : null,
            Accessed = map.Has("accessed") ? map.Date("accessed") : null,
            Owner = map.OptionalText("owner"),
            IsUndated = map.Flag("undated"),
        };
        if (source is { IsUndated: true, IsDated: true })
        {
            map.Error(map.LineOfKey("undated"), $"the source {id} has a date and says \"undated\"; take one out");
        }

        map.Finish();
        return new Listed<Source>(source, list.Path, line);
    }

    private static string? Url(YamlMap map)
    {
        var url = map.OptionalText("url");
        if (url is null || url.StartsWith("https://", StringComparison.Ordinal))
        {
            return url;
        }

        map.Error(map.LineOfKey("url"), $"\"url\" is \"{url}\"; write an address that begins with https://");
        return null;
    }
}
