using GutGuide.Core.Proofs;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>check</c>: every fault of the content, one a line, then what was proven, then the count.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextWriter output)
    {
        var (content, problems) = Load(line, settings);
        var report = content is not null && problems.ErrorCount == 0 ? RulesetProof.Prove(content.Ruleset) : null;
        foreach (var fault in report?.Counterexamples ?? [])
        {
            problems.Error("content/consultation", 0, fault.ToString());
        }

        foreach (var problem in problems.All)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        await output.WriteLineAsync(report is null
            ? "The rules were not proven: the content has errors."
            : FormattableString.Invariant($"Proved {report.Proofs.Count(proof => proof.Holds)} of {report.Proofs.Count} promises over {report.Situations} situations; {report.Reached.Count} rules reached by an example."));
        await output.WriteLineAsync($"{problems.ErrorCount} errors, {problems.WarningCount} warnings");
        return problems.ErrorCount == 0 ? Commands.Done : Commands.Faulty;
    }

    private static (SiteContent? Content, ContentProblems Problems) Load(CommandLine line, IConfiguration settings)
    {
        try
        {
            var loaded = new ContentLoader(ContentDirectory.Find(line.Content, settings), TimeProvider.System).Load();
            return (loaded.Content, loaded.Problems);
        }
        catch (ContentException fault)
        {
            var problems = new ContentProblems();
            problems.AddRange(fault.Problems);
            return (null, problems);
        }
    }
}
