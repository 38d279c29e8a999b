using System.Text.RegularExpressions;

namespace GutGuide.Web.Content.Wording;

/// <summary>What a text is for.</summary>
internal enum TextRole
{
    /// <summary>Title or description in front matter.</summary>
    Matter,
    Heading,
    Paragraph,
    Cell,
    BoxTitle,
    Caption,

    /// <summary>The title of a link or picture.</summary>
    LinkTitle,

    /// <summary>A text in a YAML file.</summary>
    Value,
}

/// <param name="Start">Index in the text.</param>
/// <param name="Line">1-based line of the file on which the text from there on stands.</param>
internal sealed record LineStart(int Start, int Line);

/// <summary>A run of plain words as a reader meets it, without marks and citations, that knows where it stands.</summary>
/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
/// <param name="Lines">At least one, in order.</param>
internal sealed partial record TextBlock(string Path, TextRole Role, string Text, IReadOnlyList<LineStart> Lines)
{
    private IReadOnlyList<Sentence>? _sentences;

    /// <summary>Name of the innermost box around it.</summary>
    public string? Box { get; init; }

    /// <summary>A source stands in the same paragraph or table row, in the line that introduces the list, or the whole file has its own.</summary>
    public bool IsSourced { get; init; }

    /// <summary>A grade X or D stands in the same paragraph or table row: what is said there is in dispute.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>A cell in a column that is headed as claims or myths.</summary>
    public bool IsClaimQuoted { get; init; }

    /// <summary>Marked as plain explanation.</summary>
    public bool IsGeneral { get; init; }

    public int Line => Lines[0].Line;

    public IReadOnlyList<Sentence> Sentences => _sentences ??= Wording.Sentences.Of(Text);

    public int LineAt(int start) => Lines.Last(line => line.Start <= start || line == Lines[0]).Line;

    /// <summary>Whether the character stands between quotation marks.</summary>
    public bool IsQuoted(int index) => Quotations().Matches(Text).Any(quote => quote.Index < index && index < quote.Index + quote.Length);

    [GeneratedRegex("\u201C[^\u201D]*\u201D|\"[^\"]*\"")]
    private static partial Regex Quotations();
}
