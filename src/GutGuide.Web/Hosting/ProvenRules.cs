using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Hosting;

/// <summary>Which rules are proven. Rules with a broken promise are served to nobody.</summary>
/// <remarks>
/// A proof takes seconds, and is always the same for the same rules and the same engine. So it is worked out once in a process,
/// however often the rules are read, and its outcome stands in the data folder for the next start.
/// </remarks>
/// <param name="folder">Null where the site has none of its own; then each start proves anew.</param>
public sealed class ProvenRules(DataFolder? folder = null)
{
    /// <summary>Enough for what is served, what an editor works on, and what it is compared with.</summary>
    private const int MostKept = 4;

    private const string MarkName = "proven-rules";

    private static readonly Lock Keeping = new();
    private static readonly List<(string Print, Lazy<ProofReport> Report)> Kept = [];

    private string? Mark => folder is null ? null : Path.Combine(folder.Path, MarkName);

    public ProofReport ReportOf(Ruleset ruleset) => Entry(PrintOf(ruleset), ruleset).Value;

    /// <exception cref="ContentException">A promise is broken; each with the place of its rule.</exception>
    public void Require(SiteContent content)
    {
        var print = PrintOf(content.Ruleset);
        if (IsMarked(print))
        {
            return;
        }

        var report = Entry(print, content.Ruleset).Value;
        if (!report.Holds)
        {
            throw new ContentException(content.FaultsOf(report));
        }

        Remember(print);
    }

    private void Remember(string print)
    {
        try
        {
            if (Mark is { } mark)
            {
                var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using var file = new StreamWriter(mark, options);
                file.Write(print);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next start proves them again, and whoever needs the folder says what is wrong with it.
        }
    }

    private static Lazy<ProofReport> Entry(string print, Ruleset ruleset)
    {
        lock (Keeping)
        {
            if (Kept.Find(entry => entry.Print == print) is { Report: { } known })
            {
                return known;
            }

            var report = new Lazy<ProofReport>(() => RulesetProof.Prove(ruleset));
            Kept.Add((print, report));
            if (Kept.Count > MostKept)
            {
                Kept.RemoveAt(0);
            }

            return report;
        }
    }

    private bool IsMarked(string print) => Mark is { } mark && File.Exists(mark) && File.ReadAllText(mark) == print;

    /// <summary>The same for the same rules and the same engine. The words of suggestions are no part of any proof, but that there is a step.</summary>
    private static string PrintOf(Ruleset ruleset)
    {
        var wordless = ruleset with { Suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion with { Text = null! })] };
        var steps = string.Concat(ruleset.Suggestions.Select(suggestion => suggestion.Text.Step.Length > 0 ? '+' : '-'));
        return $"{RulesetStore.HashOf(wordless)} {typeof(RulesetProof).Module.ModuleVersionId:N} {steps}";
    }
}
