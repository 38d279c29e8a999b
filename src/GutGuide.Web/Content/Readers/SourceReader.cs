using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Readers;

/// <summary>Reads <c>sources.yaml</c>: one mapping for each source, under its id.</summary>
internal static partial class SourceReader
{
    /// <summary>Nothing older is cited for its findings.</summary>
    private const int FirstYear = 1800;

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
            list.Problems.Unreadable(list.Path, line, $"the source {id} is empty; write at least its title");
            return null;
        }

        var source = new Source(
            id,
            map.Text("title"),
            map.OptionalText("authors"),
            map.OptionalText("publisher"),
            Year(map),
            map.OptionalText("locator"),
            Numbered(map, "doi", Doi(), "10.1136/gutjnl-2020-322260, without an address before it"),
            Numbered(map, "pmid", Pmid(), "31076401"),
            Numbered(map, "pmcid", Pmcid(), "PMC6790068"),
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

    private static int? Year(YamlMap map)
    {
        var year = map.OptionalWhole("year");
        if (year is < FirstYear or > 9999)
        {
            map.Error(map.LineOfKey("year"), $"\"year\" is {year}; write the year of publication, with four digits");
        }

        return year;
    }

    private static string? Numbered(YamlMap map, string key, Regex form, string example)
    {
        var number = map.OptionalText(key);
        if (number is not null && !form.IsMatch(number))
        {
            map.Error(map.LineOfKey(key), $"\"{key}\" is \"{number}\"; write it like {example}");
        }

        return number;
    }

    [GeneratedRegex(@"^10\.[0-9]{4,9}/\S+(?<![.,;])$")]
    private static partial Regex Doi();

    [GeneratedRegex("^[1-9][0-9]{0,7}$")]
    private static partial Regex Pmid();

    [GeneratedRegex("^PMC[1-9][0-9]{0,8}$")]
    private static partial Regex Pmcid();
}
