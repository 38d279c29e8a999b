using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary>The first use of a glossary term on a page.</summary>
/// <param name="term">What it means.</param>
/// <param name="words">As the author wrote it.</param>
internal sealed class TermInline(GlossaryTerm term, string words) : LeafInline
{
    public GlossaryTerm Term { get; } = term;

    public string Words { get; } = words;
}
