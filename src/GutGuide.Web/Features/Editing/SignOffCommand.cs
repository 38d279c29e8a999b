using System.Globalization;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Features.Editing.Comparing;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>sign-off</c>: shows what changed since the last one and what that does to people, then records the rules as they are.</summary>
internal static class SignOffCommand
{
    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextWriter output)
    {
        var (name, role) = CommandLine.NameAndRole(line.By)!.Value;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        if (line.Date > today)
        {
            await output.WriteLineAsync($"{Day(line.Date.Value)} is still to come; nothing was signed off.");
            return Commands.WrongUse;
        }

        var (loaded, problems) = CheckCommand.Load(line, settings);
        var content = loaded?.Content;
        var report = content is null || problems.ErrorCount > 0 ? null : RulesetProof.Prove(content.Ruleset);
        if (report is null || report.Counterexamples.Any())
        {
            problems.AddRange(report is null ? [] : loaded!.Content.FaultsOf(report));
            foreach (var fault in problems.All.Where(problem => problem.Severity == ProblemSeverity.Error))
            {
                await output.WriteLineAsync(fault.ToString());
            }

            await output.WriteLineAsync($"Nothing was signed off: {(report is null ? "the content has errors" : "a promise is broken")}. Run check.");
            return Commands.Faulty;
        }

        var directory = ContentDirectory.Find(line.Content, settings);
        var record = RecordComparison.Of(directory);
        foreach (var words in Changes(record).Concat(Effect(line.Against ?? GitRevision.LastChangeOf(directory, SignedRecord.File), directory, content!.Ruleset, report, record)))
        {
            await output.WriteLineAsync(words);
        }

        var signed = SignedRecord.Of(new Signature(name, role, line.Date ?? today), record.Facts);
        signed.Save(directory);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}, {role}, signed off {signed.Facts.Count} facts on {Day(signed.Signature.Date)}: {Path.Combine(directory, SignedRecord.File)}, hash {signed.Hash}."));
        return Commands.Done;
    }

    private static IEnumerable<string> Changes(RecordComparison record)
    {
        if (record.Signed is not { } signed)
        {
            return
            [
                record.Fault!.Message.Split(';')[0] + ". Everything is new:",
                .. record.Facts.CountBy(fact => fact.Kind).Select(kind => string.Create(CultureInfo.InvariantCulture, $"  {kind.Value} facts of {kind.Key}")),
            ];
        }

        return record.Differences.Count == 0
            ? [$"Nothing has changed since {signed.Signature.Name} signed off on {Day(signed.Signature.Date)}."]
            :
            [
                string.Create(CultureInfo.InvariantCulture, $"{record.Differences.Count} facts have changed since {signed.Signature.Name} signed off on {Day(signed.Signature.Date)}:"),
                .. EffectReport.FactLines(record.Differences),
            ];
    }

    private static IEnumerable<string> Effect(string? against, string directory, Ruleset ruleset, ProofReport report, RecordComparison record)
    {
        if (against is null)
        {
            return ["The effect on people was not worked out: no earlier version is known. Name one with --against."];
        }

        try
        {
            var other = OtherContent.Load(directory, against);
            var earlier = EditEffect.IsSame(other.Ruleset, ruleset) ? null : RulesetProof.Prove(other.Ruleset);
            return EffectReport.Lines(EditEffect.Of(other.Ruleset, earlier, ruleset, report) with { Facts = RecordDifference.Between(other.Facts, record.Facts, against) }, against, withFacts: false);
        }
        catch (ContentException fault)
        {
            return ["The effect on people was not worked out:", .. fault.Problems.Select(problem => $"  {problem}")];
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
