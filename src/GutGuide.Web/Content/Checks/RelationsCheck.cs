using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Related pages, explained questions and the answers that a symptom starts with exist.</summary>
internal sealed class RelationsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var slugs = content.Articles.Where(article => article is { Kind: not PageKind.Symptom, IsDraft: false }).Select(article => article.Slug).ToHashSet(StringComparer.Ordinal);
        var drafts = content.Articles.Where(article => article is { Kind: not PageKind.Symptom, IsDraft: true }).DistinctBy(draft => draft.Slug).ToDictionary(draft => draft.Slug, StringComparer.Ordinal);
        var linkIds = content.Ruleset.Questionnaire.Items.Select(item => item.LinkId).ToHashSet(StringComparer.Ordinal);
        var isWhole = linkIds.Count > 0 && !problems.IsUnread("consultation/questionnaire.yaml");
        foreach (var article in content.Articles)
        {
            CheckRelated(article, slugs, drafts, problems);
            if (isWhole)
            {
                CheckStarts(article, content.Ruleset.Questionnaire, problems);
            }

            // A questionnaire that could not be read has been reported; its questions are no fault of the article.
            foreach (var linkId in article.Explains.Where(linkId => isWhole && !linkIds.Contains(linkId)))
            {
                problems.Error(article.Path, article.Keys.LineOfKey("explains"), $"\"explains\" names the question \"{linkId}\", which does not exist{NearestName.Hint(linkId, linkIds)}");
            }
        }
    }

    private static void CheckStarts(ArticleFile article, Questionnaire questionnaire, ContentProblems problems)
    {
        foreach (var (linkId, codes) in article.Starts)
        {
            var line = article.Keys.Map("starts")?.LineOfKey(linkId) ?? 0;
            if (questionnaire.Items.FirstOrDefault(item => item.LinkId == linkId) is not { } item)
            {
                problems.Error(article.Path, line, $"\"starts\" names the question \"{linkId}\", which does not exist{NearestName.Hint(linkId, questionnaire.Items.Select(known => known.LinkId))}");
                continue;
            }

            foreach (var code in codes.Where(code => item.Option(code) is null))
            {
                problems.Error(article.Path, line, $"\"starts\" names the answer \"{code}\", which the question {linkId} does not have{NearestName.Hint(code, item.Options.Select(option => option.Code))}");
            }

            if (codes.Count > 1 && (item.Type == ItemType.Choice || codes.Any(code => item.Option(code) is { Exclusive: true })))
            {
                problems.Error(article.Path, line, $"\"starts\" ticks {codes.Count} answers to {linkId} that cannot stand together; keep one");
            }
        }
    }

    private static void CheckRelated(ArticleFile article, HashSet<string> slugs, Dictionary<string, ArticleFile> drafts, ContentProblems problems)
    {
        var line = article.Keys.LineOfKey("related");
        var unknown = article.Related.Where(slug => !slugs.Contains(slug) && !problems.IsUnread("articles", slug));
        foreach (var slug in unknown.Where(slug => !article.IsArticle || slug != article.Slug))
        {
            if (!article.IsDraft && drafts.TryGetValue(slug, out var draft))
            {
                problems.Warning(draft.Path, draft.Keys.LineOfKey("draft"), $"the article {article.Slug} names this draft as related, and leaves it out for readers; publish it, or take {slug} out there");
                continue;
            }

            problems.Error(article.Path, line, $"\"related\" names the article \"{slug}\", which does not exist{NearestName.Hint(slug, slugs)}");
        }

        foreach (var slug in article.Related.Where(slug => article.IsArticle && slug == article.Slug))
        {
            problems.Error(article.Path, line, $"\"related\" names {slug}, which is this article; take it out");
        }
    }
}
