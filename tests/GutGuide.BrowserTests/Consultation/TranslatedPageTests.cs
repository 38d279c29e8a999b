using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>A page that the browser has translated keeps no old words when it changes.</summary>
[Collection(ConsultationStage.Name)]
public sealed class TranslatedPageTests(Stage stage)
{
    private const string Mark = "[de]";

    private static readonly string Range = $"Please type a number from {Asked.Age.Minimum} to {Asked.Age.Maximum}.";

    // As a translator does: every text is taken out and another put in its place, within elements of its own.
    private const string Translate = $$"""
        () => {
            const texts = document.createTreeWalker(document.querySelector("#main"), NodeFilter.SHOW_TEXT);
            const found = [];
            document.title = `{{Mark}} ${document.title}`;
            while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode);
            for (const text of found) {
                const outer = document.createElement("font"), inner = document.createElement("font");
                inner.textContent = `{{Mark}} ${text.data}`;
                outer.append(inner);
                text.replaceWith(outer);
            }
        }
        """;

    [Fact]
    public Task The_next_page_shows_only_its_own_words() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.StartAsync();
        await visitor.Page.EvaluateAsync(Translate);
        await question.ContinueInVainAsync();
        await visitor.Page.EvaluateAsync(Translate);

        await visitor.Page.Locator("input[value=adult]").CheckAsync();
        await Expect(question.Problems).ToHaveCountAsync(0);
        await visitor.LeaveByAsync(() => question.Form.Locator("button").ClickAsync());

        await Expect(visitor.Page.Locator(".question__bar")).Not.ToContainTextAsync(Mark);
        await Expect(visitor.Page.Locator("#progress-text")).ToContainTextAsync("Part 1 of 6: about you");
        await Expect(question.Form).Not.ToContainTextAsync(Mark);
        Assert.DoesNotContain(Mark, await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        await Expect(question.Heading).ToHaveCountAsync(1);
    });

    [Fact]
    public Task A_message_that_changes_shows_the_new_words_only() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        await visitor.OpenAsync(Asked.About);
        var question = new QuestionPage(visitor);
        await question.TypeAsync(Asked.Age.Text, "");
        await question.ContinueInVainAsync();
        await visitor.Page.EvaluateAsync(Translate);

        await visitor.Page.Locator("input[name=age]").FillAsync($"{Asked.Age.Maximum + 1}");

        await Expect(visitor.Page.Locator(".field-error")).ToHaveTextAsync($"Error: {Range}");
        await Expect(question.Problem($"{Asked.Age.Text} {Range}")).ToBeVisibleAsync();
        await Expect(question.Problems).Not.ToContainTextAsync("such as 35 years");
    });
}
