using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Consultation;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>The whole consultation, from consent to the result.</summary>
[Collection(ConsultationStage.Name)]
public sealed class JourneyTests(Stage stage)
{
    private static Persona VomitsBlood => Persona.AllWell.Saying("region", "US").Saying("now-blood", "vomit-blood");

    [Fact]
    public Task All_questions_are_answered_on_one_circuit() => stage.VisitAsync(async visitor =>
    {
        await visitor.AnswerAllAsync(Persona.AllWell);

        Assert.Equal(CheckAnswersPage.Path, visitor.Address);
        Assert.Single(visitor.Circuits);
    });

    [Fact]
    public Task An_all_well_adult_reaches_a_self_care_result() => stage.VisitAsync(async visitor =>
    {
        var result = await visitor.WalkAsync(Persona.AllWell);

        Assert.Equal(ResultPage.Path, visitor.Address);
        await Expect(result.Section("Nothing you told us needs a visit right now")).ToBeVisibleAsync();
        Assert.NotEmpty(await result.SuggestionsAsync());
        Assert.Empty(visitor.ForeignRequests);
        Assert.Empty(visitor.Complaints);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_result_is_what_the_rules_decide_with_and_without_script(bool script) => stage.VisitAsync(
        async visitor =>
        {
            var persona = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress");

            var result = await visitor.WalkAsync(persona);

            var decision = persona.Decide();
            Assert.Equal(TriageTier.SelfCare, decision.Tier);
            Assert.Equal(ResultPage.PlacesOf(decision).Order(), (await result.SuggestionsAsync()).Order());
        },
        new Viewing { Script = script });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task An_emergency_ends_the_questions_with_a_number_to_call_and_no_suggestion(bool script) => stage.VisitAsync(
        async visitor =>
        {
            var result = await visitor.WalkAsync(VomitsBlood);

            Assert.Equal(ResultPage.Path, visitor.Address);
            await Expect(result.Section("Call your emergency number now")).ToBeVisibleAsync();
            await Expect(result.PhoneLink("Call 911")).ToHaveAttributeAsync("href", "tel:911");
            Assert.Empty(await result.SuggestionsAsync());
        },
        new Viewing { Script = script });
}
