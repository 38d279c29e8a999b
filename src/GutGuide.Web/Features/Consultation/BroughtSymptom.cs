using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// The symptom whose page a person comes from. It goes from form to form and stands in no address; before consent it is kept
/// nowhere.
/// </summary>
/// <param name="Notice">As <see cref="ConsultationEndpoints.Notice"/>, which stands in no address either here.</param>
public sealed record BroughtSymptom(Article Symptom, string? Notice = null)
{
    /// <summary>Name of the forms' field: it holds a slug.</summary>
    public const string Field = "symptom";

    /// <summary>Null for none, and for what no page of ours sends.</summary>
    public static BroughtSymptom? Of(IFormCollection form, SiteContent content) =>
        content.Symptoms.FirstOrDefault(symptom => symptom.Slug == form[Field]) is { } symptom ? new BroughtSymptom(symptom) : null;
}
