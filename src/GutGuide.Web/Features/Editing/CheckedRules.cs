using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Features.Editing;

/// <summary>The rules alone, for commands that need no article.</summary>
internal static class CheckedRules
{
    /// <exception cref="ContentException">There is no content, or its rules have errors: nothing may be decided by them.</exception>
    public static Ruleset Load(CommandLine line, IConfiguration settings)
    {
        var problems = new ContentProblems();
        var folder = new ContentFolder(ContentDirectory.Find(line.Content, settings));
        var ruleset = new RulesetLoader(folder, problems, MarkdownRenderer.RenderProse).Load();
        return problems.ErrorCount == 0 ? ruleset : throw new ContentException(problems.All);
    }
}
