using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>Other content to compare with: that of a folder, or of a git revision of the content folder.</summary>
/// <param name="Facts">As the record tells them, in words.</param>
internal sealed record OtherContent(Ruleset Ruleset, IReadOnlyList<string> Facts)
{
    /// <param name="against">A folder that holds <c>consultation/</c>, else a git revision.</param>
    /// <exception cref="ContentException">There is no such content, or its rules have errors.</exception>
    public static OtherContent Load(string contentDirectory, string against)
    {
        if (Directory.Exists(against))
        {
            return LoadFolder(against, against);
        }

        using var revision = GitRevision.Unpack(contentDirectory, against);
        return LoadFolder(revision.Directory, against);
    }

    private static OtherContent LoadFolder(string directory, string against)
    {
        var problems = new ContentProblems();
        var folder = new ContentFolder(directory);
        var ruleset = new RulesetLoader(folder, problems, MarkdownRenderer.RenderProse).Load();
        var errors = problems.All.Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();

        // They are of the past, or of another folder; that nothing can be compared is the fault of now.
        return errors.Length == 0 ? new OtherContent(ruleset, [.. SafetyFacts.Of(folder).Select(fact => fact.Text)]) : throw new ContentException(
        [
            new ContentProblem(against, 0, ProblemSeverity.Error, $"its rules have {errors.Length} errors by today's checks, the first at {errors[0].Path}:{errors[0].Line}: {errors[0].Message}; name a version without errors"),
        ]);
    }
}
