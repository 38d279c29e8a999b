using GutGuide.BrowserTests.Hosting;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>The plan as paper.</summary>
[Collection(ConsultationStage.Name)]
public sealed class PlanPrintTests(Stage stage)
{
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

        var spelled = await visitor.Page.EvaluateAsync<string>(
            "getComputedStyle(document.querySelector(\"main .suggestion a[href^='/learn']\"), '::after').content");
        var controls = await visitor.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('main button, main input')].filter(control => control.checkVisibility()).length");

        Assert.Contains("/learn/", spelled, StringComparison.Ordinal);
        Assert.Equal(0, controls);
        await Assertions.Expect(visitor.Page.GetByText("Addresses in brackets begin with http")).ToBeVisibleAsync();
    });
}
