namespace GutGuide.Web.Content.Records;

/// <summary>The rules and words of a content folder beside what was signed off.</summary>
/// <param name="Signed">Null when there is no record, or none that can be read.</param>
/// <param name="Facts">The folder as it is now.</param>
/// <param name="Differences">Empty without a record.</param>
/// <param name="Fault">What is wrong with the record itself; null when nothing is.</param>
public sealed record RecordComparison(SignedRecord? Signed, IReadOnlyList<RecordLine> Facts, IReadOnlyList<RecordDifference> Differences, ContentProblem? Fault)
{
    /// <summary>More than this nobody reads in a terminal, and the list in the file is the same.</summary>
    public const int MostShown = 50;

    public const string HowToSign = "sign-off --by \"NAME, ROLE\"";

    public bool IsAsSigned => Fault is null && Differences.Count == 0;

    public static RecordComparison Of(string contentDirectory)
    {
        var folder = new ContentFolder(contentDirectory);
        var facts = SafetyFacts.Of(folder);
        var path = $"{Path.GetFileName(folder.Directory)}/{SignedRecord.File}";
        if (!File.Exists(Path.Combine(folder.Directory, SignedRecord.File)))
        {
            return new RecordComparison(null, facts, [], Error(path, 0, $"the file is missing, so nobody has signed these rules off; read them, then run {HowToSign}"));
        }

        var unreadable = new ContentProblems();
        var signed = folder.Read(SignedRecord.File, unreadable) is { } file ? SignedRecord.Parse(file.Text) : null;
        return signed is null
            ? new RecordComparison(null, facts, [], unreadable.All is [var fault, ..] ? fault : Error(path, 1, $"this is no record of a sign-off; restore the file, or write it anew with {HowToSign}"))
            : new RecordComparison(signed, facts, RecordDifference.Between(signed.Facts, facts, path), FaultOf(signed, path));
    }

    /// <summary>Every difference in its place, up to a number that can be read.</summary>
    public void Report(ContentProblems problems)
    {
        if (Fault is not null)
        {
            problems.AddRange([Fault]);
        }

        foreach (var difference in Differences.Take(MostShown))
        {
            problems.Error(difference.Path, difference.Line, $"not as signed off: {RecordWords.Of(difference)}; put it back, or run sign-off");
        }

        if (Differences.Count > MostShown)
        {
            problems.Error(Differences[MostShown].Path, 0, $"not as signed off: {Differences.Count - MostShown} more facts differ, from here on in the order of the files; put them back, or run sign-off, which lists them");
        }
    }

    private static ContentProblem? FaultOf(SignedRecord signed, string path) => signed.IsAsWritten
        ? null
        : Error(path, SignedRecord.FirstLine - 2, $"the record was changed by hand, for its lines do not have its hash; restore it, or run {HowToSign}");

    private static ContentProblem Error(string path, int line, string message) => new(path, line, ProblemSeverity.Error, message);
}
