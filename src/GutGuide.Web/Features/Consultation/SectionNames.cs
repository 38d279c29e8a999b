namespace GutGuide.Web.Features.Consultation;

/// <summary>What a reader calls the parts of the questionnaire.</summary>
public static class SectionNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["about"] = "About you",
        ["safety"] = "Danger signs",
        ["gut"] = "Your gut",
        ["body"] = "The rest of you",
        ["health"] = "Health and medicines",
        ["life"] = "Food and daily life",
    };

    /// <summary>As a part of a sentence.</summary>
    public static string Within(string section) => char.ToLowerInvariant(Of(section)[0]) + Of(section)[1..];

    public static string Of(string section) => Names.GetValueOrDefault(section, "More about you");
}
