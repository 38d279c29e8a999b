namespace GutGuide.Web.Content.Readers;

/// <summary>Phone numbers as read.</summary>
internal sealed record RegionFile(Regions Regions, IReadOnlyList<Listed<Region>> Listed)
{
    public static RegionFile Empty { get; } = new(new Regions([], RegionReader.NoRegion("")), []);
}

/// <summary>Reads <c>regions.yaml</c>: the words for no region, then each region with its lines.</summary>
internal static class RegionReader
{
    public static RegionFile Read(ContentFile file, ContentProblems problems)
    {
        if (YamlMap.Parse(file.Text, new YamlPlace(file.Path), problems) is not { } map)
        {
            return RegionFile.Empty;
        }

        var unset = map.Map("unset");
        if (unset is null)
        {
            map.Error(map.Line, "\"unset\" is missing; write what people read who chose no region");
        }

        var regions = map.Maps("regions").Select(ReadRegion).ToArray();
        var read = new RegionFile(new Regions([.. regions.Select(region => region.Value)], Unset(unset)), regions);
        unset?.Finish();
        map.Finish();
        return read;
    }

    internal static Region NoRegion(string text) =>
        new("", "", new([], text), new([], text), new([], text), new([], text), default);

    private static Region Unset(YamlMap? map) => map is null
        ? NoRegion("")
        : new Region(
            "",
            "",
            new([], map.Text("emergency-text")),
            new([], map.Text("advice-text")),
            new([], map.Text("poison-text")),
            new([], map.Text("crisis-text")),
            default);

    private static Listed<Region> ReadRegion(YamlMap map)
    {
        var region = new Region(
            map.Text("code"),
            map.Text("name"),
            ReadLines(map, "emergency"),
            ReadLines(map, "advice"),
            ReadLines(map, "poison"),
            ReadLines(map, "crisis"),
            map.Date("checked"))
        {
            Owner = map.OptionalText("owner"),
            Eating = map.Has("eating") || map.Has("eating-text") ? ReadLines(map, "eating") : null,
        };
        map.Texts("sources");
        map.Finish();
        return new Listed<Region>(region, map.Path, map.Line);
    }

    private static PhoneLines ReadLines(YamlMap map, string key)
    {
        var lines = new PhoneLines([.. map.Maps(key).Select(ReadLine)], map.OptionalText(key + "-text"));
        if (lines is { Lines.Count: 0, Text: null })
        {
            map.Error(map.Has(key) ? map.LineOfKey(key) : map.Line, $"\"{key}\" has no line; add one, or say in \"{key}-text\" what to do instead");
        }

        return lines;
    }

    private static PhoneLine ReadLine(YamlMap map)
    {
        var line = new PhoneLine(map.Text("label"), map.Text("number"), map.Text("display"), map.OptionalText("note"));
        if (!line.Number.TrimStart('+').All(char.IsAsciiDigit))
        {
            map.Error(map.LineOfKey("number"), $"\"number\" is \"{line.Number}\"; write digits only, and the readable form in \"display\"");
        }

        map.Finish();
        return line;
    }
}
