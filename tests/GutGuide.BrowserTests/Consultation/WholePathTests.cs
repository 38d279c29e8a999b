using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>From consent to the result, in every way in which people go: each way ends in the decision of the rules.</summary>
[Collection(ConsultationStage.Name)]
public sealed class WholePathTests(Stage stage)
{
    private const int NarrowPx = 320;

    private static Persona EatsFast => Persona.AllWell.Saying("body", "male").Saying("food", "plants", "rush");

    [Fact]
    public Task By_keyboard_alone() => stage.VisitAsync(async visitor =>
    {
        var answers = EatsFast.Answers();
        await visitor.OpenStartAsync();
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Checkbox));
        await visitor.PressAsync("Space");
        await visitor.EnterAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }));

        while (PageAt(visitor) is { } page)
        {
            foreach (var item in page.Items.Where(item => answers[item.LinkId] is not null))
            {
                await AnswerByKeyboardAsync(visitor, item, answers[item.LinkId]!);
            }

            await new QuestionPage(visitor).ContinueByKeyboardAsync();
        }

        await visitor.EnterAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "See my result" }));
        await ExpectDecisionAsync(visitor);
    });

    [Fact]
    public Task At_320_pixels_without_scrolling_sideways() => stage.VisitAsync(
        async visitor =>
        {
            var question = await visitor.StartAsync();
            while (PageAt(visitor) is not null)
            {
                await ExpectNoSidewaysScrollAsync(visitor);
                await question.AnswerAsync(EatsFast);
                await question.ContinueAsync();
            }

            await ExpectNoSidewaysScrollAsync(visitor);
            await new CheckAnswersPage(visitor).SeeResultAsync();
            await ExpectNoSidewaysScrollAsync(visitor);
            await ExpectDecisionAsync(visitor);
        },
        new Viewing { Width = NarrowPx });

    [Fact]
    public Task With_the_line_cut_at_every_question() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await visitor.StartAsync();
        while (PageAt(visitor) is not null)
        {
            await question.AnswerAsync(EatsFast);
            await visitor.LoseAndFindConnectionAsync();
            await question.ContinueAsync();
        }

        await new CheckAnswersPage(visitor).SeeResultAsync();
        await ExpectDecisionAsync(visitor);
    });

    private static QuestionnairePage? PageAt(Visitor visitor) =>
        ShippedContent.Ruleset.Questionnaire.Pages.FirstOrDefault(page => visitor.Address == $"/consultation/q/{page.Id}");

    private static async Task AnswerByKeyboardAsync(Visitor visitor, QuestionnaireItem item, Answer answer)
    {
        var controls = visitor.Page.Locator($"input[name='{item.LinkId}']");
        if (item.Type == ItemType.Integer)
        {
            await visitor.TabToAsync(controls);
            await visitor.Page.Keyboard.TypeAsync(answer.ToString());
            return;
        }

        if (item.Type == ItemType.Choice)
        {
            // One stop for the whole group; the arrows lead from choice to choice.
            var place = item.Options.Index().Single(option => answer.Has(option.Item.Code)).Index;
            await visitor.TabToAsync(controls.First);
            await visitor.PressAsync("Space");
            for (var step = 0; step < place; step++)
            {
                await visitor.PressAsync("ArrowDown");
            }

            await Expect(controls.Nth(place)).ToBeCheckedAsync();
            return;
        }

        foreach (var option in item.Options.Index().Where(option => answer.Has(option.Item.Code)))
        {
            await visitor.TabToAsync(controls.Nth(option.Index));
            await visitor.PressAsync("Space");
            await Expect(controls.Nth(option.Index)).ToBeCheckedAsync();
        }
    }

    private static async Task ExpectNoSidewaysScrollAsync(Visitor visitor) =>
        Assert.InRange(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, NarrowPx);

    private static async Task ExpectDecisionAsync(Visitor visitor)
    {
        Assert.Equal(ResultPage.Path, visitor.Address);
        Assert.Equal(ResultPage.PlacesOf(EatsFast.Decide()).Order(), (await new ResultPage(visitor).SuggestionsAsync()).Order());
        Assert.Empty(visitor.ForeignRequests);
    }
}
