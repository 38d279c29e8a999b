using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Commands;

public class QuestionnaireCommandTests
{
    [Fact]
    public async Task It_prints_what_the_site_serves()
    {
        var run = await CommandRun.OfAsync("questionnaire", "--content", ShippedContent.Directory);

        Assert.Equal(FhirJson.Write(FhirQuestionnaire.From(ShippedContent.Ruleset.Questionnaire, SiteAddress.Local)) + Environment.NewLine, run.Output);
        Assert.Equal(0, run.ExitCode);
    }
}
