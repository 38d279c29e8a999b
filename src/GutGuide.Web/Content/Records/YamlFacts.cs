using GutGuide.Web.Content.Rules;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Content.Records;

/// <summary>
/// Everything that a YAML file says, a line for each value, whatever its keys are named: a key that somebody adds tomorrow is
/// in the record without anybody thinking of it.
/// </summary>
/// <param name="path">As in <see cref="ContentProblem.Path"/>.</param>
internal sealed class YamlFacts(string path, int firstLine)
{
    /// <summary>Keys that tell one entry of a list from the others.</summary>
    private static readonly string[] NamingKeys = ["id", "linkId", "code"];

    private const string Nothing = "none";

    private readonly List<RecordLine> _lines = [];

    /// <param name="subject">What the whole file is about: the first words of each key.</param>
    /// <param name="unrecorded">Keys at the top that are left out.</param>
    public static IReadOnlyList<RecordLine> Of(string subject, YamlNode root, string path, int firstLine = 1, IReadOnlySet<string>? unrecorded = null)
    {
        var facts = new YamlFacts(path, firstLine);
        if (root is YamlMappingNode map)
        {
            facts.ReadMap(subject, map, name => unrecorded?.Contains(name) != true);
        }
        else
        {
            facts.Read(subject, root);
        }

        return facts._lines;
    }

    private void Read(string key, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode { Children.Count: > 0 } map when !IsCondition(map):
                ReadMap(key, map, _ => true);
                break;
            case YamlSequenceNode list when list.Any(item => item is YamlMappingNode map && !IsCondition(map)):
                ReadList(key, list);
                break;
            default:
                Add(key, node is YamlScalarNode scalar ? TextOf(scalar) : ValueOf(node), node);
                break;
        }
    }

    private void ReadMap(string key, YamlMappingNode map, Func<string, bool> isRecorded)
    {
        foreach (var (name, value) in map.Children.Select(pair => (Name: TextOf(pair.Key), pair.Value)).Where(pair => isRecorded(pair.Name)))
        {
            Read($"{key} {name}", value);
        }
    }

    /// <summary>Entries with a name get lines of their own, and one that keeps their order; the others stand whole on one line.</summary>
    private void ReadList(string key, YamlSequenceNode list)
    {
        var names = new List<string>();
        foreach (var item in list)
        {
            if (item is YamlMappingNode map && NamingKeys.FirstOrDefault(name => map.Children.ContainsKey(name)) is { } naming)
            {
                names.Add(TextOf(map.Children[naming]));
                ReadMap($"{key} {names[^1]}", map, name => name != naming);
            }
            else
            {
                Add(key, ValueOf(item), item);
            }
        }

        if (names.Count > 0)
        {
            Add(key, string.Join(", ", names), list);
        }
    }

    private void Add(string key, string value, YamlNode node) => _lines.Add(new RecordLine(key, value.Length == 0 ? Nothing : value, path, firstLine + (int)node.Start.Line - 1));

    /// <summary>An entry with a name is none, though it may have a key such as <c>section</c>.</summary>
    private static bool IsCondition(YamlMappingNode map) =>
        !NamingKeys.Any(name => map.Children.ContainsKey(name)) && map.Children.Keys.Any(key => TextOf(key) is var name && (ConditionReader.Joints.Contains(name) || ConditionReader.Subjects.ContainsKey(name)));

    private static string ValueOf(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: 0 } or YamlSequenceNode { Children.Count: 0 } => Nothing,
        YamlSequenceNode list => string.Join(", ", list.Select(Inner)),
        YamlMappingNode map when IsCondition(map) => WordsOf(map),
        YamlMappingNode map => string.Join(", ", map.Children.Select(pair => $"{TextOf(pair.Key)}: {Inner(pair.Value)}")),
        _ => Quoted(TextOf(node), ",:{}[]\""),
    };

    private static string Inner(YamlNode node) => node switch
    {
        YamlSequenceNode => $"[{ValueOf(node)}]",
        YamlMappingNode map when !IsCondition(map) => $"{{ {ValueOf(node)} }}",
        _ => ValueOf(node),
    };

    /// <summary>A condition as one reads it aloud. No two conditions have the same words.</summary>
    private static string WordsOf(YamlMappingNode condition)
    {
        if (condition.Children.Count == 1 && condition.Children.First() is var (joint, parts) && parts is YamlSequenceNode list)
        {
            return string.Join($" {(TextOf(joint) == "all" ? "and" : "or")} ", list.Select(part =>
                part is YamlMappingNode { Children.Count: 1 } map && map.Children.First().Value is YamlSequenceNode ? $"({WordsOf(map)})" : PartOf(part)));
        }

        return string.Join(' ', condition.Children.Select(pair => TextOf(pair.Key) is "operator" or "value" or "answer" ? PartOf(pair.Value) : $"{TextOf(pair.Key)} {PartOf(pair.Value)}"));
    }

    private static string PartOf(YamlNode node) => node switch
    {
        YamlMappingNode map when IsCondition(map) => WordsOf(map),
        YamlScalarNode => Quoted(TextOf(node), " ()\""),
        _ => Inner(node),
    };

    private static string Quoted(string text, string marks) => text.Length == 0 || text.AsSpan().ContainsAny(marks) ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : text;

    private static string TextOf(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
}
