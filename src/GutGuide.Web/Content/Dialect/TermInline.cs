using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>The first use of a glossary term on a page.</summary>
/// <param name="term">What it means.</param>
/// <param name="words">As the author wrote it.</param>
/// <param name="before">The bracket or quotation mark that it follows without a space.</param>
/// <param name="after">The signs that follow it without a space.</param>
internal sealed class TermInline(GlossaryTerm term, string words, string before, string after) : LeafInline
{
    public GlossaryTerm Term { get; } = term;

    public string Words { get; } = words;

    public string Before { get; } = before;

    public string After { get; } = after;
}
