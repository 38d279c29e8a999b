using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>questionnaire</c>: the questionnaire as FHIR R4 JSON.</summary>
internal static class QuestionnaireCommand
{
    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextWriter output)
    {
        var ruleset = CheckedRules.Load(line, settings);
        var site = SiteAddress.FromSetting(settings["GutGuide:PublicUrl"]);
        await output.WriteLineAsync(FhirJson.Write(FhirQuestionnaire.From(ruleset.Questionnaire, site)));
        return Commands.Done;
    }
}
