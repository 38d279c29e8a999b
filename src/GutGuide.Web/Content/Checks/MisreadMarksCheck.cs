using System.Text.RegularExpressions;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Marks of other dialects, and slips in our own, that readers would see as signs within the text.</summary>
internal sealed partial class MisreadMarksCheck : IContentCheck
{
    /// <summary>At the beginning of a line.</summary>
    private static readonly (Regex Pattern, string Message)[] AtLineStart =
    [
        (new Regex($"^:{{1,2}}[ ]?(?:{string.Join('|', BoxKind.All.Select(kind => kind.Name))})\\b"), "opens no block; write three colons, like :::unknown"),
        (HeadingWithoutSpace(), "is not a heading; write a space after the #"),
        (TaskBox(), "is not a box to tick; write the line as a plain one of the list"),
        (TypedBullet(), "is not a list; write \"- \" before each line, and an empty line before the first"),
        (BareTable(), "is not a table; write a row of headings above it and |---|---| below them"),
    ];

    /// <summary>Anywhere in a line.</summary>
    private static readonly (Regex Pattern, string Message)[] Anywhere =
    [
        (PartedLink(), "is not a link; write [text](/learn/remove), without a space before the ("),
        (Footnote(), "is not a note; cite a source, like [@s001], or say it in the text"),
        (WikiLink(), "is not a link; write [text](/learn/remove)"),
        (BareCitation(), "cites nothing; write it like [@s001]"),
        (Struck(), "strikes nothing out; take out what no longer holds"),
        (Highlighted(), "marks nothing; write **words** for what matters"),
        (OpenEmphasis(), "makes nothing bold, since it has no partner or a space beside it; write **words**"),
        (OpenEntity(), "shows as it stands; write the sign itself"),
        (BareAddress(), "is a web address in the text; cite a source instead, which carries it"),
    ];

    /// <summary>In every text that people read.</summary>
    private static readonly (Regex Pattern, string Message)[] Everywhere =
    [
        (WronglyDecoded(), "was decoded wrongly; write the sign that was meant, such as \u2019 or \u00E9"),
        (Placeholder(), "holds a place for a text; write it"),
    ];

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var text in content.Outlines.SelectMany(outline => outline.Outline.Texts).Where(text => text.Role != TextRole.Matter))
        {
            foreach (var (place, start) in text.Lines.Index())
            {
                var end = place + 1 < text.Lines.Count ? text.Lines[place + 1].Start : text.Text.Length;
                var line = text.Text[Math.Min(start.Start, end)..Math.Min(end, text.Text.Length)].Trim();
                Report(text, AtLineStart, line, _ => start.Line, problems);
            }

            Report(text, Anywhere, text.Text, text.LineAt, problems);
        }

        foreach (var text in content.AllTexts)
        {
            Report(text, Everywhere, text.Text, text.LineAt, problems);
        }
    }

    private static void Report(
        TextBlock text, (Regex Pattern, string Message)[] slips, string words, Func<int, int> lineAt, ContentProblems problems)
    {
        foreach (var (pattern, message) in slips)
        {
            if (pattern.Match(words) is { Success: true } match)
            {
                problems.Warning(text.Path, lineAt(match.Index), $"\"{match.Value}\" {message}");
            }
        }
    }

    [GeneratedRegex(@"^#{1,6}[^#\s]\S*")]
    private static partial Regex HeadingWithoutSpace();

    [GeneratedRegex(@"^\[[ xX]\](?=\s|$)")]
    private static partial Regex TaskBox();

    [GeneratedRegex(@"^[\u2022\u00B7\u25AA\u25CF\u25E6\u2023\u2043]")]
    private static partial Regex TypedBullet();

    [GeneratedRegex(@"^\|.*")]
    private static partial Regex BareTable();

    [GeneratedRegex(@"\[[^\[\]]+\]\s+\((?:/|\#|https?:)[^)]*\)")]
    private static partial Regex PartedLink();

    [GeneratedRegex(@"\[\^[^\[\]]+\]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\[\[[^\[\]]+\]\]")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\[(?:s|rule-)[0-9]{3}\]|\(@?(?:s|rule-)[0-9]{3}\)|(?<![\w\[])@(?:s|rule-)[0-9]{3}")]
    private static partial Regex BareCitation();

    [GeneratedRegex(@"~~[^~]*")]
    private static partial Regex Struck();

    [GeneratedRegex(@"==[^=\s][^=]*==")]
    private static partial Regex Highlighted();

    [GeneratedRegex(@"\*\*|__")]
    private static partial Regex OpenEmphasis();

    [GeneratedRegex(@"&(?:[a-z]{2,8}|\#x?[0-9a-fA-F]+)(?:;|\b(?=\W|$))")]
    private static partial Regex OpenEntity();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+")]
    private static partial Regex BareAddress();

    /// <summary>Text in UTF-8 that was read as Windows-1252 or Latin-1.</summary>
    [GeneratedRegex(
        @"\S*(?:\u00E2\u20AC|\u00E2\u0080|[\u00C2\u00C3][\u0080-\u00BF\u0152\u0153\u0160\u0161\u2018-\u203A\u20AC\u2122]|\u00EF\u00BB\u00BF)\S*")]
    private static partial Regex WronglyDecoded();

    [GeneratedRegex(@"\b(?:TODO|FIXME|XXX|TBD|TKTK|[Ll]orem ipsum)\b")]
    private static partial Regex Placeholder();
}
