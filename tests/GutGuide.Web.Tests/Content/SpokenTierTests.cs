using System.Text.RegularExpressions;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>The table of results on the page about how the consultation works, held to the words of the care cards.</summary>
public sealed partial class SpokenTierTests
{
    [Fact]
    public void The_table_of_results_names_every_tier_by_its_words_the_most_serious_first()
    {
        var page = File.ReadAllText(Path.Combine(ShippedContent.Directory, "pages", "how-it-works.md"));

        var table = page[page.IndexOf("| Result |", StringComparison.Ordinal)..];
        var named = ResultRow().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Select(row => row.Groups[1].Value);

        Assert.Equal(Enum.GetValues<TriageTier>().OrderDescending().Select(SpokenTier.Of), named.Skip(2));
    }

    [GeneratedRegex(@"^\| ?([^|]+?) ?\|", RegexOptions.Multiline)]
    private static partial Regex ResultRow();
}
