using GutGuide.Core.Proofs.Claims;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Features.Editing.Comparing;

namespace GutGuide.Web.Features.Editing;

/// <summary>
/// <c>check</c>: every fault of the content and every difference from what was signed off, one a line, then what was proven, then
/// what an edit changes, then the count.
/// </summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextWriter output)
    {
        var (loaded, problems) = Load(line, settings);
        var ruleset = loaded is not null && problems.ErrorCount == 0 ? loaded.Content.Ruleset : null;
        var other = ruleset is not null && line.Against is not null ? LoadOther(line, settings, line.Against, problems) : null;

        // What differs from the record is told when it is the only thing that is wrong: it would repeat every other fault.
        var record = ruleset is null ? null : RecordComparison.Of(ContentDirectory.Find(line.Content, settings));
        record?.Report(problems);

        // Each takes seconds, and neither needs the other.
        var earlier = other is null ? null : Task.Run(() => EditEffect.IsSame(other.Ruleset, ruleset!) ? null : RulesetProof.Prove(other.Ruleset));
        var report = ruleset is null ? null : RulesetProof.Prove(ruleset);
        if (report is not null)
        {
            problems.AddRange(loaded!.Content.FaultsOf(report));
        }

        foreach (var problem in problems.All)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        await output.WriteLineAsync(report is null
            ? "The rules were not proven: the content has errors."
            : FormattableString.Invariant($"Proved {report.Proofs.Count(proof => proof.Holds)} of {report.Proofs.Count} promises over {report.Situations} situations; {report.Reached.Count} rules reached by an example."));
        var isLooser = false;
        if (line.Against is { } against)
        {
            var effect = other is null || earlier is null || record is null ? null
                : EditEffect.Of(other.Ruleset, await earlier, ruleset!, report!) with { Facts = RecordDifference.Between(other.Facts, record.Facts, against) };
            isLooser = effect is null || LooserEdit.Of(effect).Count > 0;
            foreach (var words in effect is null ? [$"Nothing was compared with {against}; the errors say why."] : EffectReport.Lines(effect, against))
            {
                await output.WriteLineAsync(words);
            }
        }

        await output.WriteLineAsync($"{problems.ErrorCount} errors, {problems.WarningCount} warnings");
        return problems.ErrorCount == 0 && !(line.FailOnLooser && isLooser) ? Commands.Done : Commands.Faulty;
    }

    private static OtherContent? LoadOther(CommandLine line, IConfiguration settings, string against, ContentProblems problems)
    {
        try
        {
            return OtherContent.Load(ContentDirectory.Find(line.Content, settings), against);
        }
        catch (ContentException fault)
        {
            problems.AddRange(fault.Problems);
            return null;
        }
    }

    internal static (LoadedContent? Loaded, ContentProblems Problems) Load(CommandLine line, IConfiguration settings)
    {
        try
        {
            var loaded = new ContentLoader(ContentDirectory.Find(line.Content, settings), TimeProvider.System).Load();
            return (loaded, loaded.Problems);
        }
        catch (ContentException fault)
        {
            var problems = new ContentProblems();
            problems.AddRange(fault.Problems);
            return (null, problems);
        }
    }
}
