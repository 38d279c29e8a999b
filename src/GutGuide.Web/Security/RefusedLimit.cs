using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace GutGuide.Web.Security;

/// <summary>Limits requests that hold out something worthless, and no others.</summary>
internal sealed class RefusedLimit(Func<HttpContext, bool> isRefused) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimits.PerRefusal(httpContext, isRefused(httpContext));
}
