using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>Nothing that was answered is lost, whatever happens to the connection, the browser or the server.</summary>
[Collection(ConsultationStage.Name)]
public sealed class LostConnectionTests(Stage stage)
{
    private const string Adult = "Me, 18 or older";
    private const string Age = "How old are you?";
    private const string Male = "Male";
    private const string Confused = "New confusion, odd behavior, or unusual sleepiness";

    [Fact]
    public Task A_cut_connection_comes_back_with_what_was_chosen_and_not_sent_yet() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await AtSecondQuestionAsync(visitor);
        await question.ChooseAsync(Confused);
        await question.ChooseAsync(QuestionPage.NoneOfThese);
        await Expect(question.Choice(Confused)).Not.ToBeCheckedAsync();

        await visitor.LoseAndFindConnectionAsync();

        await question.ContinueAsync();
        Assert.Equal("/consultation/q/now-pain", visitor.Address);
        await question.GoBackAsync();
        await Expect(question.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
    });

    [Fact]
    public Task What_was_chosen_while_nothing_got_through_counts() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await AtSecondQuestionAsync(visitor);
        visitor.LoseWhatIsSent();
        await question.ChooseAsync(Confused);

        await visitor.LoseAndFindConnectionAsync();
        await question.ContinueAsync();

        Assert.Equal(ResultPage.Path, visitor.Address);
    });

    [Fact]
    public Task A_sign_lets_go_of_none_of_these_while_nothing_gets_through() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await AtSecondQuestionAsync(visitor);
        visitor.LoseWhatIsSent();
        await question.ChooseAsync(QuestionPage.NoneOfThese);

        await question.ChooseAsync(Confused);

        await Expect(question.Choice(QuestionPage.NoneOfThese)).Not.ToBeCheckedAsync();
        await question.ContinueAsync();
        Assert.Equal(ResultPage.Path, visitor.Address);
    });

    [Fact]
    public Task What_was_typed_while_nothing_got_through_counts() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        await visitor.OpenAsync("/consultation/q/about");
        var question = new QuestionPage(visitor);
        visitor.LoseWhatIsSent();
        await question.TypeAsync(Age, "71");
        await question.ChooseAsync(Male);

        await visitor.LoseAndFindConnectionAsync();
        await question.ContinueAsync();

        await visitor.OpenAsync("/consultation/q/about");
        await Expect(question.NumberField(Age)).ToHaveValueAsync("71");
        await Expect(question.Choice(Male)).ToBeCheckedAsync();
    });

    [Fact]
    public Task A_live_connection_is_made_without_asking_first_so_that_any_machine_can_take_it() => stage.VisitAsync(async visitor =>
    {
        await AtSecondQuestionAsync(visitor);

        Assert.Single(visitor.Circuits);
        Assert.Empty(visitor.Negotiations);
    });

    [Fact]
    public Task A_page_that_is_loaded_again_goes_on_with_the_same_question() => stage.VisitAsync(async visitor =>
    {
        var question = await AtSecondQuestionAsync(visitor);

        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();

        Assert.Equal("/consultation/q/now-head", visitor.Address);
        await question.GoBackAsync();
        await Expect(question.Choice(Male)).ToBeCheckedAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Somebody_who_comes_back_later_goes_on_where_they_were(bool script) => stage.VisitAsync(
        async visitor =>
        {
            await AtSecondQuestionAsync(visitor);

            var start = await visitor.OpenStartAsync();
            await start.GoOnAsync();

            Assert.Equal("/consultation/q/now-head", visitor.Address);
        },
        new Viewing { Script = script });

    [Fact]
    public async Task Whoever_has_a_question_open_is_told_that_the_server_is_about_to_stop()
    {
        using var folder = new TemporaryFolder();
        await using var site = new RealSite(folder.Path);
        await stage.VisitAsync(
            async visitor =>
            {
                await AtSecondQuestionAsync(visitor);

                site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

                await Expect(visitor.Page.GetByText("The site is about to restart. Your saved answers are safe")).ToBeVisibleAsync();
            },
            site: site);
    }

    [Fact]
    public async Task A_restarted_server_goes_on_with_the_page_that_was_open()
    {
        using var folder = new TemporaryFolder();
        var site = new RealSite(folder.Path);
        try
        {
            await stage.VisitAsync(
                async visitor =>
                {
                    var question = await AtSecondQuestionAsync(visitor);

                    site = await site.RestartAsync();
                    await Expect(visitor.ConnectionNotice).ToBeHiddenAsync();
                    await visitor.SettleAsync();

                    await question.ChooseAsync(QuestionPage.NoneOfThese);
                    await question.ContinueAsync();
                    Assert.Equal("/consultation/q/now-pain", visitor.Address);
                    await question.GoBackAsync();
                    await question.GoBackAsync();
                    await Expect(question.Choice(Male)).ToBeCheckedAsync();
                },
                site: site);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task<QuestionPage> AtSecondQuestionAsync(Visitor visitor)
    {
        var question = await visitor.StartAsync();
        await question.GoToDangerSignsAsync();
        return question;
    }
}
