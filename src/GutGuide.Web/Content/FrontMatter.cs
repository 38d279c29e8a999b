using System.Text.RegularExpressions;

namespace GutGuide.Web.Content;

/// <summary>A file split at its fences into YAML and prose.</summary>
/// <param name="YamlLine">1-based line on which the YAML begins.</param>
/// <param name="BodyLine">1-based line on which the prose begins.</param>
public sealed partial record FrontMatter(string Yaml, int YamlLine, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>The prose with an empty line for each line before it, so that its line numbers are the file's.</summary>
    public string PlacedBody => new string('\n', BodyLine - 1) + Body;

    /// <summary>Whether a text says that it is not ready yet. Also for one that cannot be read any further: a draft is often half written.</summary>
    public static bool IsDraft(string text) =>
        text.Split('\n').Skip(1).TakeWhile(line => line.TrimEnd() != Fence).Any(line => DraftLine().IsMatch(line));

    /// <summary>Splits a text whose line ends are "\n"; null when it does not begin with fenced front matter.</summary>
    public static FrontMatter? Split(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 2 || lines[0].TrimEnd() != Fence)
        {
            return null;
        }

        var close = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        return close < 0
            ? null
            : new FrontMatter(string.Join('\n', lines[1..close]), 2, string.Join('\n', lines[(close + 1)..]), close + 2);
    }

    [GeneratedRegex("""^draft:\s*(["']?)true\1\s*(?:\s#.*)?$""")]
    private static partial Regex DraftLine();
}
