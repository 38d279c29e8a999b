using System.Text.RegularExpressions;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Marks that were meant and not understood: half citations, odd grades, raw HTML, pictures without a figure.</summary>
internal sealed partial class MarksCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var outlines = content.Articles.Select(article => (article.Path, article.Outline))
            .Concat(content.CareCards.Select(card => (card.Path, card.Outline)));
        foreach (var (path, outline) in outlines)
        {
            foreach (var grade in outline.Grades.Where(grade => !GradeInline.Known.Contains(grade.Value)))
            {
                problems.Error(path, grade.Line, $"there is no evidence grade \"{grade.Value}\"; write {string.Join(", ", GradeInline.Known)}");
            }

            foreach (var image in outline.Images)
            {
                problems.Error(path, image.Line, $"the picture \"{image.Value}\" stands alone; save it as content/images/name.svg and write :::figure name");
            }

            foreach (var text in outline.Texts.Where(text => text.Role != TextRole.Matter))
            {
                CheckText(text, problems);
            }
        }

        foreach (var card in content.CareCards)
        {
            foreach (var citation in card.Outline.Citations)
            {
                problems.Error(card.Path, citation.Line, $"a care card cites no source in its text; move {citation.Value} to \"sources\" in its front matter");
            }
        }
    }

    private static void CheckText(TextBlock text, ContentProblems problems)
    {
        foreach (var match in HalfCitation().Matches(text.Text).AsEnumerable())
        {
            problems.Error(text.Path, text.LineAt(match.Index), "a citation is not closed; write it like [@s001]");
        }

        foreach (var match in Braces().Matches(text.Text).AsEnumerable())
        {
            problems.Error(text.Path, text.LineAt(match.Index), $"the mark {match.Value} is not known; write {{grade=A}} or {{general}}, or take it out");
        }

        foreach (var match in Tag().Matches(text.Text).AsEnumerable())
        {
            problems.Error(text.Path, text.LineAt(match.Index), $"HTML is not used here, and readers would see \"{match.Value}\"; write markdown");
        }

        foreach (var match in Fence().Matches(text.Text).AsEnumerable())
        {
            problems.Error(text.Path, text.LineAt(match.Index), "a fence of colons stands inside a paragraph; put it on a line of its own with an empty line before it");
        }
    }

    [GeneratedRegex("""\[@""")]
    private static partial Regex HalfCitation();

    [GeneratedRegex("""\{[^{}]*\}|\{(?:grade|general)""")]
    private static partial Regex Braces();

    [GeneratedRegex("""</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--""")]
    private static partial Regex Tag();

    [GeneratedRegex(""":{3,}""")]
    private static partial Regex Fence();
}
