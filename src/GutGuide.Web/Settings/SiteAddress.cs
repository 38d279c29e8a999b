
namespace GutGuide.Web.Settings;

/// <summary>Where the site can be reached from outside.</summary>
/// <param name="Root">Scheme and host, without a trailing slash.</param>
public sealed record SiteAddress(string Root)
{
    public const string SiteName = "GutGuide";

    /// <summary>Of a site that nobody has set up.</summary>
    public static SiteAddress Local { get; } = new("http://localhost:5080");

    /// <exception cref="SettingException">The setting is not an http or https address, or has more than a host.</exception>
    public static SiteAddress FromSetting(string? publicUrl)
    {
        if (string.IsNullOrWhiteSpace(publicUrl))
        {
            return Local;
        }

        return !Uri.TryCreate(publicUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? throw new SettingException($"GutGuide:PublicUrl is \"{publicUrl}\", which is not an http or https address.")
            : uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0
            ? throw new SettingException($"GutGuide:PublicUrl is \"{publicUrl}\"; the site needs a host of its own, so write {uri.GetLeftPart(UriPartial.Scheme)}{uri.Authority}.")
            : new SiteAddress(uri.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>The whole address of a path.</summary>
    public string Of(string path) => path == "/" ? Root + "/" : Root + path;
}
