using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>What happens when somebody goes on without an answer that is needed, with and without script.</summary>
[Collection(ConsultationStage.Name)]
public sealed partial class MissingAnswerTests(Stage stage)
{
    private const string Message = "Please choose one answer.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_focus_moves_to_what_is_wrong(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ContinueInVainAsync();

        await Expect(question.Problems).ToBeFocusedAsync();
        await Expect(question.Problems).ToBeInViewportAsync();
        await Expect(question.Problems).ToContainTextAsync(Message);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Other_answers_of_the_page_are_kept(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ChooseAsync("Ireland");

        await question.ContinueInVainAsync();

        await Expect(question.Choice("Ireland")).ToBeCheckedAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_message_describes_its_field(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ContinueInVainAsync();

        await Expect(question.Question(Asked.Who.Text)).ToHaveAccessibleDescriptionAsync($"Error: {Message} {Asked.Who.Help}");
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_message_leads_to_its_field(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ContinueInVainAsync();

        await question.Problem(Message).ClickAsync();

        await Expect(question.Choice(Asked.Adult)).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_message_goes_as_soon_as_there_is_an_answer() => OnFirstQuestionAsync(true, async question =>
    {
        await question.ContinueInVainAsync();

        await question.ChooseAsync(Asked.Adult);

        await Expect(question.Problems).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_message_names_its_question(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ContinueInVainAsync();

        await Expect(question.Problem($"{Asked.Who.Text} {Message}")).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task The_title_says_that_there_is_an_error(bool script) => OnFirstQuestionAsync(script, async question =>
    {
        await question.ContinueInVainAsync();

        await Expect(question.Form.Page).ToHaveTitleAsync(ErrorTitle());
    });

    [GeneratedRegex("^Error: ")]
    private static partial Regex ErrorTitle();

    private Task OnFirstQuestionAsync(bool script, Func<QuestionPage, Task> visit, [CallerMemberName] string test = "") =>
        stage.VisitAsync(async visitor => await visit(await visitor.StartAsync()), new Viewing { Script = script }, test: test);
}
