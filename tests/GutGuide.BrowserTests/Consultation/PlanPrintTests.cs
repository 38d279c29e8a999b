using GutGuide.BrowserTests.Hosting;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Cases;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>The plan as paper.</summary>
[Collection(ConsultationStage.Name)]
public sealed class PlanPrintTests(Stage stage)
{
    private const int Seed = 20261201;
    private const int Sample = 40;

    private static Persona Bloated => Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress");

    [Fact]
    public Task Printing_the_plan_unfolds_every_part() => stage.VisitAsync(Bloated, async visitor =>
    {
        await visitor.OpenAsync("/consultation/result");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var unfolded = await visitor.Page.Locator("main details > :not(summary)").AllAsync();

        Assert.NotEmpty(unfolded);
        foreach (var part in unfolded)
        {
            await Assertions.Expect(part).ToBeVisibleAsync();
        }
    });

    [Fact]
    public Task Printing_the_plan_spells_out_its_links_and_leaves_out_its_controls() => stage.VisitAsync(Bloated, async visitor =>
    {
        await visitor.OpenAsync("/consultation/result");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var spelled = visitor.Page.Locator(".print-address").First;
        var controls = await visitor.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('main button, main input')].filter(control => control.checkVisibility()).length");

        await Assertions.Expect(spelled).ToBeVisibleAsync();
        await Assertions.Expect(spelled).ToContainTextAsync("/learn/");
        await Assertions.Expect(spelled).ToContainTextAsync("http");
        Assert.Equal(0, controls);
    });

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public Task The_short_plan_fits_one_sheet_for_nineteen_of_twenty_random_people(string paper) => stage.VisitAsync(async visitor =>
    {
        var people = new RandomPeople(ShippedContent.Ruleset, Seed);
        var fits = 0;
        foreach (var answers in Enumerable.Range(0, int.MaxValue).Select(people.Person).Where(HasPlan).Take(Sample))
        {
            await visitor.BringAsync(await stage.Site.AnsweredAsync(answers));
            await visitor.OpenAsync("/consultation/print");
            Assert.Equal("/consultation/print", visitor.Address);
            fits += await PrintedPages.CountAsync(visitor.Page, paper) == 1 ? 1 : 0;
        }

        Assert.InRange(fits, Sample * 95 / 100, Sample);
    });

    [Fact]
    public Task A_code_can_be_put_on_the_sheet() => stage.VisitAsync(Bloated, async visitor =>
    {
        await visitor.OpenAsync("/consultation/print");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Put a code on it" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$"));
        await Assertions.Expect(visitor.Page.Locator(".sheet__qr svg")).ToBeVisibleAsync();
    });

    private static bool HasPlan(Answers answers) => Persona.Engine.Decide(answers) is { StopCard: null, Tier: < TriageTier.Urgent };
}
