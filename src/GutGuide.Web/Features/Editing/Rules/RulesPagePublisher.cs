using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Editing.Cases;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Publishing;

namespace GutGuide.Web.Features.Editing.Rules;

/// <summary>
/// Publishes the page about the rules: at once without the proofs and the invented people, which take seconds, and again
/// with them. The site serves meanwhile.
/// </summary>
public sealed partial class RulesPagePublisher(LiveContent content, PublishedPages pages, ILogger<RulesPagePublisher> logger) : BackgroundService
{
    private static readonly PageHead Head = new(
        "/rules",
        "The rules, and what is proven of them",
        "Every rule of the consultation in plain words, and the promises that are proven for every possible set of answers.");

    /// <param name="report">Null while it is being worked out; the same holds for <paramref name="board"/>.</param>
    public static ReadingPage Page(Ruleset ruleset, ProofReport? report, Scoreboard? board) => ReadingPage.Of<RulesPage>(
        Head,
        (nameof(RulesPage.Ruleset), ruleset),
        (nameof(RulesPage.Report), report),
        (nameof(RulesPage.Board), board));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ruleset = content.Current.Ruleset;
        await Task.Yield();
        var report = await Task.Factory.StartNew(() => RulesetProof.Prove(ruleset), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var board = Scoreboard.Of(CaseSet.Shipped(ruleset, new ContentProblems()), new DecisionEngine(ruleset));
        await pages.AddAsync(Page(ruleset, report, board));
        var holding = report.Proofs.Count(proof => proof.Holds);
        LogProven(holding, report.Proofs.Count, report.Situations);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Proved {Holding} of {All} promises over {Situations} situations.")]
    private partial void LogProven(int holding, int all, long situations);
}
