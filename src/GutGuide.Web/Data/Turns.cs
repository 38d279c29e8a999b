namespace GutGuide.Web.Data;

/// <summary>Lets those who change the same thing go one after the other, first come, first served.</summary>
internal sealed class Turns : IDisposable
{
    /// <summary>Things share queues; with so many, hardly anybody waits for a stranger.</summary>
    private const int Queues = 1024;

    private readonly SemaphoreSlim[] _queues = [.. Enumerable.Range(0, Queues).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>Ends the turn when it is disposed.</returns>
    public async ValueTask<IDisposable> TakeAsync(Guid id, CancellationToken cancellation)
    {
        var queue = _queues[(uint)id.GetHashCode() % Queues];
        await queue.WaitAsync(cancellation);
        return new Turn(queue);
    }

    public void Dispose() => Array.ForEach(_queues, queue => queue.Dispose());

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
