using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Coming back after two weeks.</summary>
public sealed class OldAnswersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    [Fact]
    public async Task Until_the_fourteenth_day_the_plan_is_shown()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell, Kept);

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task After_it_no_plan_is_shown_but_a_page_that_says_which_answers_are_old()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell, Kept + TimeSpan.FromSeconds(1));

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/renew", visitor.Address);
        Assert.Contains("How old are you? Answered on November 8, 2026 35 years", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Gut symptoms", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"suggestion\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Symptoms_are_asked_again_with_the_earlier_answer_chosen_and_then_the_plan_is_shown()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell, Kept + TimeSpan.FromDays(1));
        await visitor.OpenAsync("/consultation/result");

        await visitor.SendAsync("/consultation/renew");
        Assert.Equal("/consultation/q/women-a", visitor.Address);
        Assert.Matches("value=\"none\"[^>]*checked|checked[^>]*value=\"none\"", visitor.Page);
        var asked = await AnswerAllAsync(visitor, Persona.AllWell);
        await visitor.SendAsync("/consultation/check-answers");

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("gut", asked);
        Assert.Contains("medicines", asked);
        Assert.DoesNotContain("about", asked);
    }

    [Fact]
    public async Task Until_they_are_asked_again_the_result_leads_to_the_next_of_them()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell, Kept + TimeSpan.FromDays(1));
        await visitor.OpenAsync("/consultation/renew");
        await visitor.SendAsync("/consultation/renew");

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/q/women-a", visitor.Address);
    }

    [Fact]
    public async Task An_emergency_card_does_not_wait_for_new_answers()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell.Saying("now-blood", "vomit-blood"), Kept + TimeSpan.FromDays(1));

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("Call your emergency number now", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_it_twice_asks_nothing_twice()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell, Kept + TimeSpan.FromDays(1));
        await visitor.OpenAsync("/consultation/renew");
        var token = ("__RequestVerificationToken", visitor.Token());
        await visitor.SendAsync("/consultation/renew");
        await visitor.AnswerAsync(("women-a", "none"));
        var place = visitor.Address;

        using var second = await visitor.PostAsync("/consultation/renew", token);

        Assert.Equal(place, second.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task With_fresh_answers_there_is_nothing_to_renew()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell);

        await visitor.OpenAsync("/consultation/renew");

        Assert.Equal("/consultation/result", visitor.Address);
    }

    private static async Task<List<string>> AnswerAllAsync(FormVisitor visitor, Persona persona)
    {
        var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        var asked = new List<string>();
        while (visitor.Address.StartsWith("/consultation/q/", StringComparison.Ordinal) && asked.Count < pages.Count)
        {
            var page = pages[visitor.Address["/consultation/q/".Length..]];
            asked.Add(page.Id);
            await visitor.AnswerAsync([.. page.Items.SelectMany(persona.Fields)]);
        }

        return asked;
    }
}
