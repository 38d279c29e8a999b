namespace GutGuide.Web.Content;

/// <summary>What is served at one moment.</summary>
/// <param name="Version">Another after each publication, and in each process.</param>
/// <param name="Faults">Why the files as they are now are not what is served; empty when they are.</param>
public sealed record LiveState(SiteContent Content, string Version, IReadOnlyList<ContentProblem> Faults);

/// <summary>The content that is served now. A good change takes its place as a whole; a faulty one leaves it as it is.</summary>
public sealed class LiveContent(SiteContent content)
{
    private readonly Lock _oneAtATime = new();
    private volatile LiveState _state = new(content, NewVersion(), []);
    private TaskCompletionSource _changed = NewSignal();

    public LiveState State => _state;

    public SiteContent Current => _state.Content;

    public void Replace(SiteContent fresh) => Change(_ => new LiveState(fresh, NewVersion(), []));

    /// <summary>Keeps the last good content, and tells why.</summary>
    public void Refuse(IReadOnlyList<ContentProblem> faults) => Change(state => state with { Faults = faults });

    /// <summary>Waits until the state is another than the one that is known.</summary>
    public async Task<LiveState> AfterAsync(LiveState known, CancellationToken cancellation)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (_state != known)
            {
                return _state;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string NewVersion() => Guid.NewGuid().ToString("N");

    private void Change(Func<LiveState, LiveState> change)
    {
        TaskCompletionSource changed;
        lock (_oneAtATime)
        {
            _state = change(_state);
            changed = _changed;
            Volatile.Write(ref _changed, NewSignal());
        }

        changed.SetResult();
    }
}
