using Markdig.Syntax.Inlines;

namespace GutGuide.Web.Content.Dialect;

/// <summary><c>{grade=B}</c>: how strong the evidence is for what stands before it.</summary>
internal sealed class GradeInline(string grade) : LeafInline
{
    public static IReadOnlyList<string> Known { get; } = ["A", "B", "C", "D", "X"];

    public string Grade { get; } = grade;

    public bool IsKnown => Known.Contains(Grade);
}

/// <summary><c>{general}</c>: marks a paragraph as plain explanation that needs no source. Renders nothing.</summary>
internal sealed class GeneralInline : LeafInline;
