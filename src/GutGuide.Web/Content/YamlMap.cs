using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Content;

/// <summary>Where a piece of YAML stands.</summary>
/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="FirstLine">Line of the file on which the YAML begins: 1, or after the fence of front matter.</param>
public sealed record YamlPlace(string Path, int FirstLine = 1);

/// <summary>
/// A YAML mapping read key by key. Every fault becomes a placed problem and a harmless value, so that one load reports them
/// all; <see cref="Finish"/> then reports the keys that nobody asked for.
/// </summary>
public sealed class YamlMap
{
    /// <summary>No page was read or checked before; what was published before has a year, not a date.</summary>
    private const int FirstYear = 2000;

    private const string SeeReadme = "see content/README.md";

    private readonly YamlMappingNode _node;
    private readonly YamlPlace _place;
    private readonly ContentProblems _problems;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentProblem> _missing = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, YamlPlace place, ContentProblems problems)
    {
        _node = node;
        _place = place;
        _problems = problems;
        foreach (var (key, value) in node.Children)
        {
            _values[(key as YamlScalarNode)?.Value ?? ""] = value;
        }
    }

    public int Line => LineOf(_node);

    public string Path => _place.Path;

    public ContentProblems Problems => _problems;

    /// <summary>Keys that have been asked for: once a file is read, all that may stand in it.</summary>
    internal IReadOnlyCollection<string> Known => _asked;

    /// <summary>Keys in file order.</summary>
    public IEnumerable<string> Keys => _node.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "");

    /// <summary>Parses a whole text whose top is a mapping; null, with the problem reported, when it is not.</summary>
    public static YamlMap? Parse(string text, YamlPlace place, ContentProblems problems) => YamlSource.Root(text, place, problems) switch
    {
        YamlMappingNode map => new YamlMap(map, place, problems),
        null => null,
        var other => Report<YamlMap>(place, problems, other, "a mapping (key: value lines) was expected at the top of the file"),
    };

    /// <summary>Parses a whole text whose top is a list of mappings.</summary>
    public static IReadOnlyList<YamlMap> ParseList(string text, YamlPlace place, ContentProblems problems)
    {
        switch (YamlSource.Root(text, place, problems))
        {
            case YamlSequenceNode list:
                return MapsOf(list, place, problems);
            case null:
                return [];
            case var other:
                Report<YamlMap>(place, problems, other, "a list (lines that start with \"- \") was expected at the top of the file");
                return [];
        }
    }

    /// <summary>Also makes the key one that may stand here.</summary>
    public bool Has(string key)
    {
        _asked.Add(key);
        return _values.ContainsKey(key);
    }

    public int LineOfKey(string key)
    {
        foreach (var node in _node.Children.Keys)
        {
            if (node is YamlScalarNode scalar && scalar.Value == key)
            {
                return LineOf(scalar);
            }
        }

        return Line;
    }

    /// <summary>A required text.</summary>
    public string Text(string key)
    {
        if (OptionalText(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (Has(key))
        {
            Error(LineOfKey(key), $"\"{key}\" has no value; write one ({SeeReadme})");
        }
        else
        {
            Missing(key, $"\"{key}\" has no value; write one ({SeeReadme})");
        }

        return "";
    }

    public string? OptionalText(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                Error(LineOf(other), $"\"{key}\" must be a single text");
                return null;
        }
    }

    public bool Flag(string key, bool otherwise = false)
    {
        switch (OptionalText(key))
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                Error(LineOfKey(key), $"\"{key}\" is \"{text}\"; write true or false");
                return otherwise;
        }
    }

    public int Whole(string key) => OptionalWhole(key) ?? MissingWhole(key);

    public int? OptionalWhole(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error(LineOfKey(key), $"\"{key}\" is \"{text}\"; write a whole number");
        return 0;
    }

    /// <summary>A required number, with or without decimals.</summary>
    public double Number(string key)
    {
        var text = Text(key);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || text.Length == 0)
        {
            return number;
        }

        Error(LineOfKey(key), $"\"{key}\" is \"{text}\"; write a number");
        return 0;
    }

    /// <summary>A required date, written 2026-11-22.</summary>
    public DateOnly Date(string key)
    {
        var text = Text(key);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (text.Length > 0)
            {
                Error(LineOfKey(key), $"\"{key}\" is \"{text}\"; write a date like 2026-11-22");
            }

            return default;
        }

        if (date.Year < FirstYear)
        {
            Error(LineOfKey(key), $"\"{key}\" is {text}, long before this site; write the day it was done");
            return default;
        }

        return date;
    }

    /// <summary>One of a few words, mapped to a value.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words, T? otherwise = default)
        where T : struct
    {
        if (OptionalText(key) is not { } text)
        {
            if (otherwise is { } value)
            {
                return value;
            }

            Missing(key, $"\"{key}\" is missing; write one of {string.Join(", ", words.Keys)}");
            return default;
        }

        if (words.TryGetValue(text, out var found))
        {
            return found;
        }

        Error(LineOfKey(key), $"\"{key}\" is \"{text}\"; write one of {string.Join(", ", words.Keys)}{NearestName.Hint(text, words.Keys)}");
        return otherwise ?? default;
    }

    /// <summary>A list of texts; empty when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children.Select(node => TextOf(node, key))];
            case var other:
                Error(LineOf(other), $"\"{key}\" must be a list, such as [one, two]");
                return [];
        }
    }

    /// <summary>A list of lists of texts; empty when the key is absent.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TextLists(string key)
    {
        if (Take(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode outer && outer.Children.All(child => child is YamlSequenceNode))
        {
            return [.. outer.Children.Cast<YamlSequenceNode>().Select(inner => (IReadOnlyList<string>)[.. inner.Children.Select(child => TextOf(child, key))])];
        }

        Error(LineOf(node), $"\"{key}\" must be a list of lists, such as [[one, two]]");
        return [];
    }

    /// <summary>A mapping of texts, in file order; an empty value reads as "". Empty when the key is absent.</summary>
    public IReadOnlyList<(string Key, string Value, int Line)> Pairs(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case YamlMappingNode map:
                return [.. map.Children.Select(pair => (TextOf(pair.Key, key), TextOf(pair.Value, key), LineOf(pair.Key)))];
            case var other:
                Error(LineOf(other), $"\"{key}\" must be a mapping of name: text lines");
                return [];
        }
    }

    public YamlMap? Map(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(map, _place, _problems);
            case var other:
                Error(LineOf(other), $"\"{key}\" must be a mapping (key: value)");
                return null;
        }
    }

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return MapsOf(list, _place, _problems);
            case var other:
                Error(LineOf(other), $"\"{key}\" must be a list (lines that start with \"- \")");
                return [];
        }
    }

    public void Error(int line, string message) => _problems.Error(_place.Path, line, message);

    /// <summary>An error about a key that is not there. A slip in its name explains it better, and then <see cref="Finish"/> says only that.</summary>
    public void Missing(string key, string message)
    {
        var problem = new ContentProblem(_place.Path, Line, ProblemSeverity.Error, message);
        _missing[key] = problem;
        Error(problem.Line, problem.Message);
    }

    public void Warning(int line, string message) => _problems.Warning(_place.Path, line, message);

    /// <summary>Reports every key that nothing has asked for.</summary>
    public void Finish()
    {
        foreach (var key in Keys.Where(key => !_asked.Contains(key)))
        {
            if (NearestName.Of(key, _asked) is { } meant && _missing.Remove(meant, out var problem))
            {
                _problems.Remove(problem);
            }

            Error(LineOfKey(key), $"the key \"{key}\" is not known here{NearestName.Hint(key, _asked)}");
        }
    }

    private static List<YamlMap> MapsOf(YamlSequenceNode list, YamlPlace place, ContentProblems problems)
    {
        var maps = new List<YamlMap>();
        foreach (var node in list.Children)
        {
            if (node is YamlMappingNode map)
            {
                maps.Add(new YamlMap(map, place, problems));
            }
            else
            {
                Report<YamlMap>(place, problems, node, "a mapping (key: value) was expected in this list");
            }
        }

        return maps;
    }

    private static T? Report<T>(YamlPlace place, ContentProblems problems, YamlNode node, string message)
        where T : class
    {
        problems.Unreadable(place.Path, place.FirstLine + (int)node.Start.Line - 1, message);
        return null;
    }

    private YamlNode? Take(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key) is { } node && node is not YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain } ? node : null;
    }

    private int MissingWhole(string key)
    {
        Missing(key, $"\"{key}\" is missing; write a whole number");
        return 0;
    }

    private string TextOf(YamlNode node, string key)
    {
        if (node is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        Error(LineOf(node), $"\"{key}\" holds something that is not a text");
        return "";
    }

    private int LineOf(YamlNode node) => _place.FirstLine + (int)node.Start.Line - 1;
}
