using System.Text.RegularExpressions;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Content.Readers;

/// <summary>
/// The words, source ids and links of a file that is read elsewhere for what it means: rule files, suggestions, phone numbers.
/// Its own faults are reported there.
/// </summary>
internal sealed partial class OtherFile
{
    /// <summary>Keys whose values are names for the checks, not words for people.</summary>
    private static readonly HashSet<string> UnspokenKeys = new(StringComparer.Ordinal) { "names", "item", "also" };

    /// <summary>Keys whose values people read, however short.</summary>
    private static readonly HashSet<string> SpokenKeys = new(StringComparer.Ordinal)
    {
        "text", "title", "plain", "help", "label", "note", "step", "stop", "display",
        "do", "amount", "sign", "helps", "no-change", "cost",
    };

    private readonly string _path;
    private readonly List<TextBlock> _texts = [];
    private readonly List<Listed<string>> _sourceIds = [];
    private readonly List<Listed<string>> _links = [];

    private OtherFile(string path) => _path = path;

    /// <summary>As in <see cref="ContentProblem.Path"/>.</summary>
    public string Path => _path;

    /// <summary>Of a suggestion: its id.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(_path);

    public bool IsSuggestion => _path.Contains("/suggestions/", StringComparison.Ordinal);

    public IReadOnlyList<TextBlock> Texts => _texts;

    public IReadOnlyList<Listed<string>> SourceIds => _sourceIds;

    public IReadOnlyList<Listed<string>> Links => _links;

    /// <summary>What stands below the front matter; null for a file of YAML, and for one that cannot be parsed.</summary>
    public PageOutline? Body { get; private set; }

    public static OtherFile OfYaml(ContentFile file)
    {
        var other = new OtherFile(file.Path);
        other.ReadYaml(file.Text, firstLine: 1);
        return other;
    }

    public static OtherFile OfMarkdown(ContentFile file)
    {
        var other = new OtherFile(file.Path);
        if (FrontMatter.Split(file.Text) is { } parts)
        {
            other.ReadYaml(parts.Yaml, parts.YamlLine);
            other.ReadBody(parts.PlacedBody);
        }

        return other;
    }

    private void ReadBody(string body)
    {
        if (MarkdownRenderer.TryParse(body) is { } document)
        {
            var outline = new OutlineReader(_path, isSourced: true).Read(document);
            Body = outline;
            _texts.AddRange(outline.Texts);
            _links.AddRange(outline.Links.Select(link => new Listed<string>(link.Value, _path, link.Line)));
        }
    }

    private void ReadYaml(string yaml, int firstLine)
    {
        if (YamlSource.Root(yaml, new YamlPlace(_path, firstLine), new ContentProblems()) is { } root)
        {
            ReadNode(root, firstLine);
        }
    }

    /// <param name="isSpoken">It stands under a key for words: a single one is a text, too.</param>
    private void ReadNode(YamlNode node, int firstLine, bool isSpoken = false)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { } value }:
                ReadScalar(value, firstLine + (int)node.Start.Line - 1, isSpoken);
                break;
            case YamlSequenceNode list:
                foreach (var item in list)
                {
                    ReadNode(item, firstLine);
                }

                break;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children.Where(pair => !Names(pair.Key, UnspokenKeys)))
                {
                    ReadNode(value, firstLine, Names(key, SpokenKeys));
                }

                break;
            default:
                break;
        }
    }

    private static bool Names(YamlNode key, HashSet<string> keys) => key is YamlScalarNode { Value: { } name } && keys.Contains(name);

    private void ReadScalar(string value, int line, bool isSpoken)
    {
        if (SourceId().IsMatch(value))
        {
            _sourceIds.Add(new Listed<string>(value, _path, line));
        }
        else if (value.StartsWith('/'))
        {
            _links.Add(new Listed<string>(value, _path, line));
        }
        else if (isSpoken || value.Contains(' ', StringComparison.Ordinal) || (char.IsAsciiDigit(value.FirstOrDefault()) && value.Any(char.IsAsciiLetter)))
        {
            _texts.Add(new TextBlock(_path, TextRole.Value, value, [new LineStart(0, line)]) { IsSourced = true });
        }
    }

    [GeneratedRegex("^(s|rule-)[0-9]{3}$")]
    private static partial Regex SourceId();
}
