using GutGuide.Web.Content;

namespace GutGuide.Web;

/// <summary>Publishes anew after midnight (UTC), because evidence and pages fall due for review.</summary>
internal sealed partial class DailyPublication(SitePublisher publisher, LiveContent live, TimeProvider clock, ILogger<DailyPublication> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(now.Date.AddDays(1) - now.DateTime, clock, stoppingToken);
            await PublishAgainAsync(stoppingToken);
        }
    }

    private async Task PublishAgainAsync(CancellationToken stoppingToken)
    {
        try
        {
            await publisher.PublishAsync(live.Current, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Yesterday's pages are better than no site.
            LogNotPublished(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The pages could not be rendered for the new day")]
    private partial void LogNotPublished(Exception fault);
}
