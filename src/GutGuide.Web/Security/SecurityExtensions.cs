using GutGuide.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace GutGuide.Web.Security;

/// <summary>Everything that protects the site, in one place.</summary>
public static class SecurityExtensions
{
    private static readonly TimeSpan HttpsOnlyFor = TimeSpan.FromDays(365);

    /// <exception cref="SettingException">A setting makes no sense.</exception>
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<CookieSecurity>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<CookieSecurity>((options, cookies) => cookies.Configure(options));
        services.AddHostNames(settings);
        services.AddRateLimits(settings);
        services.AddHsts(options => options.MaxAge = HttpsOnlyFor);
        return services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = ServerLimits.MostFormFields;
            form.BufferBodyLengthLimit = ServerLimits.LargestFormBytes;
            form.MultipartBodyLengthLimit = ServerLimits.LargestFormBytes;
        });
    }

    /// <summary>Stands before everything that answers: who the client is, and that it comes back over https only.</summary>
    /// <exception cref="SettingException">A setting makes no sense.</exception>
    public static void UseTransportSecurity(this WebApplication app)
    {
        app.UseTrustedProxies(app.Configuration);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
