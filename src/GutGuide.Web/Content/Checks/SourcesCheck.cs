namespace GutGuide.Web.Content.Checks;

/// <summary>Every source that is named exists, every source is named, and every article names one.</summary>
internal sealed class SourcesCheck : IContentCheck
{
    private static readonly char[] Digits = [.. "0123456789"];

    public void Check(ContentModel content, ContentProblems problems)
    {
        var known = content.Sources.Select(source => source.Value.Id).ToHashSet(StringComparer.Ordinal);
        var uses = content.SourceUses.ToArray();
        var isWhole = !problems.IsUnread("sources.yaml");
        foreach (var use in uses.Where(use => isWhole && !known.Contains(use.Value)))
        {
            problems.Error(use.Path, use.Line, Unknown(use.Value, known));
        }

        var used = uses.Select(use => use.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var source in content.Sources.Where(source => !problems.HasUnread && !used.Contains(source.Value.Id)))
        {
            problems.Warning(source.Path, source.Line, $"nothing cites the source {source.Value.Id}; cite it, or take it out");
        }

        foreach (var source in content.Sources.Where(source => used.Contains(source.Value.Id) && IsNowhere(source.Value)))
        {
            problems.Warning(
                source.Path,
                source.Line,
                $"nobody can find the source {source.Value.Id}; write its \"doi\", \"pmid\", \"pmcid\", \"url\", or as \"locator\" "
                    + "its volume and pages or number");
        }

        CheckSameDocument(content, "DOI", source => source.Doi, problems);
        CheckSameDocument(content, "PMID", source => source.Pmid, problems);
        CheckSameDocument(content, "PMCID", source => source.Pmcid, problems);
        foreach (var article in content.Articles.Where(article => article is { IsSitePage: false, Sources.Count: 0, Outline: { Citations.Count: 0, HasText: true } }))
        {
            problems.Error(article.Path, 0, "the article names no source; cite at least one, like [@s001]");
        }
    }

    /// <summary>What is only remembered has no place yet, and readers are told so.</summary>
    private static bool IsNowhere(Source source) =>
        source is { Reading: not SourceReading.FromMemory, Doi: null, Pmid: null, Pmcid: null, Url: null, Locator: null };

    /// <summary>A document under two ids counts twice. What articles cite and what rules cite are numbered apart.</summary>
    private static void CheckSameDocument(ContentModel content, string what, Func<Source, string?> numberOf, ContentProblems problems)
    {
        foreach (var same in content.Sources
            .Where(source => numberOf(source.Value) is not null)
            .GroupBy(source => (source.Value.Id.Split('-')[0].TrimEnd(Digits), numberOf(source.Value)!.ToUpperInvariant()))
            .Where(group => group.Count() > 1))
        {
            foreach (var source in same.Skip(1))
            {
                problems.Error(
                    source.Path,
                    source.Line,
                    $"the {what} {numberOf(source.Value)} of {source.Value.Id} is that of {same.First().Value.Id}, too; cite one of "
                        + "them everywhere, and take the other out");
            }
        }
    }

    private static string Unknown(string id, HashSet<string> known) => id.Length == 0
        ? "a citation names no source; write the ids of sources, like [@s001, @s006]"
        : $"there is no source \"{id}\" in sources.yaml{NearestName.Hint(id, known)}";
}
