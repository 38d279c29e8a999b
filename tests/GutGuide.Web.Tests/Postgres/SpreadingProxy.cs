using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace GutGuide.Web.Tests.Postgres;

/// <summary>
/// A proxy that remembers nobody: each request goes to the next machine, and to the one after that when it does not answer.
/// </summary>
public sealed class SpreadingProxy : IAsyncDisposable
{
    private static readonly ForwarderRequestConfig Plain = new() { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private readonly Uri[] _machines;
    private readonly WebApplication _proxy;
    private readonly ConcurrentDictionary<Uri, int> _answered = [];

    // A connection kept from before might lead to a machine that is gone, with half a form sent.
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    private int _next;

    private SpreadingProxy(Uri[] machines)
    {
        _machines = machines;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        _proxy = builder.Build();
        _proxy.Run(SendAsync);
    }

    public Uri Address => new(_proxy.Urls.Single());

    /// <summary>Requests that each machine has answered.</summary>
    public IReadOnlyDictionary<Uri, int> Answered => _answered;

    public static async Task<SpreadingProxy> StartAsync(params Uri[] machines)
    {
        var proxy = new SpreadingProxy(machines);
        await proxy._proxy.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _client.Dispose();
    }

    private async Task SendAsync(HttpContext context)
    {
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        for (var tries = 0; tries < _machines.Length; tries++)
        {
            var machine = _machines[(Interlocked.Increment(ref _next) & int.MaxValue) % _machines.Length];
            var error = await forwarder.SendAsync(context, machine.ToString(), _client, Plain, KeepingHost.Instance);
            if (error is ForwarderError.None)
            {
                _answered.AddOrUpdate(machine, 1, (_, count) => count + 1);
            }

            if (error is ForwarderError.None || context.Response.HasStarted)
            {
                return;
            }

            context.Response.Clear();
        }

        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    /// <summary>The site compares the host with where a form came from.</summary>
    private sealed class KeepingHost : HttpTransformer
    {
        public static readonly KeepingHost Instance = new();

        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
        }
    }
}
