using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary><c>[@s001, @s006]</c>: the sources of what stands before it.</summary>
internal sealed class CitationInline(IReadOnlyList<string> sourceIds) : LeafInline
{
    public IReadOnlyList<string> SourceIds { get; } = sourceIds;

    /// <summary>One for each source, once the page is composed.</summary>
    public IReadOnlyList<CitationMark> Marks { get; set; } = [];
}

/// <param name="Number">1 for the first source of the page.</param>
/// <param name="Id">Unique on the page, so that the source list can link back: <c>cite-1a</c>, then <c>cite-1b</c>.</param>
internal sealed record CitationMark(int Number, string Id);
