using GutGuide.Web.Components.Layout;
using GutGuide.Web.Features.Reading;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GutGuide.Web.Publishing;

public static class PublishedPagesExtensions
{
    /// <summary>Registers what renders and keeps the reading pages. <c>GutGuide:PublicUrl</c> says where the site is reached.</summary>
    public static IServiceCollection AddPublishedPages(this IServiceCollection services, IConfiguration configuration)
    {
        var site = SiteAddress.FromSetting(configuration["GutGuide:PublicUrl"]);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(site);
        services.AddSingleton<PageRenderer>();
        services.AddSingleton(provider => new PublishedPages(
            provider.GetRequiredService<PageRenderer>(),
            provider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider,
            site,
            SiteOperator.FromSettings(configuration),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PublishedPages>>(),
            provider.GetRequiredService<Opening>().Completed,
            provider.GetRequiredService<IWebHostEnvironment>().IsDevelopment()));
        return services;
    }

    /// <summary>
    /// Answers requests for published addresses. Stands before routing, sessions and everything else that costs time or sets
    /// a cookie; what it does not know goes on.
    /// </summary>
    public static IApplicationBuilder UsePublishedPages(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<PublishedPages>();
        return app.Use(next => context => pages.Current?.TryAnswer(context) ?? next(context));
    }
}
