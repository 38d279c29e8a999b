using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>check</c>: every fault of the content, one a line, then what was proven, then the count.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextWriter output)
    {
        var problems = Check(line, settings);
        foreach (var problem in problems.All)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        await output.WriteLineAsync($"{problems.ErrorCount} errors, {problems.WarningCount} warnings");
        return problems.ErrorCount == 0 ? Commands.Done : Commands.Faulty;
    }

    private static ContentProblems Check(CommandLine line, IConfiguration settings)
    {
        try
        {
            return new ContentLoader(ContentDirectory.Find(line.Content, settings), TimeProvider.System).Load().Problems;
        }
        catch (ContentException fault)
        {
            var problems = new ContentProblems();
            problems.AddRange(fault.Problems);
            return problems;
        }
    }
}
