using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>Trying another answer on the result page.</summary>
[Collection(ConsultationStage.Name)]
public sealed class WhatIfTests(Stage stage)
{
    private static Persona EatsFast => Persona.AllWell.Saying("food", "rush");

    private static string Words(string linkId, string code) =>
        Persona.Engine.Ruleset.Questionnaire.Items.Single(item => item.LinkId == linkId).Option(code)!.Display;

    [Fact]
    public Task Another_answer_shows_what_moves_and_the_result_stays() => stage.VisitAsync(EatsFast, async visitor =>
    {
        await visitor.OpenAsync(ResultPage.Path);
        var result = new ResultPage(visitor);
        var before = await result.SuggestionsAsync();
        var part = new WhatIfPart(visitor);

        await part.PickAsync("alarm-body");
        await part.ChooseAsync(Words("alarm-body", "yellow"));

        await Expect(part.Outcome).ToContainTextAsync("How soon to get help");
        await Expect(part.Outcome).ToContainTextAsync("getting help comes first");
        Assert.Equal(before, await result.SuggestionsAsync());
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();
        Assert.Equal(before, await result.SuggestionsAsync());
        Assert.Empty(visitor.ForeignRequests);
        Assert.Empty(visitor.Complaints);
    });

    [Fact]
    public Task Without_script_there_is_nothing_to_try() => stage.VisitAsync(
        EatsFast,
        async visitor =>
        {
            await visitor.OpenAsync(ResultPage.Path);

            await Expect(new WhatIfPart(visitor).Itself).ToHaveCountAsync(0);
        },
        Viewing.WithoutScript);
}
