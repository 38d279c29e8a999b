using GutGuide.BrowserTests.Hosting;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Cases;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>The summary as paper, measured on the PDF that the browser makes of it.</summary>
[Collection(ConsultationStage.Name)]
public sealed class SummaryPrintTests(Stage stage)
{
    private const int Seed = 20261122;
    private const int Sample = 40;

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public Task The_summary_fits_one_printed_page_for_nineteen_of_twenty_random_people(string paper) => stage.VisitAsync(async visitor =>
    {
        var people = new RandomPeople(ShippedContent.Ruleset, Seed);
        var fits = 0;
        foreach (var answers in Enumerable.Range(0, int.MaxValue).Select(people.Person).Where(HasSummary).Take(Sample))
        {
            await visitor.BringAsync(await stage.Site.AnsweredAsync(answers));
            await visitor.OpenAsync("/consultation/summary");
            Assert.Equal("/consultation/summary", visitor.Address);
            fits += await PrintedPages.CountAsync(visitor.Page, paper) == 1 ? 1 : 0;
        }

        Assert.InRange(fits, Sample * 95 / 100, Sample);
    });

    private static bool HasSummary(Answers answers) => Persona.Engine.Decide(answers).StopCard is null;
}
