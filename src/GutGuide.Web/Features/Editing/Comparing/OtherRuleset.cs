using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>The rules of other content, to compare with: those of a folder, or of a git revision of the content folder.</summary>
internal static class OtherRuleset
{
    /// <param name="against">A folder that holds <c>consultation/</c>, else a git revision.</param>
    /// <exception cref="ContentException">There is no such content, or its rules have errors.</exception>
    public static Ruleset Load(string contentDirectory, string against)
    {
        if (Directory.Exists(against))
        {
            return LoadFolder(against, against);
        }

        using var revision = GitRevision.Unpack(contentDirectory, against);
        return LoadFolder(revision.Directory, against);
    }

    private static Ruleset LoadFolder(string directory, string against)
    {
        var problems = new ContentProblems();
        var ruleset = new RulesetLoader(new ContentFolder(directory), problems, MarkdownRenderer.RenderProse).Load();
        var errors = problems.All.Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();

        // They are of the past, or of another folder; that nothing can be compared is the fault of now.
        return errors.Length == 0 ? ruleset : throw new ContentException(
        [
            new ContentProblem(against, 0, ProblemSeverity.Error, $"its rules have {errors.Length} errors by today's checks, the first at {errors[0].Path}:{errors[0].Line}: {errors[0].Message}; name a version without errors"),
        ]);
    }
}
