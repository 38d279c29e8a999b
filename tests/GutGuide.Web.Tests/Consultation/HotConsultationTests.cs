using System.Net;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Somebody, or something, sends one consultation many forms at once.</summary>
public sealed class HotConsultationTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Sixty_four_posts_at_once_are_all_answered_with_the_next_page()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var (address, token) = (visitor.Address, visitor.Token());

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
            visitor.PostAsync(address, ("__RequestVerificationToken", token), ("who", "adult")))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        await visitor.OpenAsync("/consultation/q/start");
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", visitor.Page);
    }
}
