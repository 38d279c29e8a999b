using GutGuide.Web.Data;
using GutGuide.Web.Publishing;
using GutGuide.Web.Scoring;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GutGuide.Web.Features.Operating;

/// <summary>Two addresses for whatever watches the site: whether the process answers at all, and whether to send people to it.</summary>
public static class Health
{
    public const string Root = "/health";
    public const string Live = Root + "/live";
    public const string Ready = Root + "/ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<Readiness>("readiness");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks(Ready);
    }

    /// <summary>Ready is: pages and rules are published, the database can be read and written, and the site is not about to stop.</summary>
    private sealed class Readiness(
        PublishedPages pages,
        ScoringService scoring,
        DatabaseSetup database,
        IDatabaseWrites writes,
        IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The site is stopping.")
            : pages.Current is null || !scoring.HasPublished ? HealthCheckResult.Unhealthy("Nothing has been published yet.")
            : !await database.AnswersAsync(writes, cancellationToken) ? HealthCheckResult.Unhealthy("The database cannot be read or written.")
            : HealthCheckResult.Healthy();
    }
}
