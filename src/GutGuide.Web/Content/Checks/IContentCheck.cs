namespace GutGuide.Web.Content.Checks;

/// <summary>Looks for one kind of fault in everything that was read.</summary>
internal interface IContentCheck
{
    void Check(ContentModel content, ContentProblems problems);
}
