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
    [Fact]
    public Task A_cut_connection_comes_back_with_what_was_chosen_and_not_sent_yet() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await visitor.WalkToAsync(Asked.Signs);
        await question.ChooseAsync(Asked.Confused);
        await question.ChooseAsync(QuestionPage.NoneOfThese);
        await Expect(question.Choice(Asked.Confused)).Not.ToBeCheckedAsync();

        await visitor.LoseAndFindConnectionAsync();

        await question.ContinueAsync();
        Assert.Equal(Asked.After(Asked.Signs), visitor.Address);
        await question.GoBackAsync();
        await Expect(question.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
    });

    [Fact]
    public Task What_was_chosen_while_nothing_got_through_counts() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await visitor.WalkToAsync(Asked.Signs);
        visitor.LoseWhatIsSent();
        await question.ChooseAsync(Asked.Confused);

        await visitor.LoseAndFindConnectionAsync();
        await question.ContinueAsync();

        Assert.Equal(ResultPage.Path, visitor.Address);
    });

    [Fact]
    public Task A_sign_lets_go_of_none_of_these_while_nothing_gets_through() => stage.VisitAsync(async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        var question = await visitor.WalkToAsync(Asked.Signs);
        visitor.LoseWhatIsSent();
        await question.ChooseAsync(QuestionPage.NoneOfThese);

        await question.ChooseAsync(Asked.Confused);

        await Expect(question.Choice(QuestionPage.NoneOfThese)).Not.ToBeCheckedAsync();
        await question.ContinueAsync();
        Assert.Equal(ResultPage.Path, visitor.Address);
    });

    [Fact]
    public Task What_was_typed_while_nothing_got_through_counts() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        await visitor.UseLineThatCanBeCutAsync();
        await visitor.OpenAsync(Asked.About);
        var question = new QuestionPage(visitor);
        visitor.LoseWhatIsSent();
        await question.TypeAsync(Asked.Age.Text, "71");
        await question.ChooseAsync(Asked.Male);

        await visitor.LoseAndFindConnectionAsync();
        await question.ContinueAsync();

        await visitor.OpenAsync(Asked.About);
        await Expect(question.NumberField(Asked.Age.Text)).ToHaveValueAsync("71");
        await Expect(question.Choice(Asked.Male)).ToBeCheckedAsync();
    });

    [Fact]
    public Task A_live_connection_is_made_without_asking_first_so_that_any_machine_can_take_it() => stage.VisitAsync(async visitor =>
    {
        await visitor.WalkToAsync(Asked.Signs);

        Assert.Single(visitor.Circuits);
        Assert.Empty(visitor.Negotiations);
    });

    [Fact]
    public Task A_page_that_is_loaded_again_goes_on_with_the_same_question() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.WalkToAsync(Asked.Signs);

        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();

        Assert.Equal(Asked.Signs, visitor.Address);
        await visitor.OpenAsync(Asked.First);
        await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Somebody_who_comes_back_later_goes_on_where_they_were(bool script) => stage.VisitAsync(
        async visitor =>
        {
            await visitor.WalkToAsync(Asked.Signs);

            var start = await visitor.OpenStartAsync();
            await start.GoOnAsync();

            Assert.Equal(Asked.Signs, visitor.Address);
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
                await visitor.WalkToAsync(Asked.Signs);

                site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

                await Expect(visitor.Page.GetByText("The site is about to restart. Your saved answers are safe")).ToBeVisibleAsync();
            },
            site: site);
    }

    [Fact]
    public async Task A_restarted_server_goes_on_with_what_was_chosen_on_the_page_that_was_open()
    {
        using var folder = new TemporaryFolder();
        var site = new RealSite(folder.Path);
        try
        {
            await stage.VisitAsync(
                async visitor =>
                {
                    var question = await visitor.WalkToAsync(Asked.Signs);
                    await question.ChooseAsync(QuestionPage.NoneOfThese);

                    site = await site.RestartAsync();
                    await Expect(visitor.ConnectionNotice).ToBeHiddenAsync();

                    await Expect(question.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
                    await question.ContinueAsync();
                    Assert.Equal(Asked.After(Asked.Signs), visitor.Address);
                    await question.GoBackAsync();
                    await Expect(question.Choice(QuestionPage.NoneOfThese)).ToBeCheckedAsync();
                },
                site: site);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }
}
