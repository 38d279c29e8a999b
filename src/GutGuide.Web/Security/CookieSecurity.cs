using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace GutGuide.Web.Security;

/// <summary>
/// Whether cookies travel over https only. They always do, except where nothing leaves the machine: plain http on localhost.
/// </summary>
public sealed class CookieSecurity(SiteAddress site)
{
    /// <summary>A browser takes a cookie of such a name from this very host alone, and only over https.</summary>
    public const string HostPrefix = "__Host-";

    internal static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Known from the setting alone: a proxy in front may speak plain http to the site.</summary>
    public bool IsSiteSecure { get; } = site.Root.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public bool IsSecure(HttpContext context) =>
        IsSiteSecure || context.Request.IsHttps || !Loopback.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase);

    public string NameFor(HttpContext context, string name) => IsSecure(context) ? HostPrefix + name : name;

    /// <param name="age">Null for a cookie that ends with the browser.</param>
    public CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = IsSecure(context),
    };

    public void Configure(AntiforgeryOptions options) =>
        options.Cookie = new FormCookie(this) { Name = IsSiteSecure ? HostPrefix + FormCookie.PlainName : FormCookie.PlainName };

    /// <summary>
    /// Antiforgery's own way to demand https answers a plain request with a failure, also where a proxy has decrypted it.
    /// </summary>
    private sealed class FormCookie(CookieSecurity security) : CookieBuilder
    {
        public const string PlainName = "gutguide-form";

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => security.Options(context, null);
    }
}
