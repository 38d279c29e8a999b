using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>The test server knows no client address; a test names one in a header.</summary>
public sealed class ClientAddress : IStartupFilter
{
    public const string Header = "Test-Client-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, goOn) =>
        {
            if (IPAddress.TryParse(context.Request.Headers[Header], out var address))
            {
                context.Connection.RemoteIpAddress = address;
            }

            return goOn(context);
        });
        next(app);
    };
}
