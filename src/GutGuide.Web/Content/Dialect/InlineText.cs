using System.Text;
using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>The words of a line of markdown, without marks and citations.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        if (inlines is not null)
        {
            Append(text, inlines, (_, _) => { });
        }

        return text.ToString().Trim();
    }

    /// <summary>Appends the words, and reports each inline with the length so far, in reading order.</summary>
    public static void Append(StringBuilder text, ContainerInline inlines, Action<Inline, int> visit)
    {
        foreach (var inline in inlines)
        {
            visit(inline, text.Length);
            switch (inline)
            {
                case LiteralInline literal:
                    AppendLiteral(text, literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    AppendLiteral(text, " ");
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case TermInline term:
                    text.Append(term.Before).Append(term.Words).Append(term.After);
                    break;
                case LinkDelimiterInline bracket:
                    text.Append(bracket.ToLiteral());
                    Append(text, bracket, visit);
                    break;
                case ContainerInline container:
                    Append(text, container, visit);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Closes the gap that a citation before a full stop leaves.</summary>
    private static void AppendLiteral(StringBuilder text, ReadOnlySpan<char> words)
    {
        if (words.Length > 0 && words[0] is '.' or ',' or ';' or ':' or '?' or '!' or ' ' && text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append(words);
    }
}
