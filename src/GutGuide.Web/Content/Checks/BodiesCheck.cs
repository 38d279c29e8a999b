namespace GutGuide.Web.Content.Checks;

/// <summary>A file that was saved half, or emptied by a merge, is not published as a title without words.</summary>
internal sealed class BodiesCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles.Where(article => !article.Outline.HasText && article.Outline.Boxes.Count == 0))
        {
            problems.Error(article.Path, 0, "the page has no text; write it below the front matter");
        }

        foreach (var card in content.CareCards.Where(card => card.Outline is not { HasText: true, ListCount: > 0 }))
        {
            problems.Error(card.Path, 0, card.Outline.HasText
                ? "the card lists no signs; write each as a line that begins with \"- \""
                : "the card has no text; list its signs below the front matter");
        }

        foreach (var (path, outline) in content.Suggestions.Where(suggestion => !suggestion.Outline.HasText))
        {
            problems.Error(path, 0, "the suggestion has no text; write two to four sentences below the front matter");
        }
    }
}
