namespace GutGuide.Web.Content.Checks;

/// <summary>
/// No address is ever lost: a page that was renamed or taken away leaves an alias behind. What was published once is known
/// from a list that only grows.
/// </summary>
internal sealed class AddressesCheck : IContentCheck
{
    public const string File = "addresses.txt";

    private static readonly string[] PageFolders = ["articles", "pages", "symptoms"];

    public void Check(ContentModel content, ContentProblems problems)
    {
        if (content.Addresses is not { } listed)
        {
            return;
        }

        var pages = content.Articles.Where(article => !article.IsDraft).ToArray();
        var reached = pages.SelectMany(page => page.AliasAddresses.Prepend(page.Address)).ToHashSet(StringComparer.Ordinal);
        var drafts = content.Articles.Where(article => article.IsDraft).Select(article => article.Address).ToHashSet(StringComparer.Ordinal);
        var isWhole = !PageFolders.Any(folder => problems.IsUnread(folder) || problems.UnreadIn(folder).Any());
        foreach (var address in listed.Where(address => isWhole && !reached.Contains(address.Value)))
        {
            if (drafts.Contains(address.Value))
            {
                problems.Error(address.Path, address.Line, $"the page {address.Value} has become a draft, and links to it would fail; publish it again, or write {address.Value} under \"aliases\" of the page that takes its place");
                continue;
            }

            problems.Error(
                address.Path,
                address.Line,
                $"the page {address.Value} is gone, and links to it would fail; write {address.Value} under \"aliases\" of the page that took its place{NearestName.Hint(address.Value, pages.Select(page => page.Address))}");
        }

        foreach (var twice in listed.GroupBy(address => address.Value).SelectMany(group => group.Skip(1)))
        {
            problems.Error(twice.Path, twice.Line, $"the address {twice.Value} stands here a second time; take one out");
        }

        var known = listed.Select(address => address.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var page in pages.Where(page => !known.Contains(page.Address)))
        {
            problems.Error(page.Path, 0, $"the address {page.Address} is new; add the line {page.Address} to {File}, so that it is never lost");
        }
    }
}
