namespace GutGuide.Web.Content.Readers;

/// <summary>Something read from a list file, with its place.</summary>
/// <param name="Path">As in <see cref="ContentProblem.Path"/>.</param>
internal sealed record Listed<T>(T Value, string Path, int Line);
