using GutGuide.Web.Content;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Tests.Content;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Tests.Records;

/// <summary>One value of a rule file that ships, and the tree that it stands in.</summary>
/// <param name="Keys">From the top; entries of lists are left out.</param>
/// <param name="Siblings">The mapping or list that it stands in.</param>
/// <param name="Facts">What the record says of the entry as the tree is now.</param>
internal sealed record RuleValue(string File, IReadOnlyList<string> Keys, YamlScalarNode Node, YamlNode Siblings, Func<string[]> Facts)
{
    public string Key => Keys.Count > 0 ? Keys[^1] : "";
}

/// <summary>Every value that safety rests on, in the trees of the files that ship: a test may change one and put it back.</summary>
internal static class RuleFiles
{
    public static IReadOnlyList<RuleValue> Values { get; } =
    [
        .. Roots().SelectMany(file => Entries(file.Root).SelectMany(entry =>
            Leaves(file.Name, entry, [], entry, () => [.. YamlFacts.Of(file.Name, entry, file.Name, unrecorded: file.Unrecorded).Select(fact => fact.Text)], file.Unrecorded))),
    ];

    private static IEnumerable<(string Name, YamlNode Root, IReadOnlySet<string>? Unrecorded)> Roots()
    {
        var folder = new ContentFolder(ShippedContent.Directory);
        var problems = new ContentProblems();
        foreach (var file in folder.ReadAll("consultation", ".yaml", problems).Append(folder.Read("regions.yaml", problems)!))
        {
            yield return (file.Name, YamlSource.Root(file.Text, new YamlPlace(file.Path), problems)!, null);
        }

        foreach (var file in folder.ReadAll("suggestions", ".md", problems))
        {
            yield return ($"suggestions {file.Name}", YamlSource.Root(FrontMatter.Split(file.Text)!.Yaml, new YamlPlace(file.Path), problems)!, SafetyFacts.UnrecordedKeys);
        }
    }

    /// <summary>Each entry under a root of its own, so that little has to be read again for each change.</summary>
    private static IEnumerable<YamlNode> Entries(YamlNode root) => root switch
    {
        YamlSequenceNode list => list.Select(item => (YamlNode)new YamlSequenceNode(item)),
        YamlMappingNode map => map.Children.SelectMany(pair => pair.Value is YamlSequenceNode list && list.All(item => item is YamlMappingNode)
            ? list.Select(item => (YamlNode)new YamlMappingNode(pair.Key, new YamlSequenceNode(item)))
            : [new YamlMappingNode(pair.Key, pair.Value)]),
        _ => [],
    };

    private static IEnumerable<RuleValue> Leaves(string file, YamlNode node, string[] keys, YamlNode siblings, Func<string[]> facts, IReadOnlySet<string>? unrecorded) => node switch
    {
        YamlScalarNode scalar => [new RuleValue(file, keys, scalar, siblings, facts)],
        YamlSequenceNode list => list.SelectMany(item => Leaves(file, item, keys, list, facts, null)),
        YamlMappingNode map => map.Children
            .Where(pair => unrecorded?.Contains(((YamlScalarNode)pair.Key).Value!) != true)
            .SelectMany(pair => Leaves(file, pair.Value, [.. keys, ((YamlScalarNode)pair.Key).Value!], map, facts, null)),
        _ => [],
    };
}
