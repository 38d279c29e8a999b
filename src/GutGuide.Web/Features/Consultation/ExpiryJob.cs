using GutGuide.Web.Data;
using GutGuide.Web.Hosting;

namespace GutGuide.Web.Features.Consultation;

/// <summary>Deletes consultations past their time, once an hour, and counts where people left.</summary>
internal sealed partial class ExpiryJob(
    ConsultationStore store,
    ConsultationService service,
    DailyCounts counts,
    SiteStartup startup,
    TimeProvider clock,
    ILogger<ExpiryJob> logger) : BackgroundService
{
    private const int BatchSize = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Deletes everything past its time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteAsync(CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var deleted = 0;
            while (await store.ExpiredUnfinishedAsync(BatchSize, cancellation) is { Count: > 0 } expired)
            {
                var left = await store.DeleteExpiredAsync(expired);
                await CountAsync(left, cancellation);
                deleted += left.Count;
            }

            return deleted + await store.DeleteExpiredAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        await startup.Completed.WaitAsync(stoppingToken);
        do
        {
            try
            {
                var deleted = await DeleteAsync(stoppingToken);
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

    private async Task CountAsync(IReadOnlyList<Data.Consultation> left, CancellationToken cancellation)
    {
        var places = new List<string>();
        foreach (var consultation in left)
        {
            places.Add(await PlaceOfAsync(consultation, cancellation));
        }

        await Task.WhenAll(places.CountBy(place => place).Select(place => counts.AddAsync(place.Key, place.Value)));
    }

    private async Task<string> PlaceOfAsync(Data.Consultation consultation, CancellationToken cancellation)
    {
        var next = await service.NextAsync(consultation, cancellation);
        return next == Addresses.Result ? DailyCounts.Stopped : DailyCounts.LeftAt(next[(next.LastIndexOf('/') + 1)..]);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} expired consultations.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired consultations could not be deleted.")]
    private partial void LogFailed(Exception fault);
}
