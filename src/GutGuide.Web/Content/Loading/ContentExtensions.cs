namespace GutGuide.Web.Content.Loading;

public static class ContentExtensions
{
    /// <summary>Reads the content folder. <c>GutGuide:ContentDirectory</c> names another than the nearest.</summary>
    /// <exception cref="ContentException">The content has errors; all of them are in it.</exception>
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(provider => new ContentLoader(ContentDirectory.Find(null, settings), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new LiveContent(provider.GetRequiredService<ContentLoader>().Load().OrThrow()));
        return services;
    }
}
