using GutGuide.Web.Publishing;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Reading;

public static class ReadingExtensions
{
    /// <summary>Says which pages are published. <c>GutGuide:OperatorName</c> and <c>GutGuide:OperatorContact</c> stand on one of them.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services, IConfiguration settings)
    {
        var siteOperator = SiteOperator.FromSettings(settings);
        return services.AddSingleton<PageSource>(provider =>
        {
            var (site, clock) = (provider.GetRequiredService<SiteAddress>(), provider.GetRequiredService<TimeProvider>());
            return content => ReadingPages.Of(content, site, siteOperator, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        });
    }
}
