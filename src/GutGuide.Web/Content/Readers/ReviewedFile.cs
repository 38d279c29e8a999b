namespace GutGuide.Web.Content.Readers;

/// <summary>A file that is read again as a whole by a day.</summary>
/// <param name="Keys">For the lines of its keys.</param>
/// <param name="Owner">The role that keeps it up to date; null when the file names none of its own.</param>
internal sealed record ReviewedFile(YamlMap Keys, DateOnly Reviewed, DateOnly ReviewBy, string? Owner);
