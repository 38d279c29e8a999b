namespace GutGuide.Web.Settings;

/// <summary>Who runs this copy of the site and how to write to them; readers need it before they trust it with answers.</summary>
public sealed record SiteOperator(string Name, string? Contact)
{
    /// <summary>From <c>GutGuide:OperatorName</c> and <c>GutGuide:OperatorContact</c>; null when nobody is named.</summary>
    public static SiteOperator? FromSettings(IConfiguration configuration) =>
        configuration["GutGuide:OperatorName"] is { Length: > 0 } name
            ? new SiteOperator(name, configuration["GutGuide:OperatorContact"])
            : null;
}
