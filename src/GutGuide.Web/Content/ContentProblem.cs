namespace GutGuide.Web.Content;

public enum ProblemSeverity
{
    Warning,

    /// <summary>Stops a start and a publish.</summary>
    Error,
}

/// <summary>A fault in one content file, placed so that its author can go straight to it.</summary>
/// <param name="Path">Relative to the content folder's parent, with forward slashes, such as <c>content/articles/x.md</c>.</param>
/// <param name="Line">1-based; 0 when the fault is of the whole file.</param>
/// <param name="Message">What was found, and what to write instead.</param>
public sealed record ContentProblem(string Path, int Line, ProblemSeverity Severity, string Message)
{
    public override string ToString() => $"{Path}:{Line}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}";
}

/// <summary>Collects every fault of a load, so that an editor sees them all at once.</summary>
public sealed class ContentProblems
{
    private readonly List<ContentProblem> _all = [];

    /// <summary>By file and line.</summary>
    public IReadOnlyList<ContentProblem> All =>
        [.. _all.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line)];

    public int ErrorCount => _all.Count(problem => problem.Severity == ProblemSeverity.Error);

    public int WarningCount => _all.Count - ErrorCount;

    public void Error(string path, int line, string message) => _all.Add(new ContentProblem(path, line, ProblemSeverity.Error, message));

    public void Warning(string path, int line, string message) => _all.Add(new ContentProblem(path, line, ProblemSeverity.Warning, message));

    /// <summary>What stops a publish elsewhere is only a warning in a file that is not published.</summary>
    public void Lower(string path)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            _all[i] = _all[i].Path == path ? _all[i] with { Severity = ProblemSeverity.Warning } : _all[i];
        }
    }

    public void AddRange(IEnumerable<ContentProblem> problems) => _all.AddRange(problems);
}

/// <summary>Content that cannot be published: carries every fault.</summary>
public sealed class ContentException(IReadOnlyList<ContentProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
