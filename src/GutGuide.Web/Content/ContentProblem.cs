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
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);

    /// <summary>Files that cannot be read come first, since more may follow from them; then by file and line.</summary>
    public IReadOnlyList<ContentProblem> All =>
    [
        .. _all.OrderBy(problem => problem.Severity == ProblemSeverity.Error && _unread.Contains(problem.Path) ? 0 : 1)
            .ThenBy(problem => problem.Path, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line),
    ];

    public int ErrorCount => _all.Count(problem => problem.Severity == ProblemSeverity.Error);

    public int WarningCount => _all.Count - ErrorCount;

    public void Error(string path, int line, string message) => _all.Add(new ContentProblem(path, line, ProblemSeverity.Error, message));

    public void Warning(string path, int line, string message) => _all.Add(new ContentProblem(path, line, ProblemSeverity.Warning, message));

    /// <summary>An error after which a file, a folder, or a part of a file is unknown: what is missing because of it is not reported.</summary>
    public void Unreadable(string path, int line, string message)
    {
        _unread.Add(path);
        Error(path, line, message);
    }

    /// <summary>Something in a file has no name, so that whoever names it is not at fault.</summary>
    public void LeaveUnread(string path) => _unread.Add(path);

    /// <summary>Takes back what another problem of the same line explains better.</summary>
    public void Remove(ContentProblem problem) => _all.Remove(problem);

    public bool HasUnread => _unread.Count > 0;

    /// <summary>Whether a file could not be read, or not all of it.</summary>
    /// <param name="file">Inside the content folder, such as <c>sources.yaml</c>.</param>
    public bool IsUnread(string file) => _unread.Any(path => Inside(path) == file);

    /// <summary>Whether a file of that name could not be read, in a folder whose files are named after what they hold.</summary>
    public bool IsUnread(string folder, string name) => IsUnread(folder) || UnreadIn(folder).Contains(name);

    /// <summary>The names, without extension, of the files of a folder that could not be read.</summary>
    public IEnumerable<string> UnreadIn(string folder) => _unread
        .Where(path => Inside(path).StartsWith(folder + '/', StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>What stops a publish elsewhere is only a warning in a file that is not published.</summary>
    public void Lower(string path)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            _all[i] = _all[i].Path == path ? _all[i] with { Severity = ProblemSeverity.Warning } : _all[i];
        }
    }

    public void AddRange(IEnumerable<ContentProblem> problems) => _all.AddRange(problems);

    /// <summary>Takes over what was found on the side.</summary>
    public void AddRange(ContentProblems other)
    {
        _all.AddRange(other._all);
        _unread.UnionWith(other._unread);
    }

    private static string Inside(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>Content that cannot be published: carries every fault.</summary>
public sealed class ContentException(IReadOnlyList<ContentProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
