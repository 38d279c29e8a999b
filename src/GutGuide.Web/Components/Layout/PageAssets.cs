namespace GutGuide.Web.Components.Layout;

/// <summary>Addresses of the files that pages link to. They change with the files' bytes.</summary>
/// <param name="Font">Of the headings; loaded ahead because every page shows one.</param>
/// <param name="SocialImage">Shown where a page is shared.</param>
/// <param name="ResultStylesheet">Of the result of a consultation alone.</param>
/// <param name="FollowUpStylesheet">Of diary, check-in and progress alone.</param>
public sealed record PageAssets(string Stylesheet, string Font, string Icon, string TouchIcon, string SocialImage, string ResultStylesheet, string FollowUpStylesheet)
{
    /// <summary>Shows an editor each change at once; null wherever readers come.</summary>
    public string? LiveScript { get; init; }
}
