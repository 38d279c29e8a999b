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

    public static string Of(string section) => Names.GetValueOrDefault(section, "More about you");
}
