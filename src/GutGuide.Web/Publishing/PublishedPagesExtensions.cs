using GutGuide.Web.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GutGuide.Web.Publishing;

public static class PublishedPagesExtensions
{
    /// <summary>Registers what renders and keeps the reading pages. <c>GutGuide:PublicUrl</c> says where the site is reached.</summary>
    /// <param name="started">Ends when the whole site answers, as <see cref="PublishedPages"/> takes it.</param>
    public static IServiceCollection AddPublishedPages(this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, Task> started)
    {
        var site = SiteAddress.FromSetting(configuration["GutGuide:PublicUrl"]);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(site);
        services.AddSingleton<PageRenderer>();
        services.AddSingleton(provider => PagesOf(provider, started(provider)));
        return services;
    }

    /// <param name="started">As <see cref="PublishedPages"/> takes it.</param>
    internal static PublishedPages PagesOf(IServiceProvider services, Task started)
    {
        var environment = services.GetRequiredService<IWebHostEnvironment>();
        return new PublishedPages(
            services.GetRequiredService<PageRenderer>(),
            services.GetRequiredService<PageSource>(),
            environment.WebRootFileProvider,
            services.GetRequiredService<SiteAddress>(),
            services.GetRequiredService<ILogger<PublishedPages>>(),
            started,
            isLive: environment.IsDevelopment());
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
