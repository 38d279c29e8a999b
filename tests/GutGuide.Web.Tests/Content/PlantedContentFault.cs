using GutGuide.Web.Content;

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

    /// <summary>A second slip that belongs to the first, where one alone is none.</summary>
    public (string File, string Old, string New)? AlsoIn { get; init; }

    /// <summary>Makes the slip in a copy of the sample content, and gives all that was reported.</summary>
    public ContentProblems AssertReported(ProblemSeverity severity)
    {
        using var content = new SampleContent();
        _ = Old.Length == 0 ? content.Write(File, New) : content.Replace(File, Old, New);
        if (AlsoIn is { } also)
        {
            content.Replace(also.File, also.Old, also.New);
        }

        var line = At is null ? 0 : content.LineOf(In, At);

        var problems = content.Load().Problems;

        Assert.True(
            problems.All.Any(problem => IsReport(problem, line, severity)),
            $"Expected {In}:{line}: {severity}: ...{Says}...{Environment.NewLine}Reported:{Environment.NewLine}{string.Join(Environment.NewLine, problems.All)}");
        return problems;
    }

    private bool IsReport(ContentProblem problem, int line, ProblemSeverity severity) =>
        problem.Severity == severity
        && problem.Message.Contains(Says, StringComparison.Ordinal)
        && problem.Path == $"content/{In}"
        && problem.Line == line;
}
