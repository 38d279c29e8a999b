namespace GutGuide.Web.Features.Consultation;

/// <summary>What a reader calls the parts of the questionnaire.</summary>
public static class SectionNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["start"] = "Before you start",
        ["safety"] = "Safety right now",
        ["about"] = "About you",
        ["alarm"] = "Signs to check",
        ["gut"] = "Your gut",
        ["body"] = "The rest of your body",
        ["life"] = "Food and daily life",
        ["goal"] = "What matters most to you",
    };

    public static string Of(string section) => Names.GetValueOrDefault(section, "More about you");
}
