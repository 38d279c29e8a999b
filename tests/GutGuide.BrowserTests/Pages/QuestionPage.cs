using GutGuide.BrowserTests.Hosting;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Pages;

/// <summary>One page of questions, whichever it is.</summary>
public sealed class QuestionPage(Visitor visitor)
{
    public const string NoneOfThese = "None of these";

    /// <summary>Code of "None of these".</summary>
    public const string None = "none";

    public ILocator Continue => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" });

    public ILocator Back => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Back", Exact = true });

    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What has to be mended before going on.</summary>
    public ILocator Problems => visitor.Page.GetByRole(AriaRole.Alert);

    /// <summary>The link of one problem.</summary>
    public ILocator Problem(string message) => Problems.GetByRole(AriaRole.Link, new() { Name = message });

    public ILocator Question(string text) => visitor.Page.GetByRole(AriaRole.Group, new() { Name = text, Exact = true });

    /// <summary>The form of the page's questions.</summary>
    public ILocator Form => visitor.Page.Locator("form[data-page]");

    /// <summary>What the form says about sending it.</summary>
    public ILocator Sending => Form.Locator("[data-busy]");

    /// <summary>A choice of the page's questions.</summary>
    public ILocator Choice(string text) => visitor.Page.GetByLabel(text, new() { Exact = true });

    public ILocator NumberField(string question) => visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = question, Exact = true });

    public Task ChooseAsync(string text) => ChooseAsync(Choice(text));

    public Task TypeAsync(string question, string text) => NumberField(question).FillAsync(text);

    /// <summary>Answers the questions of this page as the person would.</summary>
    public async Task AnswerAsync(Persona persona)
    {
        var answers = persona.Answers();
        var page = ShippedContent.Ruleset.Questionnaire.Pages.Single(page => visitor.Address == $"/consultation/q/{page.Id}");
        foreach (var item in page.Items)
        {
            if (answers[item.LinkId] is { } answer)
            {
                await AnswerAsync(item, answer);
            }
        }
    }

    /// <summary>Goes on to wherever the answers lead.</summary>
    public Task ContinueAsync() => visitor.LeaveByAsync(() => Continue.ClickAsync());

    /// <summary>Goes on by keyboard alone. A question that follows takes the focus by itself where there is script; only then does it stay.</summary>
    public async Task ContinueByKeyboardAsync()
    {
        await visitor.EnterAsync(Continue);
        if (visitor.HasScript && visitor.IsAtQuestion)
        {
            await Expect(Heading).ToBeFocusedAsync();
        }
    }

    /// <summary>Goes to the question before.</summary>
    public Task GoBackAsync() => visitor.LeaveByAsync(() => Back.ClickAsync());

    /// <summary>Tries to go on, and is told what is wrong.</summary>
    public async Task ContinueInVainAsync()
    {
        await Continue.ClickAsync();
        await Expect(Problems).ToBeVisibleAsync();
        await visitor.SettleAsync();
    }

    /// <summary>Choices that few need lie in a fold, which is opened first, as a person would.</summary>
    private static async Task ChooseAsync(ILocator choice)
    {
        var fold = choice.Locator("xpath=ancestor::details[not(@open)]");
        if (await fold.CountAsync() > 0)
        {
            await fold.Locator("summary").ClickAsync();
        }

        await choice.CheckAsync();
    }

    private async Task AnswerAsync(QuestionnaireItem item, Answer answer)
    {
        if (answer.Number is not null)
        {
            await TypeAsync(item.Text, answer.ToString());
            return;
        }

        foreach (var code in answer.Codes)
        {
            await ChooseAsync(Question(item.Text).GetByLabel(item.Option(code)!.Display, new() { Exact = true }));
        }
    }
}
