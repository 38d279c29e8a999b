using System.Text.Encodings.Web;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>FHIR documents as JSON that people can read, too.</summary>
public static class FhirJson
{
    public const string ContentType = "application/fhir+json";

    // The text goes into files and HTTP bodies, never into a page, so quotes and umlauts may stand as they are.
    private static readonly JsonSerializerOptions Options =
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }.ForFhir(ModelInfo.ModelInspector).Pretty();

    public static string Write(Resource resource) => JsonSerializer.Serialize(resource, Options);
}
