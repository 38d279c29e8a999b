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

    /// <summary>A key that is near to none.</summary>
    private const string Unknown = "qqqqqqqqqqqqqqqqqqqq";

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
            .Replace("regions.yaml", "\nregions:\n", "\nregions:\n" + Indented(Example("A phone number"), "  "))
            .Replace("banned-statements.yaml", "\nstatements:\n", "\nstatements:\n" + Indented(Example("Words that the site does not use"), "  "))
            .Write("symptoms/example.md", Example("A symptom"))
            .Write("addresses.txt", content.Text("addresses.txt") + "/learn/example\n/symptoms/example\n")
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
        Assert.Contains(loaded.Content.Symptoms, symptom => symptom.Slug == "example");
        Assert.Contains("example-card", loaded.Content.CareCards.Keys);
        Assert.Contains(loaded.Content.Ruleset.Suggestions, suggestion => suggestion.Id == "sg-example");
        Assert.Contains(loaded.Content.Ruleset.Questionnaire.Items, item => item.LinkId == "example-drinks");
        Assert.Contains(loaded.Content.Ruleset.Questionnaire.Hints, hint => hint.Id == "hint-example");
        Assert.Contains(loaded.Content.Ruleset.Flags, flag => flag.Id == "rf-example");
        Assert.Contains(loaded.Content.Regions.All, region => region.Code == "ZZ");
        Assert.Contains("s999", loaded.Content.Sources.Keys);
        Assert.Contains(loaded.Content.Glossary, term => term.Id == "example-term");
    }

    [Fact]
    public void Every_key_of_an_article_is_explained()
    {
        var problems = new ContentProblems();

        var article = new ArticleReader(problems).Read(new ContentFile("content/articles/example.md", Example("An article")), PageKind.Article);

        AssertExplained(article!.Keys.Known, "An article");
    }

    [Fact]
    public void Every_key_of_a_symptom_is_explained()
    {
        var problems = new ContentProblems();

        var symptom = new ArticleReader(problems).Read(new ContentFile("content/symptoms/example.md", Example("A symptom")), PageKind.Symptom);

        AssertExplained(symptom!.Keys.Known, "A symptom");
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

        new SuggestionReader(new ConditionReader(new RulePlaces())).Read(map, "");

        AssertExplained(map.Known, "A suggestion");
    }

    /// <summary>Each table about a mapping in a file, and how an unknown key gets into one such mapping of the sample content.</summary>
    public static TheoryData<string, string, string, string, string> Mappings => new()
    {
        { "A source", "key", "sources.yaml", "  title: \"A guideline\"\n", "  title: \"A guideline\"\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A glossary term", "key", "glossary.yaml", "- term: lining\n", "- term: lining\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "Search", "key", "search.yaml", "  also: [nerves", "  qqqqqqqqqqqqqqqqqqqq: x\n  also: [nerves" },
        { "A phone number", "key of the file", "regions.yaml", "unset:\n", "qqqqqqqqqqqqqqqqqqqq: x\nunset:\n" },
        { "A phone number", "key of `unset`", "regions.yaml", "unset:\n", "unset:\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A phone number", "key of a region", "regions.yaml", "  - code: US\n", "  - code: US\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A phone number", "key of a line", "regions.yaml", "      - label: Emergency number\n", "      - label: Emergency number\n        qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "Words that the site does not use", "key of the file", "banned-statements.yaml", "words:\n", "qqqqqqqqqqqqqqqqqqqq: x\nwords:\n" },
        { "Words that the site does not use", "key of a statement", "banned-statements.yaml", "  - id: ban-01\n", "  - id: ban-01\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "Words that the site does not use", "key of words", "banned-statements.yaml", "  - patterns: [\"heal", "  - qqqqqqqqqqqqqqqqqqqq: x\n    patterns: [\"heal" },
        { "An article", "key of a change", "articles/stress.md", "{ date:", "{ qqqqqqqqqqqqqqqqqqqq: x, date:" },
        { "A question", "key of the questionnaire", "consultation/questionnaire.yaml", "pages:\n", "qqqqqqqqqqqqqqqqqqqq: x\npages:\n" },
        { "A question", "key of a stop", "consultation/questionnaire.yaml", "    card: blood\n", "    card: blood\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A question", "key of a page", "consultation/questionnaire.yaml", "  - id: gut\n", "  - id: gut\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A question", "key of an item", "consultation/questionnaire.yaml", "      - linkId: gut\n", "      - linkId: gut\n        qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A question", "key of an option", "consultation/questionnaire.yaml", "{ code: adult,", "{ qqqqqqqqqqqqqqqqqqqq: x, code: adult," },
        { "A question", "key of a replacement", "consultation/questionnaire.yaml", "      - linkId: gut\n", "      - linkId: gut\n        replaces: [{ qqqqqqqqqqqqqqqqqqqq: x, questions: [who], reason: x }]\n" },
        { "A hint", "key", "consultation/questionnaire.yaml", "pages:\n", "hints:\n  - id: hint-1\n    qqqqqqqqqqqqqqqqqqqq: x\npages:\n" },
        { "A red flag", "key", "consultation/red-flags.yaml", "- id: rf-blood\n", "- id: rf-blood\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A red flag", "key of an example", "consultation/edges.yaml", "{ rule: rf-blood,", "{ qqqqqqqqqqqqqqqqqqqq: x, rule: rf-blood," },
        { "A suggestion", "key of `evidence`", "suggestions/rebalance/sg-walk.md", "evidence:\n", "evidence:\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "A suggestion", "key of an evidence line", "suggestions/rebalance/sg-walk.md", "for: [ {", "for: [ { qqqqqqqqqqqqqqqqqqqq: x," },
        { "A suggestion", "key of `ends`", "suggestions/rebalance/sg-walk.md", "step: Take", "ends: { qqqqqqqqqqqqqqqqqqqq: x, days: 9, reintroduce: Slowly. }\nstep: Take" },
        { "A suggestion", "key of `next`", "suggestions/rebalance/sg-walk.md", SampleContent.ShortStep, SampleContent.HowToWalk.Replace("next: {", "next: { qqqqqqqqqqqqqqqqqqqq: x,", StringComparison.Ordinal) },
        { "The other rules", "key of a fact", "consultation/facts.yaml", "- id: age\n", "- id: age\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of `from`", "consultation/facts.yaml", "{ question: age", "{ qqqqqqqqqqqqqqqqqqqq: x, question: age" },
        { "The other rules", "key of a state", "consultation/states.yaml", "- id: sp-child\n", "- id: sp-child\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of a class", "consultation/classes.yaml", "- id: talk\n", "- id: talk\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of `tiers`", "consultation/classes.yaml", "tiers: {", "tiers: { qqqqqqqqqqqqqqqqqqqq: x," },
        { "The other rules", "key of a hard rule", "consultation/hard-rules.yaml", "- id: hr-1\n", "- id: hr-1\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of a conflict", "consultation/conflicts.yaml", "- id: cf-1\n", "- id: cf-1\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of a ceiling", "consultation/ceilings.yaml", "- id: ce-zinc\n", "- id: ce-zinc\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of an amount", "consultation/ceilings.yaml", "most: [{", "most: [{ qqqqqqqqqqqqqqqqqqqq: x," },
        { "The other rules", "key of what is never suggested", "consultation/never-suggested.yaml", "- id: ns-mercury\n", "- id: ns-mercury\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of the scoring", "consultation/scoring.yaml", "selection: {}", "qqqqqqqqqqqqqqqqqqqq: x\nselection: {}" },
        { "The other rules", "key of a section", "consultation/scoring.yaml", "  - id: belly\n", "  - id: belly\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of `priorities`", "consultation/scoring.yaml", "priorities: {", "priorities: { qqqqqqqqqqqqqqqqqqqq: x," },
        { "The other rules", "key of points", "consultation/scoring.yaml", "  - phase: rebalance\n", "  - phase: rebalance\n    qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "The other rules", "key of a promise", "consultation/invariants.yaml", "- id: inv-01\n", "- id: inv-01\n  qqqqqqqqqqqqqqqqqqqq: x\n" },
        { "Diary and check-in", "key of `diary`", "consultation/check-in.yaml", "  days-open:", "  qqqqqqqqqqqqqqqqqqqq: x\n  days-open:" },
        { "Diary and check-in", "key of `check-in`", "consultation/check-in.yaml", "  after-days:", "  qqqqqqqqqqqqqqqqqqqq: x\n  after-days:" },
        { "Diary and check-in", "key of `progress`", "consultation/check-in.yaml", "  difference:", "  qqqqqqqqqqqqqqqqqqqq: x\n  difference:" },
        { "The other rules", "key of the ruleset", "consultation/ruleset.yaml", "id: sample\n", "id: sample\nqqqqqqqqqqqqqqqqqqqq: x\n" },
    };

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Every_key_of_a_list_is_explained_and_every_key_explained_can_be_read(string heading, string header, string file, string old, string with)
    {
        using var content = new SampleContent();

        var known = KnownBeside(content.Replace(file, old, with), file);

        Assert.Equal(known.Order(StringComparer.Ordinal), FirstColumn(Table(heading, header)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_a_condition_is_explained()
    {
        const string Walk = "suggestions/rebalance/sg-walk.md";
        const string Relevant = "relevant: {";
        using var ofQuestion = new SampleContent();
        using var ofSection = new SampleContent();

        var known = KnownBeside(ofQuestion.Replace(Walk, Relevant, $"{Relevant} {Unknown}: x,"), Walk)
            .Union(KnownBeside(ofSection.Replace(Walk, "{ question: gut, operator: \"=\", answer: pain }", $"{{ {Unknown}: x, section: belly, operator: \">=\", value: 1 }}"), Walk));

        Assert.Equal(known.Order(StringComparer.Ordinal), FirstColumn(Table("Conditions", "key of a condition")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_of_keys_is_held_true()
    {
        var held = Mappings.Select(row => (string)row[1]).Append("key of a condition").Append("key");

        Assert.Empty(Headers().Matches(Readme).Select(match => match.Groups[1].Value).Except(held));
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

    /// <summary>What may stand in the mapping that holds the unknown key, as the editor who wrote it is told.</summary>
    private static string[] KnownBeside(SampleContent content, string file)
    {
        var problem = Assert.Single(content.Load().Problems.All, problem => problem.Message.StartsWith($"the key \"{Unknown}\"", StringComparison.Ordinal));
        Assert.Equal(($"content/{file}", content.LineOf(file, Unknown)), (problem.Path, problem.Line));
        return problem.Message.Split("known are ")[1].Split(", ");
    }

    private static void AssertExplained(IEnumerable<string> known, string heading) =>
        Assert.Equal(known.Order(StringComparer.Ordinal), FirstColumn(Table(heading, "key")).Order(StringComparer.Ordinal));

    /// <summary>The table of a section that has this over its first column.</summary>
    private static string Table(string heading, string header)
    {
        var section = Section(heading);
        var start = section.IndexOf($"\n| {header} | meaning |\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"content/README.md has no table \"{header}\" under \"{heading}\".");
        var end = section.IndexOf("\n\n", start + 1, StringComparison.Ordinal);
        return end < 0 ? section[start..] : section[start..end];
    }

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

    [GeneratedRegex(@"^\| (key[^|]*) \| meaning \|$", RegexOptions.Multiline)]
    private static partial Regex Headers();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();

    [GeneratedRegex(":{3,4}([a-z-]+)")]
    private static partial Regex BlockNames();

    [GeneratedRegex("(?:^    .*\n(?:\n(?=    ))?)+", RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
