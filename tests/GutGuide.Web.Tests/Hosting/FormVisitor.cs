using System.Net;
using System.Text.RegularExpressions;

namespace GutGuide.Web.Tests.Hosting;

/// <summary>Somebody in a browser without script: reads pages, fills forms, follows redirects.</summary>
public sealed partial class FormVisitor(HttpClient browser)
{
    /// <summary>The address of the page they see.</summary>
    public string Address { get; private set; } = "";

    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>The page's text without markup.</summary>
    public string Text => TextOf(Page);

    /// <summary>What markup says, without its tags.</summary>
    public static string TextOf(string markup) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(markup, " "), " "));

    public async Task<FormVisitor> OpenAsync(string address)
    {
        var response = await browser.GetAsync(address);
        for (var redirects = 0; redirects < 5 && response.Headers.Location is { } next; redirects++)
        {
            address = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            response = await browser.GetAsync(address);
        }

        Address = address.Split('#')[0];
        Status = response.StatusCode;
        Page = await response.Content.ReadAsStringAsync();
        return this;
    }

    /// <summary>Sends a form of the page they see, with its token.</summary>
    public async Task<FormVisitor> SendAsync(string action, params (string Name, string Value)[] fields)
    {
        var response = await PostAsync(action, [("__RequestVerificationToken", Token()), .. Seen(), .. fields]);
        if (response.Headers.Location is { } next)
        {
            return await OpenAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
        }

        Page = await response.Content.ReadAsStringAsync();
        return this;
    }

    /// <summary>Sends fields as they are.</summary>
    public async Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await browser.PostAsync(action, form);
        Status = response.StatusCode;
        return response;
    }

    public async Task<FormVisitor> StartAsync()
    {
        await OpenAsync("/consultation");
        return await SendAsync("/consultation", ("consent", "yes"));
    }

    /// <summary>Sends the question page they see.</summary>
    public Task<FormVisitor> AnswerAsync(params (string Name, string Value)[] fields) => SendAsync(Address, fields);

    /// <summary>The token of the first form on the page.</summary>
    public string Token() => WebUtility.HtmlDecode(TokenField().Match(Page).Groups[1].Value);

    /// <summary>What the question form of the page says it has shown as saved; nothing where there is none.</summary>
    public IEnumerable<(string Name, string Value)> Seen() =>
        SeenField().Match(Page) is { Success: true } seen ? [("seen", seen.Groups[1].Value)] : [];

    [GeneratedRegex("name=\"seen\" value=\"([^\"]*)\"")]
    private static partial Regex SeenField();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
