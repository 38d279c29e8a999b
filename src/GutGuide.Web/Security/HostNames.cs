using GutGuide.Web.Settings;
using Microsoft.AspNetCore.HostFiltering;

namespace GutGuide.Web.Security;

/// <summary>By which names the site may be called. Anybody can write a Host or Origin header; neither may decide where a person goes.</summary>
public static class HostNames
{
    private const string Setting = "AllowedHosts";
    private const string Anything = "*";

    /// <summary>The framework turns everything else away before the site sees it, and what names no host at all.</summary>
    public static IServiceCollection AddHostNames(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<HostFilteringOptions>().PostConfigure<SiteAddress>((options, site) =>
        {
            var host = new Uri(site.Root).Host;
            options.AllowEmptyHosts = false;
            if (settings[Setting] is null or "" or Anything && !CookieSecurity.Loopback.Contains(host))
            {
                options.AllowedHosts = [host, .. CookieSecurity.Loopback];
            }
        });
        return services;
    }

    /// <summary>Redirects name no host, whoever makes them; and a page of another site may not open a circuit of this one.</summary>
    public static void UseHostNames(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteAddress>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                MakeRelative(context);
                return Task.CompletedTask;
            });
            if (!RateLimits.IsCircuit(context.Request) || IsOwnOrigin(context.Request, site))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    /// <summary>A proxy may call the site by another name than people do.</summary>
    private static bool IsOwnOrigin(HttpRequest request, SiteAddress site)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals(site.Root, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && request.Host.Equals(new HostString(uri.Authority)));
    }

    private static void MakeRelative(HttpContext context)
    {
        if (Uri.TryCreate(context.Response.Headers.Location, UriKind.Absolute, out var location)
            && location.Scheme is "http" or "https"
            && context.Request.Host.Equals(new HostString(location.Authority)))
        {
            context.Response.Headers.Location = location.PathAndQuery + location.Fragment;
        }
    }
}
