using System.Net;
using System.Text.Json;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Fhir;

public sealed class QuestionnaireFileTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/consultation/questionnaire.fhir.json";

    [Fact]
    public async Task Who_holds_the_questionnaire_is_not_sent_it_again()
    {
        var browser = site.Visitor();
        using var first = await browser.GetAsync(Address);
        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await browser.SendAsync(again);

        using var questionnaire = JsonDocument.Parse(await first.Content.ReadAsStringAsync());
        Assert.Equal("application/fhir+json", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Questionnaire", questionnaire.RootElement.GetProperty("resourceType").GetString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
