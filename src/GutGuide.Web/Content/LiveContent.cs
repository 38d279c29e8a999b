namespace GutGuide.Web.Content;

/// <summary>The content that is served now.</summary>
public sealed class LiveContent(SiteContent content)
{
    public SiteContent Current => content;
}
