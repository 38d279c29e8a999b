using GutGuide.Web.Settings;

namespace GutGuide.Web.Components.Layout;

/// <summary>What a page says about itself to browsers, search and those who share it.</summary>
/// <param name="Address">Path, in lower case, without a trailing slash.</param>
public sealed record PageHead(string Address, string Title, string Description)
{
    /// <summary>When a reader would last have seen it change; null when nobody keeps count.</summary>
    public DateOnly? Changed { get; init; }

    /// <summary>Whether it is in the site map and search may list it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>JSON-LD; null for none.</summary>
    public string? StructuredData { get; init; }

    public bool IsArticle { get; init; }

    /// <summary>Without the site's name where the title carries it already.</summary>
    public string FullTitle => Title.Contains(SiteAddress.SiteName, StringComparison.Ordinal) ? Title : $"{Title} | {SiteAddress.SiteName}";
}
