using System.Runtime.CompilerServices;
using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>Two tabs of one browser, with and without script.</summary>
[Collection(ConsultationStage.Name)]
public sealed class OtherTabTests(Stage stage)
{
    private const string Headache = "headache";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task An_older_tab_shows_both_answers_and_asks(bool script) => InTwoTabsAsync(script, async (_, old) =>
    {
        await old.ChooseAsync(QuestionPage.NoneOfThese);

        await old.ContinueInVainAsync();

        await Expect(old.Problems).ToContainTextAsync("In another tab you chose");
        await Expect(old.Problems).ToContainTextAsync("Here you chose “None of these.”");
        await Expect(old.Problems).ToBeFocusedAsync();
        await Expect(old.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Who_confirms_goes_on_with_the_newer_answer(bool script) => InTwoTabsAsync(script, async (tab, old) =>
    {
        await old.ChooseAsync(QuestionPage.NoneOfThese);
        await old.ContinueInVainAsync();

        await old.ContinueAsync();

        Assert.Equal(Asked.After(Asked.Signs), tab.Address);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Who_keeps_the_other_answer_finds_it_there(bool script) => InTwoTabsAsync(script, async (tab, old) =>
    {
        await old.ChooseAsync(QuestionPage.NoneOfThese);
        await old.ContinueInVainAsync();

        var keep = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the answer from the other tab" });
        await tab.LeaveByAsync(() => keep.ClickAsync());
        await tab.OpenAsync(Asked.Signs);

        await Expect(tab.Page.Locator($"input[value={Headache}]")).ToBeCheckedAsync();
        await Expect(old.Problems).ToHaveCountAsync(0);
    });

    /// <summary>Somebody with the danger signs open, who has chosen a headache in another tab since.</summary>
    private Task InTwoTabsAsync(bool script, Func<Visitor, QuestionPage, Task> visit, [CallerMemberName] string test = "") =>
        stage.VisitAsync(
            async visitor =>
            {
                var old = await visitor.WalkToAsync(Asked.Signs);
                var other = await visitor.OpenTabAsync();
                await other.OpenAsync(visitor.Address);
                await other.Page.Locator($"input[value={Headache}]").CheckAsync();
                await new QuestionPage(other).ContinueAsync();
                await other.Page.CloseAsync();
                await visit(visitor, old);
            },
            new Viewing { Script = script },
            test: test);
}
