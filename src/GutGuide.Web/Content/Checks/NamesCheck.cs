using System.Text.RegularExpressions;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>Names and places in order are taken once.</summary>
internal sealed partial class NamesCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles.Where(article => article.Slug.Split('/').Any(part => !SlugForm().IsMatch(part))))
        {
            problems.Error(article.Path, 0, $"the file name \"{article.Slug}\" becomes an address; use small letters, digits and hyphens only");
        }

        CheckAddresses(content, problems);
        foreach (var article in Repeats(content.ArticlesByStanding.Where(article => article.Order != 0), article => (article.Section, article.Order)))
        {
            var first = content.ArticlesByStanding.First(other => other.Section == article.Section && other.Order == article.Order);
            problems.Error(article.Path, article.Keys.LineOfKey("order"), $"the order {article.Order} is taken by {first.Slug} in the section {article.Section}; give it another number");
        }

        var titled = content.ArticlesByStanding.Where(article => article.Title.Length > 0).ToArray();
        foreach (var article in Repeats(titled, article => article.Title.ToUpperInvariant()))
        {
            var first = titled.First(other => string.Equals(other.Title, article.Title, StringComparison.OrdinalIgnoreCase));
            problems.Error(
                article.Path,
                article.Keys.LineOfKey("title"),
                $"the title \"{article.Title}\" is that of {first.Slug}, too; give each page its own");
        }

        CheckGlossary(content, problems);
        foreach (var card in Repeats(content.CareCards, card => card.Card.Id))
        {
            problems.Error(card.Path, card.Keys.LineOfKey("id"), $"the id {card.Card.Id} is taken by another care card; give it another");
        }

        foreach (var region in Repeats(content.Regions.Listed, region => region.Value.Code))
        {
            problems.Error(region.Path, region.Line, $"the region {region.Value.Code} stands here a second time; take one out");
        }

        foreach (var statement in Repeats(content.Language.Statements, statement => statement.Value.Id))
        {
            problems.Error(statement.Path, statement.Line, $"the id {statement.Value.Id} stands here a second time; give it another");
        }
    }

    /// <summary>Everything after the first of its name.</summary>
    private static IEnumerable<T> Repeats<T, TName>(IEnumerable<T> things, Func<T, TName> nameOf) =>
        things.GroupBy(nameOf).SelectMany(group => group.Skip(1));

    private static void CheckAddresses(ContentModel content, ContentProblems problems)
    {
        var owners = new Dictionary<string, ArticleFile>(StringComparer.Ordinal);
        foreach (var articles in content.ArticlesByStanding.GroupBy(article => article.IsDraft))
        {
            CheckAddresses([.. articles], owners, problems);
        }
    }

    private static void CheckAddresses(IReadOnlyList<ArticleFile> articles, Dictionary<string, ArticleFile> owners, ContentProblems problems)
    {
        foreach (var article in articles)
        {
            if (!owners.TryAdd(article.Address, article))
            {
                problems.Error(article.Path, 0, $"the address {article.Address} is taken by {owners[article.Address].Path}; rename one of the files");
            }
        }

        foreach (var article in articles)
        {
            foreach (var address in article.AliasAddresses.Where(address => !owners.TryAdd(address, article)))
            {
                problems.Error(article.Path, article.Keys.LineOfKey("aliases"), $"the alias \"{address}\" is taken by {owners[address].Path}; take it out");
            }
        }
    }

    private static void CheckGlossary(ContentModel content, ContentProblems problems)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (term, path, line) in content.Glossary)
        {
            foreach (var spelling in term.Also.Prepend(term.Term).Where(spelling => !owners.TryAdd(spelling, term.Term)))
            {
                problems.Error(path, line, $"\"{spelling}\" is explained twice, here and under \"{owners[spelling]}\"; take one out");
            }
        }

        foreach (var term in Repeats(content.Glossary, term => term.Value.Id).Where(term => owners.ContainsKey(term.Value.Term) && owners[term.Value.Term] == term.Value.Term))
        {
            problems.Error(term.Path, term.Line, $"the term \"{term.Value.Term}\" has the anchor {term.Value.Id} of another term; word it differently");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugForm();
}
