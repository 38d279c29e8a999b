using System.Text.RegularExpressions;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Marks that cannot be meant as they stand: half citations, odd grades, raw HTML, pictures without a figure, code.</summary>
internal sealed partial class MarksCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var (path, outline) in content.Outlines)
        {
            foreach (var grade in outline.Grades.Where(grade => !GradeInline.Known.Contains(grade.Value)))
            {
                problems.Error(path, grade.Line, $"there is no evidence grade \"{grade.Value}\"; write {string.Join(", ", GradeInline.Known)}");
            }

            foreach (var image in outline.Images)
            {
                problems.Error(path, image.Line, $"the picture \"{image.Value}\" stands alone; save it as content/images/name.svg and write :::figure name");
            }

            foreach (var slip in outline.Slips)
            {
                CheckSlip(path, slip, problems);
            }

            foreach (var text in outline.Texts.Where(text => text.Role != TextRole.Matter))
            {
                CheckText(text, problems);
            }
        }

        foreach (var (path, outline) in content.CareCards.Select(card => (card.Path, card.Outline)).Concat(content.Suggestions))
        {
            var (what, where) = path.Contains("/care-cards/", StringComparison.Ordinal) ? ("care card", "sources") : ("suggestion", "evidence");
            foreach (var citation in outline.Citations)
            {
                problems.Error(
                    path,
                    citation.Line,
                    $"a {what} cites no source in its text; move {citation.Value} to \"{where}\" in its front matter");
            }
        }
    }

    private static void CheckSlip(string path, Slip slip, ContentProblems problems)
    {
        switch (slip.Kind)
        {
            case SlipKind.CodeBlock:
                problems.Error(
                    path,
                    slip.Line,
                    "four spaces, a tab or ``` make a code block, which is not used here; begin the line at the margin");
                break;
            case SlipKind.LinkDefinition:
                problems.Error(
                    path,
                    slip.Line,
                    $"readers do not see a line that begins with {slip.Value}; write links in place, like [text](/learn/remove)");
                break;
            case SlipKind.UnderlinedHeading:
                problems.Warning(
                    path,
                    slip.Line,
                    $"this line makes a heading of \"{slip.Value}\"; write ## before those words, or an empty line below them");
                break;
            case SlipKind.EmptySection:
                problems.Error(path, slip.Line, $"nothing stands below the heading \"{slip.Value}\"; write its text, or take it out");
                break;
            case SlipKind.SurplusCell:
                problems.Error(path, slip.Line, $"the row has {slip.Value}; write \\| for a bar within a cell, or take a cell out");
                break;
            case SlipKind.MissingCell:
                problems.Warning(path, slip.Line, $"the row has {slip.Value}; write every cell, an empty one as | |");
                break;
            case SlipKind.OddEntity:
                problems.Error(path, slip.Line, $"{slip.Value} makes a character that nobody sees; delete it");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(slip), slip.Kind, "The slip has no message.");
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
