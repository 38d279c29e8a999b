using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>Addresses that name things in FHIR documents.</summary>
internal static class FhirNames
{
    public const string MinValue = "http://hl7.org/fhir/StructureDefinition/minValue";
    public const string MaxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
    public const string Unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
    public const string ItemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    public const string ItemControlCodes = "http://hl7.org/fhir/questionnaire-item-control";
    public const string OptionExclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
    public const string UnitsOfMeasure = "http://unitsofmeasure.org";

    /// <summary>The questionnaire's canonical address, where this site also serves it.</summary>
    public static string Questionnaire(SiteAddress site) => site.Of(Addresses.QuestionnaireFhir);

    /// <summary>Codes mean something only within their question, so each question has a code system of its own.</summary>
    public static string CodeSystem(SiteAddress site, string linkId) => site.Of($"/consultation/codes/{linkId}");
}
