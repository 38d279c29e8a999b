namespace GutGuide.Web.Content.Dialect;

internal enum BoxArgument
{
    None,

    /// <summary>The id of a care card or figure.</summary>
    Id,
    OptionalTitle,
    Title,
}

/// <summary>A block that editors can use.</summary>
/// <param name="Name">As written after the three colons.</param>
/// <param name="Heading">Set by the site; null when the block brings its own words.</param>
/// <param name="Label">A word above the heading.</param>
/// <param name="Inside">The block that it must stand in; null for the page itself.</param>
internal sealed record BoxKind(string Name, BoxArgument Argument, string? Heading = null, string? Label = null, string? Inside = null)
{
    public const string TwoViews = "two-views";

    public static BoxKind Care { get; } = new("care", BoxArgument.Id);

    /// <summary>A care card on a page about something else: a long list shows its first signs and opens to the rest.</summary>
    public static BoxKind CareShort { get; } = new("care-short", BoxArgument.Id);

    public static BoxKind Figure { get; } = new("figure", BoxArgument.Id);

    public static BoxKind Myth { get; } = new("myth", BoxArgument.Title, Label: "Myth");

    public static BoxKind Unknown { get; } = new("unknown", BoxArgument.None, "What we do not know");

    public static IReadOnlyList<BoxKind> All { get; } =
    [
        Care,
        CareShort,
        new("evidence", BoxArgument.OptionalTitle, "What the evidence says", "Evidence"),
        new("test-first", BoxArgument.None, "Test first"),
        Myth,
        Unknown,
        new("question", BoxArgument.Title),
        Figure,
        new(TwoViews, BoxArgument.None),
        new("functional", BoxArgument.None, "What functional medicine says", Inside: TwoViews),
        new("gastro", BoxArgument.None, "What gastroenterology says", Inside: TwoViews),
    ];

    public bool IsCare => this == Care || this == CareShort;

    public static BoxKind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
