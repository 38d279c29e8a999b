using Bunit;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation.Results;
using GutGuide.Web.Scoring;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>The live part of the result page, over the site's own store.</summary>
public sealed class WhatIfTests : BunitContext, IClassFixture<SiteFactory>
{
    private readonly ConsultationHolders _holders;
    private readonly ConsultationStore _store;
    private readonly SiteFactory _site;

    public WhatIfTests(SiteFactory site)
    {
        _site = site;
        _holders = site.Services.GetRequiredService<ConsultationHolders>();
        _store = site.Services.GetRequiredService<ConsultationStore>();
        Services.AddSingleton(_store);
        Services.AddSingleton(site.Services.GetRequiredService<ScoringService>());
    }

    [Fact]
    public async Task Another_answer_shows_what_would_come_and_go()
    {
        var part = await OpenAsync(Persona.AllWell.Saying("food", "rush"));

        Pick(part, "food");
        Untick(part, "rush");
        Tick(part, "skip");

        Assert.Contains("These would come in", Outcome(part), StringComparison.Ordinal);
        Assert.Contains(TitleOf("sg-regular-meals"), Outcome(part), StringComparison.Ordinal);
        Assert.Contains("These would go", Outcome(part), StringComparison.Ordinal);
        Assert.Contains(TitleOf("sg-chew"), Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_goal_moves_what_comes_first()
    {
        var persona = Persona.AllWell.Saying("goal", "sleep").Saying("celiac", "neg").Saying("food", "rush", "plants").Saying("life", "sleep", "stress");
        var part = await OpenAsync(persona);

        Pick(part, "goal");
        part.Find("input[value=food]").Change(true);

        Assert.DoesNotContain("Nothing would move", Outcome(part), StringComparison.Ordinal);
        Assert.Contains("Your first step would be:", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_sign_would_change_how_soon_to_get_help()
    {
        var part = await OpenAsync(Persona.AllWell);

        Pick(part, "alarm-body");
        Tick(part, "yellow");

        Assert.Contains("How soon to get help:", Outcome(part), StringComparison.Ordinal);
        Assert.Contains("There would be no ideas to try: getting help comes first.", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_opens_new_questions_is_not_guessed_at()
    {
        var part = await OpenAsync(Persona.AllWell);

        Pick(part, "gut");
        Tick(part, "loose");

        var opened = ShippedContent.Ruleset.Questionnaire.Pages.First(page => page.Items.Any(item => item.LinkId == "loose-often")).Title;
        Assert.Contains("we would have to ask you more first: “", Outcome(part), StringComparison.Ordinal);
        Assert.Contains($"“{opened}”", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_s_own_answer_moves_nothing()
    {
        var part = await OpenAsync(Persona.AllWell.Saying("food", "rush"));

        Pick(part, "food");

        Assert.Contains("This is your own answer.", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_leads_to_one_s_own_answer()
    {
        var part = await OpenAsync(Persona.AllWell.Saying("food", "rush"));
        Pick(part, "food");
        Tick(part, "skip");

        part.Find("button").Click();

        Assert.Equal(["rush"], part.FindAll("input:checked").Select(input => input.GetAttribute("value")));
        Assert.Contains("This is your own answer.", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_nothing_chosen_asks_for_something()
    {
        var part = await OpenAsync(Persona.AllWell.Saying("food", "rush"));

        Pick(part, "food");
        Untick(part, "rush");

        Assert.Contains("Choose at least one.", Outcome(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_saved_answers_stay_as_they_are()
    {
        var token = await AnsweredConsultation.InAsync(_site.Services, Persona.AllWell.Saying("food", "rush").Answers());
        var before = (await _holders.FindByTokenAsync(token))!;
        var part = Open(before.Id);

        Pick(part, "food");
        Tick(part, "plants");

        var after = (await _store.FindAsync(before.Id))!;
        Assert.Equal(before.Revision, after.Revision);
        Assert.Equal(["rush"], after.Content.Answers["food"]!.Codes);
    }

    [Fact]
    public void A_consultation_that_was_forgotten_offers_nothing_to_try()
    {
        Assert.Empty(Open(Guid.NewGuid()).Markup);
    }

    [Fact]
    public async Task Numbers_and_who_it_is_about_are_not_for_trying()
    {
        var part = await OpenAsync(Persona.AllWell);

        var offered = part.FindAll("option").Select(option => option.GetAttribute("value")).ToArray();
        Assert.Contains("celiac", offered);
        Assert.DoesNotContain("age", offered);
        Assert.DoesNotContain("who", offered);
    }

    [Fact]
    public async Task Without_script_the_result_page_holds_none_of_it()
    {
        var visitor = await (await _site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/result");

        Assert.DoesNotContain("What if you had answered differently?", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("what-if-question", visitor.Page, StringComparison.Ordinal);
    }

    private static string TitleOf(string suggestion) => Persona.Engine.Ruleset.Suggestions.Single(other => other.Id == suggestion).Text.Title;

    private static void Pick(IRenderedComponent<WhatIf> part, string linkId) => part.Find("select").Change(linkId);

    private static void Tick(IRenderedComponent<WhatIf> part, string code) => part.Find($"input[value={code}]").Change(true);

    private static void Untick(IRenderedComponent<WhatIf> part, string code) => part.Find($"input[value={code}]").Change(false);

    private static string Outcome(IRenderedComponent<WhatIf> part) => part.Find(".what-if__outcome").TextContent;

    private async Task<IRenderedComponent<WhatIf>> OpenAsync(Persona persona) =>
        Open((await _holders.FindByTokenAsync(await AnsweredConsultation.InAsync(_site.Services, persona.Answers())))!.Id);

    private IRenderedComponent<WhatIf> Open(Guid consultation) => Render<WhatIf>(parameters => parameters.Add(part => part.ConsultationId, consultation));
}
