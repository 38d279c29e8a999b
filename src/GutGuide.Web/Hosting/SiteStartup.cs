using System.Data.Common;
using GutGuide.Web.Content;
using GutGuide.Web.Data;

namespace GutGuide.Web.Hosting;

/// <summary>
/// The start, in two steps. Reading pages need no database, so readers do not wait for it; whatever else is asked for meanwhile
/// waits for <see cref="Completed"/>.
/// </summary>
internal sealed class SiteStartup(IServiceProvider services)
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when consultations can be answered. Never, if that fails: then the site stops.</summary>
    public Task Completed => _completed.Task;

    /// <summary>Reads, checks and renders the content: after it, the reading pages can be served.</summary>
    /// <exception cref="ContentException">The content has errors.</exception>
    public Task OpenAsync() => Task.Run(() => services.GetRequiredService<SitePublisher>().OpenAsync());

    /// <summary>The database, the rules in it, and the search.</summary>
    /// <exception cref="DataFolderException">The database cannot be used, or the keys of its answers are gone.</exception>
    public async Task CompleteAsync()
    {
        try
        {
            await services.GetRequiredService<DatabaseSetup>().PrepareAsync();
            await services.GetRequiredService<AnswerKeys>().RequireAsync();
            await services.GetRequiredService<SitePublisher>().CompleteAsync();
        }
        catch (Exception fault) when (fault.GetBaseException() is DbException cause && fault is not DataFolderException)
        {
            throw new DataFolderException($"The database cannot be used ({cause.Message}). Where it is damaged, put a backup in its place: restore FILE --replace.", fault);
        }

        _completed.SetResult();
    }
}
