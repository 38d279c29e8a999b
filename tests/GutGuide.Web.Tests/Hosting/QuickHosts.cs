using GutGuide.Web.Hosting;
using GutGuide.Web.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Hosting;

internal static class QuickHosts
{
    /// <summary>
    /// The proofs, and the best compression: each has tests of its own and would cost every host seconds of both cores. The
    /// rules page then says that nothing is proven yet, and the compression waits for a start that never comes.
    /// </summary>
    public static void LeaveOutWhatTakesSeconds(this IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(RulesPagePublisher)));
        services.AddSingleton(provider => PublishedPagesExtensions.PagesOf(provider, started: new TaskCompletionSource().Task));
    }
}
