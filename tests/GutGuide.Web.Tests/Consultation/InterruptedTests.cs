using System.Net;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Double clicks, two tabs, going back, and answers that are gone: each comes to a plain end.</summary>
public sealed class InterruptedTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string TokenField = "__RequestVerificationToken";

    [Fact]
    public async Task Sending_a_page_twice_goes_on_once()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        (string, string)[] fields = [(TokenField, visitor.Token()), ("who", "adult")];

        using var first = await visitor.PostAsync("/consultation/q/start", fields);
        using var second = await visitor.PostAsync("/consultation/q/start", fields);

        Assert.Equal("/consultation/q/about", first.Headers.Location?.OriginalString);
        Assert.Equal("/consultation/q/about", second.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Starting_twice_leads_to_one_consultation_that_works()
    {
        var visitor = await new FormVisitor(site.Visitor()).OpenAsync("/consultation");
        (string, string)[] fields = [(TokenField, visitor.Token()), ("consent", "yes")];

        using var first = await visitor.PostAsync("/consultation", fields);
        using var second = await visitor.PostAsync("/consultation", fields);
        await visitor.OpenAsync(second.Headers.Location!.OriginalString);
        await visitor.AnswerAsync(("who", "adult"));

        Assert.Equal("/consultation/q/about", visitor.Address);
    }

    [Fact]
    public async Task Asking_for_the_result_twice_shows_it_twice()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/check-answers");
        var token = (TokenField, visitor.Token());

        using var first = await visitor.PostAsync("/consultation/check-answers", token);
        using var second = await visitor.PostAsync("/consultation/check-answers", token);

        Assert.Equal("/consultation/result", first.Headers.Location?.OriginalString);
        Assert.Equal("/consultation/result", second.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Going_back_and_sending_another_answer_replaces_the_first()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/q/food");

        await visitor.AnswerAsync(("food", "plants"), ("diet-now", "no"), ("life", "none"));

        Assert.Equal("/consultation/check-answers", visitor.Address);
        Assert.Contains("Few vegetables, fruits, beans, or grains", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_another_tab_made_needless_leads_on_and_keeps_nothing()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell.Saying("gut", "pain"))).OpenAsync("/consultation/q/gut-more");
        var token = (TokenField, visitor.Token());
        using var other = await visitor.PostAsync("/consultation/q/gut", token, ("gut", "none"));

        using var late = await visitor.PostAsync("/consultation/q/gut-more", token, ("pain-more", "worse"));
        await visitor.OpenAsync(late.Headers.Location!.OriginalString);

        Assert.Equal("/consultation/check-answers", visitor.Address);
        Assert.DoesNotContain("It gets steadily worse", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_on_two_pages_both_keep_their_answer()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/q/food");
        var token = (TokenField, visitor.Token());

        using var one = await visitor.PostAsync("/consultation/q/food", token, ("food", "plants"), ("diet-now", "no"), ("life", "none"));
        using var two = await visitor.PostAsync("/consultation/q/gut", token, ("gut", "none"));
        await visitor.OpenAsync(two.Headers.Location!.OriginalString);
        await visitor.OpenAsync("/consultation/q/food");

        Assert.Matches("value=\"plants\"[^>]*checked|checked[^>]*value=\"plants\"", visitor.Page);
    }

    [Theory]
    [InlineData("/consultation/q/food")]
    [InlineData("/consultation/check-answers")]
    public async Task Sending_after_another_tab_has_forgotten_everything_leads_to_the_start(string address)
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/q/food");
        var token = (TokenField, visitor.Token());
        using var forgotten = await visitor.PostAsync("/consultation/forget", token);

        using var late = await visitor.PostAsync(address, token, ("food", "late"));

        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        Assert.Equal("/consultation?notice=gone", late.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/consultation/q/food")]
    [InlineData("/consultation/result")]
    [InlineData("/consultation/summary")]
    public async Task Answers_past_their_time_lead_to_the_start_with_a_plain_sentence(string address)
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell);
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync())
        {
            var now = site.Clock.GetUtcNow().UtcTicks;
            await db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAtTicks, now));
        }

        await visitor.OpenAsync(address);

        Assert.Equal("/consultation?notice=gone", visitor.Address);
        Assert.Contains("Your earlier answers are not here any more", visitor.Text, StringComparison.Ordinal);
    }
}
