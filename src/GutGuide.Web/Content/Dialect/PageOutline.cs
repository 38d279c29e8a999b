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
    int ListCount,
    IReadOnlyList<Slip> Slips)
{
    public static PageOutline Empty { get; } = new([], [], [], [], [], [], [], 0, 0, []);

    /// <summary>Whether it says anything beside its title and headings.</summary>
    public bool HasText => Texts.Any(text => text.Role is TextRole.Paragraph or TextRole.Cell or TextRole.Caption);
}

/// <summary>What markdown makes of a text that was most likely meant otherwise.</summary>
internal enum SlipKind
{
    CodeBlock,

    /// <summary>A line such as <c>[name]: words</c>, which readers do not see.</summary>
    LinkDefinition,

    /// <summary>A paragraph that a line of dashes or equals signs below it makes a heading.</summary>
    UnderlinedHeading,
    EmptySection,
    SurplusCell,
    MissingCell,

    /// <summary>A code such as <c>&amp;shy;</c> for a character that nobody sees.</summary>
    OddEntity,
}

/// <param name="Value">The words that are at fault.</param>
internal sealed record Slip(SlipKind Kind, string Value, int Line);

/// <param name="Value">The address, source id or grade, as written.</param>
internal sealed record Placed(string Value, int Line);

/// <param name="Id">The anchor.</param>
internal sealed record PlacedHeading(int Level, string Id, string Text, int Line);

/// <param name="Parent">The block that it stands in.</param>
internal sealed record PlacedBox(string Name, string Argument, int Line, bool IsClosed, PlacedBox? Parent, bool IsEmpty);
