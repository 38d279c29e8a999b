using System.Globalization;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Pages read easily enough for most adults.</summary>
internal sealed class ReadingGradeCheck : IContentCheck
{
    private const double Most = 9;
    private const int WordsOfASentence = 8;

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var (path, texts) in content.Articles.Select(article => (article.Path, article.Outline.Texts))
            .Concat(content.CareCards.Select(card => (card.Path, card.Outline.Texts))))
        {
            var grade = ReadingGrade.Of(texts.Where(IsProse).SelectMany(text => text.Sentences));
            if (grade.Words >= ReadingGrade.FewestWords && grade.Grade > Most)
            {
                problems.Error(
                    path,
                    0,
                    string.Create(CultureInfo.InvariantCulture, $"the text reads at grade {grade.Grade:0.0}, and {Most:0} is the most; ")
                    + "find the heaviest paragraphs and say them as you would to a patient");
            }
        }
    }

    /// <summary>Running text; of table cells only those that say a whole sentence.</summary>
    private static bool IsProse(TextBlock text) => text.Role switch
    {
        TextRole.Paragraph or TextRole.Caption => true,
        TextRole.Cell => text.Text.EndsWith('.') || text.Text.EndsWith('?') || text.Text.EndsWith('!') || Sentences.WordsIn(text.Text).Count() >= WordsOfASentence,
        _ => false,
    };
}
