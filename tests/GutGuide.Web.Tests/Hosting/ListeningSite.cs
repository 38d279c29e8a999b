using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>The whole site on a port of this machine, for what only the real server does.</summary>
public sealed class ListeningSite : IDisposable
{
    private readonly SiteFactory _site = new();

    public ListeningSite()
    {
        _site.UseKestrel(0);
        _site.StartServer();
    }

    public IPEndPoint EndPoint => new(IPAddress.Loopback, _site.ClientOptions.BaseAddress.Port);

    /// <summary>A browser without script.</summary>
    public HttpClient Visitor() => _site.VisitorOf(_site.ClientOptions.BaseAddress.ToString());

    /// <summary>Sends bytes as they are, and reads until the server closes the connection.</summary>
    public async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(EndPoint);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        }
        catch (IOException)
        {
            // The server may have had enough before everything was sent; its answer is read all the same.
        }

        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Closed with unread bytes: what came until then is the answer.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public void Dispose() => _site.Dispose();
}
