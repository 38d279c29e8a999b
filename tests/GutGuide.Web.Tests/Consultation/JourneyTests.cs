using System.Net;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>The consultation by posted forms, on the whole site with a real database file.</summary>
public sealed class JourneyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task An_all_well_adult_reaches_a_self_care_result_with_ideas()
    {
        var visitor = await WalkAsync(site, Persona.AllWell);

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("Nothing looks urgent", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"suggestion\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vomiting_blood_gives_the_emergency_card_and_no_suggestion_at_all()
    {
        var visitor = await WalkAsync(site, Persona.AllWell.Saying("now-blood", "vomit-blood").Saying("region", "US"));

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("Call your emergency number now", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("tel:911", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(ShippedContent.Ruleset.Suggestions, suggestion => visitor.Text.Contains(suggestion.Text.Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_never_tested_for_celiac_disease_is_offered_the_test_and_no_gluten_free_trial()
    {
        var persona = Persona.AllWell.Saying("gut", "bloating", "loose").Saying("triggers", "wheat");

        var visitor = await WalkAsync(site, persona);

        var decision = persona.Decide();
        Assert.Contains(decision.Shown, planned => planned.Suggestion.Id == "sg-test-coeliac");
        Assert.Equal(SuggestionState.Never, decision.SuggestionStates["sg-gf-trial"]);
        Assert.Contains(TitleOf("sg-test-coeliac"), visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"s-sg-gf-trial\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_what_the_rules_decide()
    {
        var persona = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress");

        var visitor = await WalkAsync(site, persona);

        Assert.All(persona.Decide().Shown, planned => Assert.Contains($"id=\"s-{planned.Suggestion.Id}\"", visitor.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_are_taken_as_people_type_them()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));

        await visitor.AnswerAsync(("age", "３５ years"), ("body", "male"));

        Assert.Equal("/consultation/q/now-head", visitor.Address);
    }

    [Fact]
    public async Task A_page_that_was_refused_says_so_in_its_title_and_names_the_question()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));

        await visitor.AnswerAsync(("age", "thirty-five"), ("body", "male"));

        Assert.Matches("<title[^>]*>Error: ", visitor.Page);
        Assert.Contains("How old are you? Please type one number, such as 35 years.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"thirty-five\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_answer_keeps_the_page_and_says_what_to_do()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));
        await visitor.AnswerAsync(("age", "35"), ("body", "male"));
        var question = visitor.Address;

        await visitor.AnswerAsync();

        Assert.Equal(question, visitor.Address);
        Assert.Contains("Please choose all that fit, or “None of these”.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_accepted_is_still_there_to_be_mended()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));
        await visitor.AnswerAsync(("age", "35"), ("body", "male"));

        await visitor.AnswerAsync(("now-head", "none"), ("now-head", "chest"));

        Assert.Contains("and something else", visitor.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"chest\"[^>]*checked|checked[^>]*value=\"chest\"", visitor.Page);
    }

    [Theory]
    [InlineData("no-such-code")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE Consultations; --")]
    public async Task A_code_that_does_not_exist_is_refused_on_the_same_page(string code)
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var question = visitor.Address;

        await visitor.AnswerAsync(("who", code));

        Assert.Equal(question, visitor.Address);
        Assert.Contains("That is not one of the choices.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_begins_without_consent()
    {
        var visitor = await new FormVisitor(site.Visitor()).OpenAsync("/consultation");

        await visitor.SendAsync("/consultation");

        Assert.StartsWith("/consultation?", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("Please tick the box if you agree", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/consultation/q/now-head")]
    [InlineData("/consultation/check-answers")]
    [InlineData("/consultation/result")]
    public async Task Without_a_consultation_every_page_leads_to_the_start_with_a_plain_sentence(string address)
    {
        var visitor = await new FormVisitor(site.Visitor()).OpenAsync(address);

        Assert.StartsWith("/consultation?", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("Your earlier answers are not here any more", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_token_leads_to_the_start()
    {
        var browser = site.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", "gutguide=forged");

        var visitor = await new FormVisitor(browser).OpenAsync("/consultation/result");

        Assert.Contains("Your earlier answers are not here any more", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        using var response = await visitor.PostAsync(visitor.Address, ("who", "adult"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_restarted_server_has_lost_nothing()
    {
        var browser = site.Visitor();
        var visitor = await new FormVisitor(browser).StartAsync();
        await visitor.AnswerAsync(("who", "adult"));
        await visitor.AnswerAsync(("age", "35"), ("body", "male"));
        await visitor.AnswerAsync(("now-head", "none"));
        var cookies = (await browser.GetAsync("/consultation")).RequestMessage!.Headers.GetValues("Cookie");

        await using var restarted = site.Again();
        var later = restarted.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        later.DefaultRequestHeaders.Add("Cookie", cookies);
        var back = await new FormVisitor(later).OpenAsync("/consultation/q/now-head");

        Assert.Equal("/consultation/q/now-head", back.Address);
        Assert.Matches("value=\"none\"[^>]*checked|checked[^>]*value=\"none\"", back.Page);
    }

    [Fact]
    public async Task A_page_that_is_not_asked_leads_to_the_one_that_is()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        await visitor.OpenAsync("/consultation/q/conditions-more");

        Assert.Equal("/consultation/q/start", visitor.Address);
    }

    [Fact]
    public async Task Changing_an_answer_asks_only_what_became_necessary()
    {
        var visitor = await WalkAsync(site, Persona.AllWell, see: false);

        await visitor.OpenAsync("/consultation/q/alarm-body");
        await visitor.AnswerAsync(("alarm-body", "thinner"));

        Assert.Equal("/consultation/q/alarm-more", visitor.Address);
    }

    [Fact]
    public async Task Forgetting_takes_everything_away_and_says_so()
    {
        var visitor = await WalkAsync(site, Persona.AllWell);

        await visitor.SendAsync("/consultation/forget");
        Assert.Contains("are deleted from this site", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync("/consultation/result");

        Assert.StartsWith("/consultation?", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_gets_a_card_instead_of_a_plan()
    {
        var visitor = await WalkAsync(site, Persona.AllWell.Saying("who", "child"));

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.DoesNotContain("class=\"suggestion\"", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("We do not give a plan for this person", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thoughts_of_suicide_put_the_crisis_line_before_everything_else()
    {
        var visitor = await WalkAsync(site, Persona.AllWell.Saying("region", "US").Saying("coping", "suicide-now"));

        var crisis = visitor.Page.IndexOf("tel:988", StringComparison.Ordinal);
        var emergency = visitor.Page.IndexOf("tel:911", StringComparison.Ordinal);
        Assert.InRange(crisis, 0, emergency);
    }

    [Fact]
    public async Task A_person_can_take_their_answers_away_as_fhir()
    {
        var visitor = await WalkAsync(site, Persona.AllWell);

        await visitor.OpenAsync("/consultation/response.fhir.json");

        Assert.Contains("\"resourceType\": \"QuestionnaireResponse\"", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"completed\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_pages_are_kept_by_no_cache()
    {
        using var response = await site.Visitor().GetAsync("/consultation");

        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    private static string TitleOf(string suggestion) => ShippedContent.Ruleset.Suggestions.Single(other => other.Id == suggestion).Text.Title;

    /// <summary>Answers every page as the person would, and looks at the result.</summary>
    private static async Task<FormVisitor> WalkAsync(SiteFactory site, Persona persona, bool see = true)
    {
        var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        for (var steps = 0; steps < pages.Count && visitor.Address.StartsWith("/consultation/q/", StringComparison.Ordinal); steps++)
        {
            var page = pages[visitor.Address["/consultation/q/".Length..]];
            await visitor.AnswerAsync([.. page.Items.SelectMany(persona.Fields)]);
        }

        return see && visitor.Address == "/consultation/check-answers" ? await visitor.SendAsync("/consultation/check-answers") : visitor;
    }
}
