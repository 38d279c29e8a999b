namespace GutGuide.Web.Features.Editing.LiveEditing;

internal static class LiveEditingExtensions
{
    private const string WatchSetting = "GutGuide:WatchContent";

    /// <summary>Watches the content folder in development, or where <c>GutGuide:WatchContent</c> says so.</summary>
    public static IServiceCollection AddLiveEditing(this IServiceCollection services, IConfiguration settings, IHostEnvironment environment) =>
        settings.GetValue(WatchSetting, environment.IsDevelopment()) ? services.AddHostedService<ContentWatcher>() : services;

    /// <summary>Lets open pages follow the content, in development only.</summary>
    public static void MapLiveEditing(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapContentEvents();
        }
    }
}
