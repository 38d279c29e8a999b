using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Cases;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Publishing;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Hosting;

/// <summary>
/// Publishes the page about the rules: at once without the proofs and the invented people, which take seconds, and again
/// with them. The site serves meanwhile, and has finished its start before.
/// </summary>
internal sealed partial class RulesPagePublisher(
    LiveContent content,
    ScoringService scoring,
    PublishedPages pages,
    ProvenRules proven,
    SiteStartup startup,
    ILogger<RulesPagePublisher> logger) : BackgroundService
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
        await startup.Completed.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (hash, state) = (scoring.CurrentHash, content.State);
            try
            {
                await PublishAsync(state.Content.Ruleset, () => scoring.CurrentHash == hash, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The page then says that the proofs are not there yet. The site is none the worse for it.
                LogNotProven(fault);
            }

            while (scoring.CurrentHash == hash)
            {
                state = await content.AfterAsync(state, stoppingToken);
            }
        }
    }

    /// <param name="isCurrent">Rules that were changed meanwhile are proven again; what was proven of the old ones is dropped.</param>
    private async Task PublishAsync(Ruleset ruleset, Func<bool> isCurrent, CancellationToken stoppingToken)
    {
        await pages.BestCompression.WaitAsync(stoppingToken);
        var (report, board) = await Task.Factory.StartNew(() => Study(ruleset), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(stoppingToken);
        if (!isCurrent())
        {
            return;
        }

        await pages.AddAsync(Page(ruleset, report, board));
        var holding = report.Proofs.Count(proof => proof.Holds);
        LogProven(holding, report.Proofs.Count, report.Situations);
    }

    private (ProofReport Report, Scoreboard Board) Study(Ruleset ruleset) =>
        (proven.ReportOf(ruleset), Scoreboard.Of(CaseSet.Shipped(ruleset, new ContentProblems()), new DecisionEngine(ruleset)));

    [LoggerMessage(Level = LogLevel.Information, Message = "Proved {Holding} of {All} promises over {Situations} situations.")]
    private partial void LogProven(int holding, int all, long situations);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rules could not be proven.")]
    private partial void LogNotProven(Exception fault);
}
