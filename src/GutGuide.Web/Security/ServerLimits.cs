using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GutGuide.Web.Security;

/// <summary>How much one request, one client and all clients together may ask of the server.</summary>
public static class ServerLimits
{
    /// <summary>The longest honest form is under 4 KB.</summary>
    public const int LargestFormBytes = 64 * 1024;

    /// <summary>Every field of the longest page, with room.</summary>
    public const int MostFormFields = 256;

    private const int MostConnections = 20_000;

    /// <summary>An open circuit takes up to 170 KB.</summary>
    private const int MostCircuitConnections = 5_000;

    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    /// <summary>Less than the ten seconds a container is given to stop.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestFormBytes;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = MostCircuitConnections;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
    }

    public static void Configure(HostOptions host) => host.ShutdownTimeout = StopWithin;
}
