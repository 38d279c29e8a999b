namespace GutGuide.Web.Content.Records;

/// <summary>One fact that safety rests on, as one line of the record.</summary>
/// <param name="Key">What it is about, such as <c>red-flags rf-melaena tier</c>.</param>
/// <param name="Path">Of the file that says so, as in <see cref="ContentProblem.Path"/>.</param>
public sealed record RecordLine(string Key, string Value, string Path, int Line)
{
    public string Text => $"{Key}: {Value}";

    /// <summary>The kind, such as <c>red-flags</c>.</summary>
    public string Kind => Key.Split(' ', 2)[0];
}
