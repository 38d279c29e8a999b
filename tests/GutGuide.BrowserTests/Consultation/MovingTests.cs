using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>Getting from page to page by keyboard, and by the browser's own buttons.</summary>
[Collection(ConsultationStage.Name)]
public sealed class MovingTests(Stage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_keyboard_alone_leads_from_the_start_to_the_second_question_and_back(bool script) => stage.VisitAsync(
        async visitor =>
        {
            var start = await visitor.OpenStartAsync();
            var question = new QuestionPage(visitor);

            await visitor.TabToAsync(start.Consent);
            await visitor.PressAsync("Space");
            await visitor.EnterAsync(start.Start);
            await visitor.TabToAsync(question.Choice(Asked.Adult));
            await visitor.PressAsync("Space");
            await question.ContinueByKeyboardAsync();
            Assert.Equal(Asked.Second, visitor.Address);
            await visitor.EnterAsync(question.Back, "Shift+Tab");

            Assert.Equal(Asked.First, visitor.Address);
            await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
        },
        new Viewing { Script = script });

    [Fact]
    public Task Each_next_question_is_led_to_from_its_top() => stage.VisitAsync(
        async visitor =>
        {
            var page = await visitor.WalkToAsync(Asked.Signs);

            await page.ChooseAsync(QuestionPage.NoneOfThese);
            await page.ContinueAsync();

            await Expect(page.Heading).ToBeFocusedAsync();
            await Expect(page.Heading).ToBeInViewportAsync();
        },
        new Viewing { Width = 390 });

    [Fact]
    public Task Going_back_leads_to_the_top_of_the_question_before() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.StartAsync();
        await question.ChooseAsync(Asked.Adult);
        await question.ContinueAsync();

        await question.GoBackAsync();

        await Expect(question.Heading).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData(QuestionPage.None, CheckAnswersPage.Path)]
    [InlineData("chest", ResultPage.Path)]
    public Task A_page_after_the_questions_is_read_from_its_top(string sign, string next) => stage.VisitAsync(
        Persona.AllWell.Saying("now-head", sign),
        async visitor =>
        {
            await visitor.OpenAsync(Asked.Signs);

            await new QuestionPage(visitor).ContinueAsync();
            await visitor.PressAsync("Tab");

            Assert.Equal(next, visitor.Address);
            await Expect(visitor.SkipLink).ToBeFocusedAsync();
        });

    [Fact]
    public Task The_browsers_back_button_keeps_answers_and_the_circuit() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.WalkToAsync(Asked.Signs);
        await question.ChooseAsync(QuestionPage.NoneOfThese);
        await question.ContinueAsync();

        await visitor.LeaveByAsync(() => visitor.Page.GoBackAsync());
        await Expect(question.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
        while (visitor.Address != Asked.First)
        {
            await visitor.LeaveByAsync(() => visitor.Page.GoBackAsync());
        }

        await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
        Assert.Single(visitor.Circuits);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_skip_link_leads_into_the_page(bool script) => stage.VisitAsync(
        async visitor =>
        {
            await visitor.StartAsync();

            await visitor.TabToAsync(visitor.SkipLink);
            await visitor.PressAsync("Enter");

            await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        },
        new Viewing { Script = script });
}
