using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Security;

/// <summary>
/// The headers that every answer carries. Each kind of page has one fixed list, so that finished pages add no work.
/// Strict-Transport-Security is the host's business: it depends on the connection.
/// </summary>
public static class SecurityHeaders
{
    // There is no script to connect anywhere; tools that judge a page ask for robots.txt from within it.
    private const string ReadingPolicy =
        "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string LivePolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Blazor finds its hub by the base element, so the policy lets that one name this site.
    private const string InteractivePolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For pages without script.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> Reading { get; } = With(ReadingPolicy);

    /// <summary>For the same pages while an editor sees each change at once.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> Live { get; } = With(LivePolicy);

    /// <summary>For pages with a Blazor circuit.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> Interactive { get; } = With(InteractivePolicy);

    /// <summary>For stylesheets, fonts and pictures, which hold nothing a policy could restrict.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> Asset { get; } =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void Apply(IHeaderDictionary headers, IReadOnlyList<KeyValuePair<string, StringValues>> list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            headers[list[i].Key] = list[i].Value;
        }
    }

    private static KeyValuePair<string, StringValues>[] With(string policy) =>
    [
        new("Content-Security-Policy", policy),
        new("X-Content-Type-Options", "nosniff"),
        // With no-referrer a browser names no origin when it posts a form, and the check of that origin would fail.
        new("Referrer-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];
}
