using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Headings go down one level at a time, below the title.</summary>
internal sealed class HeadingsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles)
        {
            CheckArticle(article, problems);
        }

        foreach (var card in content.CareCards)
        {
            foreach (var heading in card.Outline.Headings.Where(heading => heading.Level != 3))
            {
                problems.Error(card.Path, heading.Line, $"\"{heading.Text}\" stands below the card's title; write ### before it");
            }
        }
    }

    private static void CheckArticle(ArticleFile article, ContentProblems problems)
    {
        var level = 1;
        foreach (var heading in article.Outline.Headings)
        {
            if (heading.Level == 1)
            {
                problems.Error(article.Path, heading.Line, $"\"{heading.Text}\" is a first-level heading, and the title is the only one; write ## before it");
            }
            else if (heading.Level > level + 1)
            {
                problems.Error(article.Path, heading.Line, $"\"{heading.Text}\" skips a level; write {new string('#', level + 1)} before it");
            }

            if (heading.Text.Length == 0)
            {
                problems.Error(article.Path, heading.Line, "the heading is empty; write its words, or take it out");
            }

            level = Math.Max(heading.Level, 2);
        }
    }
}
