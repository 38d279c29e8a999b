using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>Reads the marks in braces: <c>{grade=B}</c> and <c>{general}</c>. Other braces stay text.</summary>
internal sealed class MarkParser : InlineParser
{
    private const string GradeKey = "grade=";

    public MarkParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = text.IndexOfAny('}', '\n');
        if (end < 0 || text[end] != '}' || MarkOf(text[1..end]) is not { } mark)
        {
            return false;
        }

        mark.Span = new(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + end));
        mark.Line = line;
        mark.Column = column;
        processor.Inline = mark;
        slice.Start += end + 1;
        return true;
    }

    private static LeafInline? MarkOf(ReadOnlySpan<char> inside) =>
        inside is "general" ? new GeneralInline()
        : inside.StartsWith(GradeKey, StringComparison.Ordinal) ? new GradeInline(inside[GradeKey.Length..].Trim().ToString())
        : null;
}
