using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Dialect;

/// <summary>What stands in a markdown text, each piece with the line of the file, for the checks to look at.</summary>
internal sealed record PageOutline(
    IReadOnlyList<TextBlock> Texts,
    IReadOnlyList<PlacedHeading> Headings,
    IReadOnlyList<Placed> Links,
    IReadOnlyList<Placed> Images,
    IReadOnlyList<Placed> Citations,
    IReadOnlyList<Placed> Grades,
    IReadOnlyList<PlacedBox> Boxes,
    int FigureAndTableCount,
    int ListCount)
{
    public static PageOutline Empty { get; } = new([], [], [], [], [], [], [], 0, 0);
}

/// <param name="Value">The address, source id or grade, as written.</param>
internal sealed record Placed(string Value, int Line);

/// <param name="Id">The anchor.</param>
internal sealed record PlacedHeading(int Level, string Id, string Text, int Line);

/// <param name="Parent">The block that it stands in.</param>
internal sealed record PlacedBox(string Name, string Argument, int Line, bool IsClosed, PlacedBox? Parent, bool IsEmpty);
