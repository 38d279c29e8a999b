using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Security;

/// <summary>
/// How often one client address may do what costs the server something. The numbers leave room for an office, a clinic or a
/// phone network behind one address, and can be set.
/// </summary>
/// <remarks>A further limit is one more policy in <see cref="AddRateLimits"/>, named at its endpoint with <c>RequireRateLimiting</c>.</remarks>
public static class RateLimits
{
    /// <summary>Policy of starting a consultation, which makes a new row.</summary>
    public const string Starting = "starting";

    /// <summary>Policy of saving answers and of everything else that is posted.</summary>
    public const string Answering = "answering";

    /// <summary>Policy of typing and making resume codes. Looking at their page is not limited.</summary>
    public const string Resuming = "resuming";

    /// <summary>Policy of searching, which reads the whole index.</summary>
    public const string Searching = "searching";

    /// <summary>Policy of typing the editors' secret.</summary>
    public const string Entering = "entering";

    /// <summary>More than anybody mistypes; a code could not be guessed at any pace, but nobody needs to try.</summary>
    public const int ResumesPerMinute = 10;

    public const string StartsSetting = "GutGuide:StartsPerMinute";
    public const string AnswersSetting = "GutGuide:AnswersPerMinute";
    public const string SearchesSetting = "GutGuide:SearchesPerMinute";
    public const string ConnectionsSetting = "GutGuide:ConnectionsPerMinute";

    public const string CircuitsSetting = "GutGuide:CircuitsAtOnce";

    public const int DefaultStarts = 120;
    public const int DefaultAnswers = 3000;
    public const int DefaultSearches = 300;
    public const int DefaultConnections = 600;
    public const int DefaultCircuits = 500;

    private const string CircuitPath = "/_blazor";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A network that hands out addresses gives one customer at least this much of IPv6.</summary>
    private const int CustomerBytes = 8;

    /// <exception cref="SettingException">A setting is no whole number above zero.</exception>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration settings)
    {
        var starts = NumberOf(settings, StartsSetting, DefaultStarts);
        var answers = NumberOf(settings, AnswersSetting, DefaultAnswers);
        var searches = NumberOf(settings, SearchesSetting, DefaultSearches);
        var connections = NumberOf(settings, ConnectionsSetting, DefaultConnections);
        var circuits = NumberOf(settings, CircuitsSetting, DefaultCircuits);
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                SayWhenToComeBack(rejected.HttpContext.Response, rejected.Lease);
                return ValueTask.CompletedTask;
            };
            limits.AddPolicy(Starting, context => PerMinute(context, starts));
            limits.AddPolicy(Answering, context => PerMinute(context, answers));
            limits.AddPolicy(Searching, context => PerMinute(context, searches));
            limits.AddPolicy(Resuming, context => HttpMethods.IsPost(context.Request.Method) ? PerMinute(context, ResumesPerMinute) : RateLimitPartition.GetNoLimiter(""));
            limits.AddPolicy(Entering, context => PerMinute(context, ResumesPerMinute));

            // The hub's endpoints belong to the framework, so their limit goes by the path.
            limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsCircuit(context.Request) ? PerMinute(context, connections) : RateLimitPartition.GetNoLimiter("")),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsCircuit(context.Request) ? AtOnce(context, circuits) : RateLimitPartition.GetNoLimiter("")));
        });
    }

    /// <summary>How often one client may be refused in a minute, where it must not cost honest people anything.</summary>
    internal static RateLimitPartition<string> PerRefusal(HttpContext context, bool isRefused) =>
        isRefused ? PerMinute(context, ResumesPerMinute) : RateLimitPartition.GetNoLimiter("");

    /// <summary>Whether a request is part of a live connection of a page.</summary>
    public static bool IsCircuit(HttpRequest request) => request.Path.StartsWithSegments(CircuitPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>What counts as one client: an IPv4 address, or the part of an IPv6 address that a customer cannot vary.</summary>
    public static string ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, CustomerBytes));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        ClientOf(context.Connection.RemoteIpAddress),
        _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 });

    /// <summary>A circuit's request lasts as long as the circuit.</summary>
    private static RateLimitPartition<string> AtOnce(HttpContext context, int permits) => RateLimitPartition.GetConcurrencyLimiter(
        ClientOf(context.Connection.RemoteIpAddress),
        _ => new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = 0 });

    private static void SayWhenToComeBack(HttpResponse response, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static int NumberOf(IConfiguration settings, string name, int otherwise) => settings[name] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new SettingException($"{name} is \"{text}\"; write a whole number above zero.");
}
