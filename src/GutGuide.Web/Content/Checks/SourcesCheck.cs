namespace GutGuide.Web.Content.Checks;

/// <summary>Every source that is named exists, every source is named, and every article names one.</summary>
internal sealed class SourcesCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var known = content.Sources.Select(source => source.Value.Id).ToHashSet(StringComparer.Ordinal);
        var uses = content.SourceUses.ToArray();
        foreach (var use in uses.Where(use => !known.Contains(use.Value)))
        {
            problems.Error(use.Path, use.Line, Unknown(use.Value, known));
        }

        var used = uses.Select(use => use.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var source in content.Sources.Where(source => !used.Contains(source.Value.Id)))
        {
            problems.Warning(source.Path, source.Line, $"nothing cites the source {source.Value.Id}; cite it, or take it out");
        }

        foreach (var article in content.Articles.Where(article => article is { IsArticle: true, Sources.Count: 0, Outline.Citations.Count: 0 }))
        {
            problems.Error(article.Path, 0, "the article names no source; cite at least one, like [@s001]");
        }
    }

    private static string Unknown(string id, HashSet<string> known) => id.Length == 0
        ? "a citation names no source; write the ids of sources, like [@s001, @s006]"
        : $"there is no source \"{id}\" in sources.yaml{NearestName.Hint(id, known)}";
}
