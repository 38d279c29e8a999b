using System.Globalization;
using System.Text.RegularExpressions;

namespace GutGuide.Web.Features.Reading;

/// <summary>Where a rendered body cites its sources.</summary>
public sealed partial class CitationMarks
{
    private readonly ILookup<int, string> _idsByNumber;

    private CitationMarks(ILookup<int, string> idsByNumber) => _idsByNumber = idsByNumber;

    /// <summary>Finds the marks by their ids: <c>cite-1a</c> is the first mention of the first source.</summary>
    public static CitationMarks In(string html) => new(MarkId().Matches(html).ToLookup(
        match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
        match => match.Groups["id"].Value));

    /// <summary>Ids of the mentions of a source, in reading order.</summary>
    /// <param name="number">1 for the first source of the page.</param>
    public IReadOnlyList<string> Of(int number) => [.. _idsByNumber[number]];

    [GeneratedRegex("\\sid=\"(?<id>cite-(?<number>[0-9]{1,4})[a-z]+)\"")]
    private static partial Regex MarkId();
}
