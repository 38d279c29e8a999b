namespace GutGuide.Web.Components.Layout;

/// <summary>Where the site can be reached from outside.</summary>
/// <param name="Root">Scheme and host, without a trailing slash.</param>
public sealed record SiteAddress(string Root)
{
    public const string SiteName = "GutGuide";

    /// <summary>Of a site that nobody has set up.</summary>
    public static SiteAddress Local { get; } = new("http://localhost:5080");

    /// <exception cref="ArgumentException">The setting is not an http or https address.</exception>
    public static SiteAddress FromSetting(string? publicUrl)
    {
        if (string.IsNullOrWhiteSpace(publicUrl))
        {
            return Local;
        }

        return Uri.TryCreate(publicUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new SiteAddress(publicUrl.TrimEnd('/'))
            : throw new ArgumentException($"GutGuide:PublicUrl is \"{publicUrl}\", which is not an http or https address.", nameof(publicUrl));
    }

    /// <summary>The whole address of a path.</summary>
    public string Of(string path) => path == "/" ? Root + "/" : Root + path;
}
