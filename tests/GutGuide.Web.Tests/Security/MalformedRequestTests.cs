using System.Net;
using System.Text;
using GutGuide.Web.Security;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Security;

/// <summary>Requests that no browser sends, to the real server.</summary>
public sealed class MalformedRequestTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("GET\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nBroken header\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\r\n\r\n", 400)]
    [InlineData("GET /consultation/q/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("POST /consultation HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /consultation HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400)]
    [InlineData("POST /consultation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400)]
    public async Task Nonsense_is_refused_and_the_site_goes_on(string request, int status)
    {
        var answer = await site.SendAsync(request);

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        using var next = await site.Visitor().GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Clients_that_never_finish_their_request_hold_up_nobody()
    {
        var slow = new List<System.Net.Sockets.TcpClient>();
        try
        {
            for (var client = 0; client < 300; client++)
            {
                var connection = new System.Net.Sockets.TcpClient();
                slow.Add(connection);
                await connection.ConnectAsync(site.EndPoint);
                await connection.GetStream().WriteAsync("POST /consultation HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nX-Slow: "u8.ToArray());
            }

            using var page = await site.Visitor().GetAsync("/consultation");

            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        var answer = await site.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: gutguide={new string('a', 40_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/consultation")]
    [InlineData("/consultation/q/start")]
    [InlineData("/consultation/forget")]
    [InlineData("/consultation/result")]
    [InlineData("/consultation/resume")]
    public async Task A_body_beyond_any_form_is_refused_on_a_page_that_says_so(string address)
    {
        using var body = new StringContent("who=" + new string('a', ServerLimits.LargestFormBytes), Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await site.Visitor().PostAsync(address, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("<h1>That was more than a form can hold</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
