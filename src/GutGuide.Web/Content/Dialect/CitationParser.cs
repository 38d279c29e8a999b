using Markdig.Helpers;
using Markdig.Parsers;

namespace GutGuide.Web.Content.Dialect;

/// <summary>Reads <c>[@s001, @s006]</c>. What stands between the brackets is looked up later, so that a slip gets a message.</summary>
internal sealed class CitationParser : InlineParser
{
    private static readonly char[] Separators = [',', ';'];

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < 3 || text[1] != '@')
        {
            return false;
        }

        var end = text.IndexOfAny(']', '\n');
        if (end < 0 || text[end] != ']')
        {
            return false;
        }

        var sourceIds = text[2..end].ToString()
            .Split(Separators)
            .Select(part => part.Trim().TrimStart('@'))
            .ToArray();
        processor.Inline = new CitationInline(sourceIds)
        {
            Span = new(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + end)),
            Line = line,
            Column = column,
        };
        slice.Start += end + 1;
        return true;
    }
}
