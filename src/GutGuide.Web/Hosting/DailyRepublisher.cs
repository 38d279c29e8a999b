namespace GutGuide.Web.Hosting;

/// <summary>Publishes anew after midnight (UTC), because evidence and pages fall due for review.</summary>
internal sealed partial class DailyRepublisher(SitePublisher publisher, SiteStartup startup, TimeProvider clock, ILogger<DailyRepublisher> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>Publishes once a day, and again soon where it fails: yesterday's pages are better than no site, but not for a whole day.</summary>
    internal static async Task RunAsync(Func<CancellationToken, Task> publish, Action<Exception> failed, TimeProvider clock, CancellationToken stopping)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var wait = now.Date.AddDays(1) - now.DateTime;
            do
            {
                await Task.Delay(wait, clock, stopping);
                wait = TryAgainAfter;
            }
            while (!await TryAsync());
        }

        async Task<bool> TryAsync()
        {
            try
            {
                await publish(stopping);
                return true;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed(fault);
                return false;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startup.Completed.WaitAsync(stoppingToken);
        await RunAsync(publisher.PublishAgainAsync, LogNotPublished, clock, stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The pages could not be rendered for the new day; this is tried again.")]
    private partial void LogNotPublished(Exception fault);
}
