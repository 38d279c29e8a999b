using System.Diagnostics;
using System.Threading.Channels;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Hosting;

namespace GutGuide.Web.Features.Editing.LiveEditing;

/// <summary>
/// Watches the content folder. What is saved is read and checked as a whole, and published when it is sound; when it is not,
/// the last good version stays and the faults are told.
/// </summary>
internal sealed partial class ContentWatcher(
    ContentLoader loader,
    LiveContent live,
    SitePublisher publisher,
    SiteStartup startup,
    ILogger<ContentWatcher> logger) : BackgroundService
{
    /// <summary>Editors write a file in steps: to another name, renamed, touched again.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(80);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startup.Completed.WaitAsync(stoppingToken);
        using var watcher = Watch();
        LogWatching(loader.Directory);
        // The folder may have changed between its first reading and now.
        _changes.Writer.TryWrite(true);
        while (await _changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await BecomeCalmAsync(stoppingToken);
            await PublishAsync(stoppingToken);
        }
    }

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(loader.Directory)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        // So many changes at once that some were lost: reading everything finds them all.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnChange(object sender, FileSystemEventArgs change) => _changes.Writer.TryWrite(true);

    private async Task BecomeCalmAsync(CancellationToken stoppingToken)
    {
        while (_changes.Reader.TryRead(out _))
        {
            await Task.Delay(Calm, stoppingToken);
        }
    }

    private async Task PublishAsync(CancellationToken stoppingToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var loaded = loader.Load();
            if (loaded.Problems.ErrorCount > 0)
            {
                Refuse([.. loaded.Problems.All.Where(problem => problem.Severity == ProblemSeverity.Error)]);
                return;
            }

            await publisher.PublishAsync(loaded.Content, stoppingToken);
            var elapsed = Stopwatch.GetElapsedTime(started);
            LogPublished(elapsed);
        }
        catch (ContentException fault)
        {
            Refuse(fault.Problems);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever an edit brings about, the site that is served goes on, and the editor hears of it.
            LogFailed(fault);
            Refuse([new ContentProblem("content", 0, ProblemSeverity.Error, $"the content could not be published ({fault.Message})")]);
        }
    }

    private void Refuse(IReadOnlyList<ContentProblem> faults)
    {
        live.Refuse(faults);
        var list = string.Join(Environment.NewLine, faults);
        LogRefused(list);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Watching {Directory}")]
    private partial void LogWatching(string directory);

    [LoggerMessage(Level = LogLevel.Information, Message = "The changed content was read, checked and published in {Elapsed}")]
    private partial void LogPublished(TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changed content has faults, and the last good version stays.\n{Faults}")]
    private partial void LogRefused(string faults);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed content could not be published")]
    private partial void LogFailed(Exception fault);
}
