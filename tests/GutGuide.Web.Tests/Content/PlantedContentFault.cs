namespace GutGuide.Web.Tests.Content;

/// <summary>A slip that an editor could make in the sample content, and what must be said of it.</summary>
/// <param name="Old">What stands in the file.</param>
/// <param name="New">What the slip makes of it.</param>
/// <param name="At">Words of the line that must be named, as it stands after the slip; null when the whole file is at fault.</param>
/// <param name="Says">A part of the message.</param>
internal sealed record PlantedContentFault(string File, string Old, string New, string? At, string Says)
{
    /// <summary>The file that is named, where it is not the one with the slip.</summary>
    public string In { get; init; } = File;
}
