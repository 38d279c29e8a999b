using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Dialect;

/// <summary>The text of an SVG file as it stands inside a page.</summary>
internal static partial class FigureMarkup
{
    /// <summary>The picture from its svg tag on: a page needs no XML declaration.</summary>
    public static string Inline(string svg)
    {
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        return (start < 0 ? svg : svg[start..]).Trim();
    }

    /// <summary>The same picture with a suffix on every id and on what refers to one, for its second use on a page.</summary>
    public static string WithSuffix(string svg, string suffix)
    {
        var renamed = IdAttribute().Replace(svg, match => $"{match.Groups[1]}{match.Groups[2]}{suffix}\"");
        renamed = Reference().Replace(renamed, match => $"{match.Value}{suffix}");
        return IdListAttribute().Replace(
            renamed,
            match => $"{match.Groups[1]}{string.Join(' ', match.Groups[2].Value.Split(' ').Select(id => id + suffix))}\"");
    }

    [GeneratedRegex("(\\sid=\")([^\"]+)\"")]
    private static partial Regex IdAttribute();

    [GeneratedRegex("(?<=url\\(#)[^)\"']+|(?<=href=\"#)[^\"]+")]
    private static partial Regex Reference();

    [GeneratedRegex("(\\saria-(?:labelledby|describedby)=\")([^\"]+)\"")]
    private static partial Regex IdListAttribute();
}
