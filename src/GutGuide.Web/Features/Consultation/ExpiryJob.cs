using GutGuide.Web.Data;

namespace GutGuide.Web.Features.Consultation;

/// <summary>Deletes consultations past their time, once an hour.</summary>
public sealed partial class ExpiryJob(ConsultationStore store, TimeProvider clock, ILogger<ExpiryJob> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var deleted = await store.DeleteExpiredAsync(stoppingToken);
                if (deleted > 0)
                {
                    LogDeleted(deleted);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next hour tries again; nobody can read an expired consultation meanwhile.
                LogFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} expired consultations.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired consultations could not be deleted.")]
    private partial void LogFailed(Exception fault);
}
