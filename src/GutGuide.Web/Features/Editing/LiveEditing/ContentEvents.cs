using System.Runtime.CompilerServices;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Editing.LiveEditing;

/// <summary>What an editor's open page is told: which version is served, and why the files as they are now are not.</summary>
/// <param name="Faults">Each as <c>path:line: error: message</c>.</param>
internal sealed record ContentEvent(string Version, IReadOnlyList<string> Faults)
{
    public static ContentEvent Of(LiveState state) => new(state.Version, [.. state.Faults.Select(fault => fault.ToString())]);
}

/// <summary>Sends each change of the content to open pages, as server-sent events.</summary>
internal static class ContentEvents
{
    public const string Address = "/dev/content";

    public static void MapContentEvents(this IEndpointRouteBuilder site) => site.MapGet(
        Address,
        (LiveContent live, IHostApplicationLifetime lifetime, CancellationToken aborted) => TypedResults.ServerSentEvents(AllAsync(live, lifetime.ApplicationStopping, aborted)));

    private static async IAsyncEnumerable<ContentEvent> AllAsync(LiveContent live, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        for (var state = live.State; ; state = await live.AfterAsync(state, ended.Token))
        {
            yield return ContentEvent.Of(state);
        }
    }
}
