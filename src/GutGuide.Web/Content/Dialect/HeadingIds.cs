using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Dialect;

/// <summary>
/// Gives each heading its anchor: its words in lower case with hyphens. Unlike Markdig's own, marks and citations in a heading
/// leave no trace, and no heading takes an id of the page around it.
/// </summary>
internal static partial class HeadingIds
{
    /// <summary>Ids that the page itself uses.</summary>
    private static readonly string[] Reserved =
        ["main", "top", "contents", "sources", "questions", "related", "words", "changes", "numbers", "by-subject", "by-symptom", "in-pictures", "own-case", "pages", "q"];

    public static void Assign(MarkdownDocument document)
    {
        var used = new HashSet<string>(Reserved, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var wanted = LinkHelper.UrilizeAsGfm(InlineText.Of(heading.Inline));
            var id = wanted = wanted.Length == 0 ? "section" : Made().IsMatch(wanted) ? $"section-{wanted}" : wanted;
            while (!used.Add(id))
            {
                var number = numbers[wanted] = numbers.GetValueOrDefault(wanted) + 1;
                id = $"{wanted}-{number}";
            }

            heading.GetAttributes().Id = id;
        }
    }

    /// <summary>Ids that the page makes by number or name: of sources, the places that cite them, terms, cards, figures, questions.</summary>
    [GeneratedRegex("^(?:source-[0-9]|cite-[0-9]|term-|care-|fig-|q-|footer-|components-)")]
    private static partial Regex Made();
}
