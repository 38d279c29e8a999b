namespace GutGuide.Web.Content.Checks;

/// <summary>Every check, in the order in which an editor would want to hear of it.</summary>
internal static class ContentChecks
{
    public static IReadOnlyList<IContentCheck> All { get; } = [];
}
