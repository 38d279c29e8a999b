namespace GutGuide.Web.Publishing;

/// <summary>Renders the pages anew after midnight (UTC), because a page says when its review is overdue.</summary>
public sealed partial class DailyPublication(PublishedPages pages, TimeProvider clock, ILogger<DailyPublication> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(now.Date.AddDays(1) - now.DateTime, clock, stoppingToken);
            await PublishAgainAsync();
        }
    }

    private async Task PublishAgainAsync()
    {
        try
        {
            await pages.PublishAgainAsync();
        }
        catch (IOException fault)
        {
            // Yesterday's pages are still right in all but one sentence: better than no site.
            LogNotPublished(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The pages could not be rendered for the new day")]
    private partial void LogNotPublished(IOException fault);
}
