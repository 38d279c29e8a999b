namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// Tells every open page that the site is about to stop, before its connection closes. Whoever is reading a question then
/// knows why, and that nothing is lost.
/// </summary>
public sealed class ShutdownNotice
{
    /// <summary>Enough for thousands of circuits to render one line; what is late goes without.</summary>
    private static readonly TimeSpan TellWithin = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<Func<Task>> _pages = [];

    public ShutdownNotice(IHostApplicationLifetime lifetime)
    {
        // What is registered last is called first: by then the hub has registered the closing of its connections.
        lifetime.ApplicationStarted.Register(() => lifetime.ApplicationStopping.Register(TellAll));
    }

    /// <summary>A page that wants to be told. Disposing takes it off the list.</summary>
    public IDisposable Join(Func<Task> tell)
    {
        lock (_gate)
        {
            _pages.Add(tell);
        }

        return new Leaving(this, tell);
    }

    private void TellAll()
    {
        Func<Task>[] pages;
        lock (_gate)
        {
            pages = [.. _pages];
        }

        try
        {
            Task.WhenAll(pages.Select(tell => Task.Run(tell))).Wait(TellWithin);
        }
        catch (AggregateException)
        {
            // A circuit that ended meanwhile has nobody to tell, and stopping goes on.
        }
    }

    private sealed class Leaving(ShutdownNotice notice, Func<Task> tell) : IDisposable
    {
        public void Dispose()
        {
            lock (notice._gate)
            {
                notice._pages.Remove(tell);
            }
        }
    }
}
