using System.Text.RegularExpressions;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Tests.Content;

/// <summary>What content/README.md says is so: its examples are read as they stand, and its tables name every key and block.</summary>
public sealed partial class ContentReadmeTests
{
    private const string Questionnaire = "consultation/questionnaire.yaml";

    private static readonly string Readme = File.ReadAllText(Path.Combine(ShippedContent.Directory, "README.md"));

    [Fact]
    public void Every_example_is_sound_content_as_it_stands()
    {
        using var content = SampleContent.OfTheSite();
        var before = content.Load().Problems.All.Select(problem => problem.Message).ToHashSet();
        var (flag, edges) = (Example("A red flag"), Example("A red flag", number: 1));

        content
            .Write("articles/example.md", Example("An article"))
            .Write("sources.yaml", content.Text("sources.yaml") + "\n" + Example("A source"))
            .Replace("articles/myths.md", "sources: [", "sources: [s999, ")
            .Write("addresses.txt", content.Text("addresses.txt") + "/learn/example\n")
            .Write("care-cards/example-card.md", Example("A care card"))
            .Write("suggestions/rebalance/sg-example.md", Example("A suggestion"))
            .Replace(Questionnaire, "    items:\n", "    items:\n" + Indented(Example("A question"), "      "))
            .Replace(Questionnaire, "\nhints:\n", "\nhints:\n" + Indented(Example("A hint"), "  "))
            .Write("consultation/red-flags.yaml", content.Text("consultation/red-flags.yaml") + "\n" + flag)
            .Write("consultation/edges.yaml", content.Text("consultation/edges.yaml") + "\n" + edges)
            .Write("glossary.yaml", content.Text("glossary.yaml") + "\n" + Example("A glossary term"));
        var loaded = content.Load();

        Assert.Empty(loaded.Problems.All.Where(problem => !before.Contains(problem.Message)).Select(problem => problem.ToString()));
        Assert.Contains(loaded.Content.Articles, article => article.Slug == "example");
        Assert.Contains("example-card", loaded.Content.CareCards.Keys);
        Assert.Contains(loaded.Content.Ruleset.Suggestions, suggestion => suggestion.Id == "sg-example");
        Assert.Contains(loaded.Content.Ruleset.Questionnaire.Items, item => item.LinkId == "example-drinks");
        Assert.Contains(loaded.Content.Ruleset.Questionnaire.Hints, hint => hint.Id == "hint-example");
        Assert.Contains(loaded.Content.Ruleset.Flags, flag => flag.Id == "rf-example");
        Assert.Contains("s999", loaded.Content.Sources.Keys);
        Assert.Contains(loaded.Content.Glossary, term => term.Id == "example-term");
    }

    [Fact]
    public void Every_key_of_an_article_is_explained()
    {
        var problems = new ContentProblems();

        var article = new ArticleReader(problems).Read(new ContentFile("content/articles/example.md", Example("An article")), isPage: false);

        AssertExplained(article!.Keys.Known, "An article");
    }

    [Fact]
    public void Every_key_of_a_care_card_is_explained()
    {
        var problems = new ContentProblems();

        var card = new CareCardReader(problems).Read(new ContentFile("content/care-cards/example-card.md", Example("A care card")));

        AssertExplained(card!.Keys.Known, "A care card");
    }

    [Fact]
    public void Every_key_of_a_suggestion_is_explained()
    {
        var problems = new ContentProblems();
        var map = YamlMap.Parse(FrontMatter.Split(Example("A suggestion"))!.Yaml, new YamlPlace("content/suggestions/rebalance/sg-example.md"), problems)!;

        new SuggestionReader(new ConditionReader()).Read(map, "");

        AssertExplained(map.Known, "A suggestion");
    }

    [Fact]
    public void Every_block_is_explained()
    {
        var rows = Section("An article").Split('\n').Where(line => line.StartsWith("| `:::", StringComparison.Ordinal));
        var explained = rows.SelectMany(row => BlockNames().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);

        Assert.Equal(BoxKind.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_and_folder_is_named()
    {
        var named = FirstColumn(Section("What is where")).Select(path => path.Split('/', '<')[0]);
        var there = Directory.EnumerateFileSystemEntries(ShippedContent.Directory).Select(path => Path.GetFileName(path)!).Where(name => name != "README.md");

        Assert.Equal(there.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    private static void AssertExplained(IEnumerable<string> known, string heading) =>
        Assert.Equal(known.Order(StringComparer.Ordinal), FirstColumn(Section(heading)).Where(name => !name.StartsWith(':')).Order(StringComparer.Ordinal));

    private static string Section(string heading)
    {
        var start = Readme.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"content/README.md has no section \"{heading}\".");
        var end = Readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Readme[start..] : Readme[start..end];
    }

    /// <summary>The names in the first column of the section's tables; indented examples are no tables.</summary>
    private static IEnumerable<string> FirstColumn(string section) => section.Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Names().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

    /// <summary>The indented blocks of a section, without their indent.</summary>
    private static string Example(string heading, int number = 0) => Blocks().Matches(Section(heading) + "\n")
        .Select(match => string.Join('\n', match.Value.Trim('\n').Split('\n').Select(line => line.Length > 4 ? line[4..] : "")) + "\n")
        .ElementAt(number);

    private static string Indented(string text, string indent) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"{indent}{line}\n"));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();

    [GeneratedRegex(":{3,4}([a-z-]+)")]
    private static partial Regex BlockNames();

    [GeneratedRegex("(?:^    .*\n(?:\n(?=    ))?)+", RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
