using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>What every article owes its reader: limits of knowledge, help beside symptoms, something to scan, a description.</summary>
internal sealed class ArticlePartsCheck : IContentCheck
{
    private const int ShortestDescription = 80;
    private const int LongestDescription = 155;
    private const int FewSymptoms = 2;

    private static readonly PhrasePattern[] Symptoms =
    [
        PhrasePattern.Parse("bloating|bloated|diarrhea|constipation|cramps|nausea|vomiting|heartburn|belly-pain|stomach-pain|joint-pain"),
        PhrasePattern.Parse("weight-loss|lose-weight|losing-weight|blood-in-your-stool|blood-in-your-poop|bleeding|fever|fainting|chest-pain"),
        PhrasePattern.Parse("tiredness|fatigue|brain-fog|rash|rashes|headache|headaches|loose-stool|loose-stools|loose-poop"),
    ];

    private static readonly PhrasePattern[] Unknowns =
    [
        PhrasePattern.Parse("we|nobody|noone|no-one|researchers|scientists|doctors dont-know|do-not-know|dont-yet-know|do-not-yet-know|knows"),
        PhrasePattern.Parse("not|isnt|arent|hasnt-been|have-not-been|havent-been known|settled|clear|clear-yet|studied|tested|shown"),
        PhrasePattern.Parse("unknown|unclear|unproven|untested"),
        PhrasePattern.Parse("no|nobody|noone * study|studies|trial|trials|research|tested|shown|measured"),
    ];

    /// <summary>Where a link leads to help.</summary>
    private const string Help = "/help";

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles)
        {
            CheckDescription(article, problems);
            CheckSymptoms(article, problems);
            if (article is { IsSitePage: false, Outline.HasText: true })
            {
                CheckUnknown(article, problems);
            }

            if (article is { IsSitePage: false, Outline: { FigureAndTableCount: 0, ListCount: 0, HasText: true } })
            {
                problems.Warning(article.Path, 0, "the article has no table, figure or list; show its main point in one");
            }
        }
    }

    private static void CheckDescription(ArticleFile article, ContentProblems problems)
    {
        if (article.Description.Length is > 0 and (< ShortestDescription or > LongestDescription))
        {
            problems.Warning(
                article.Path,
                article.Keys.LineOfKey("description"),
                $"\"description\" has {article.Description.Length} characters; write {ShortestDescription} to {LongestDescription}, as search results show them");
        }
    }

    private static void CheckUnknown(ArticleFile article, ContentProblems problems)
    {
        var unknowns = article.Outline.Boxes.Where(box => box.Name == BoxKind.Unknown.Name).ToArray();
        if (unknowns.Length == 0 && !article.Outline.Texts.Any(SaysUnknown))
        {
            problems.Error(article.Path, 0, "the article does not say what is not known; say it in the text, or add a block :::unknown");
        }

        foreach (var box in unknowns.Skip(1))
        {
            problems.Warning(article.Path, box.Line, "the article has a second block :::unknown; put all of it into one");
        }
    }

    private static bool SaysUnknown(TextBlock text) =>
        text.Role != TextRole.Matter && text.Sentences.Any(sentence => Unknowns.Any(unknown => unknown.FindIn(sentence.Tokens) is not null));

    private static void CheckSymptoms(ArticleFile article, ContentProblems problems)
    {
        if (article.Outline.Boxes.Any(box => BoxKind.Named(box.Name) is { IsCare: true })
            || article.Outline.Links.Any(link => link.Value.StartsWith(Help, StringComparison.Ordinal)))
        {
            return;
        }

        var named = article.Outline.Texts
            .SelectMany(text => text.Sentences.Select(sentence => (text, sentence)))
            .Where(pair => Symptoms.Any(symptom => symptom.FindIn(pair.sentence.Tokens) is not null))
            .ToArray();
        if (named.Length > FewSymptoms)
        {
            var (text, sentence) = named[0];
            problems.Warning(
                article.Path,
                text.LineAt(sentence.Start),
                "the page names symptoms and says nowhere when to get help; add a care card, like :::care-short see-a-doctor-soon, "
                    + $"or link to {Help}");
        }
    }
}
