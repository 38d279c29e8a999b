using System.Net;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace GutGuide.Web.Security;

/// <summary>
/// Which proxies may say who the client is and whether the connection was encrypted. Without the setting nobody may: anyone
/// can write such a header.
/// </summary>
public static class TrustedProxies
{
    public const string Setting = "GutGuide:TrustedProxies";

    /// <summary>Stands first, so that all behind it sees the client and not the proxy.</summary>
    /// <exception cref="SettingException">An entry is neither an address nor a network.</exception>
    public static void UseTrustedProxies(this IApplicationBuilder app, IConfiguration settings)
    {
        if (Read(settings[Setting]) is { } options)
        {
            app.UseForwardedHeaders(options);
        }
    }

    /// <summary>Null when no proxy is trusted.</summary>
    public static ForwardedHeadersOptions? Read(string? setting)
    {
        var entries = (setting ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length == 0)
        {
            return null;
        }

        // No limit on the length of the chain: it ends at the first address that is not trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in entries)
        {
            if (IPAddress.TryParse(entry, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(entry, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new SettingException($"{Setting} holds \"{entry}\"; write addresses such as 127.0.0.1 or networks such as 10.0.0.0/8, with commas between.");
            }
        }

        return options;
    }
}
