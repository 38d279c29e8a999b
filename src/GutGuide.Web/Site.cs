using System.Globalization;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Operating;
using GutGuide.Web.Hosting;
using GutGuide.Web.Publishing;
using GutGuide.Web.Security;
using Microsoft.AspNetCore.Components.Server;
using Serilog;
using Serilog.Context;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace GutGuide.Web;

/// <summary>How the pieces are set up; <c>Program</c> says in which order.</summary>
internal static class Site
{
    // Both words: antiforgery writes them into every page with a form, and warns where it finds others.
    private const string NoStore = "no-cache, no-store";

    private const string RetryAfterSeconds = "60";
    private const string RequestIdHeader = "Request-Id";

    public static void ConfigureLogging(LoggerConfiguration logging, IServiceProvider services, WebApplicationBuilder builder)
    {
        logging.ReadFrom.Configuration(builder.Configuration).ReadFrom.Services(services).Enrich.FromLogContext();

        // A host that could log a request starts an activity for each, which costs more than sending a finished page.
        logging.MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off);

        // At its most talkative a hub tells all that a page sends to it: what was typed and chosen.
        logging.MinimumLevel.Override("Microsoft.AspNetCore.SignalR", LogEventLevel.Warning);
        if (builder.Environment.IsDevelopment())
        {
            logging.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
        }
        else
        {
            logging.WriteTo.Console(new CompactJsonFormatter());
        }
    }

    public static void ConfigureCircuits(ServerComponentsEndpointOptions options)
    {
        // Our own policy goes out with every page; and compression would cost more memory than the rest of a circuit.
        options.ContentSecurityFrameAncestorsPolicy = null;
        options.DisableWebSocketCompression = true;
    }

    /// <summary>Headers, the plain error page and the 404 page for everything that is not a published page.</summary>
    public static void UseSite(this WebApplication app)
    {
        var published = app.Services.GetRequiredService<PublishedPages>();
        app.UseHostNames();
        app.Use(async (context, next) =>
        {
            using (LogContext.PushProperty("RequestId", context.TraceIdentifier))
            {
                await next(context);
            }
        });
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf,
                ExceptionHandler = context =>
                {
                    if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                    {
                        context.Response.Headers.RetryAfter = RetryAfterSeconds;
                    }

                    return FailAsync(context);
                },

                // There an operator can mend nothing.
                SuppressDiagnosticsCallback = failed => MalformedRequest.StatusOf(failed.Exception) is not null,
            });
        }

        app.Use((context, next) =>
        {
            SecurityHeaders.Apply(context.Response.Headers, SecurityHeaders.Interactive);
            context.Response.Headers.CacheControl = NoStore;
            return next(context);
        });
        app.UseStatusCodePages(status => FailAsync(status.HttpContext));
        app.Use(async (context, next) =>
        {
            await next(context);
            MalformedRequest.ReopenRefusal(context);
        });

        // With the id, a person who asks for help and a line of the log find each other.
        Task FailAsync(HttpContext context)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                return Task.CompletedTask;
            }

            context.Response.Headers[RequestIdHeader] = context.TraceIdentifier;
            return published.FailAsync(context, context.Response.StatusCode);
        }
    }

    /// <summary>Otherwise they are found just before the site listens; here it costs no time, since the content is being read meanwhile.</summary>
    public static void FindEndpoints(IEndpointRouteBuilder routes)
    {
        foreach (var source in routes.DataSources)
        {
            _ = source.Endpoints;
        }
    }

    /// <summary>Who is here before the database is lets it come; whatever watches the site is told the truth at once.</summary>
    public static void UseStartupWait(this WebApplication app)
    {
        var completed = app.Services.GetRequiredService<SiteStartup>().Completed;
        app.Use((context, next) => completed.IsCompleted || context.Request.Path.StartsWithSegments(Health.Root) ? next(context) : WaitAsync(context, next));

        async Task WaitAsync(HttpContext context, RequestDelegate next)
        {
            await completed.WaitAsync(context.RequestAborted);
            await next(context);
        }
    }

    private static int StatusOf(Exception fault) => MalformedRequest.StatusOf(fault) is { } refused ? refused
        : DatabaseFault.IsPassing(fault) ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;
}
