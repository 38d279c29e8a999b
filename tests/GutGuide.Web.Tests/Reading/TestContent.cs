using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Reading;

/// <summary>Content with valid defaults, so that a test shows only what matters.</summary>
internal static class TestContent
{
    public static DateOnly Reviewed { get; } = new(2026, 3, 1);

    public static DateOnly ReviewBy { get; } = new(2027, 3, 1);

    public static Article Article(string slug = "stress", string title = "Stress", string html = "<p>Stress acts.</p>") => new(
        slug,
        title,
        $"What is known about {slug}.",
        "basics",
        10,
        Reviewed,
        ReviewBy,
        Reviewer: null,
        Aliases: [],
        Related: [],
        Explains: [],
        Changes: [new ArticleChange(Reviewed, "First version.")],
        html,
        Headings: [],
        Citations: [],
        Terms: [],
        PlainText: "");

    public static Article Page(string slug, string title, string html = "<p>Words.</p>") =>
        Article(slug, title, html) with { Section = "site" };

    public static Source Source(string id = "s001", string title = "Leaky gut in humans") =>
        new(id, title, "Camilleri M", "Gut", 2019, "68:1516-1526", "10.1136/gutjnl-2019-318427", null, null, null, SourceReading.Seen, null);

    public static GlossaryTerm Term(string id, string term) => new(id, term, [], $"{term} in plain words.", []);

    public static CareCardContent Card(TriageTier tier = TriageTier.Soon) =>
        new("blood", tier, "See a doctor if:", "<ul><li>There is blood.</li></ul>", []);

    public static Region Region(string code = "US", string name = "United States", string number = "911") => new(
        code,
        name,
        Lines("Emergency number", number),
        new PhoneLines([], "Call your clinic."),
        Lines("Poison Help", "18002221222"),
        Lines("Crisis line", "988"),
        new DateOnly(2026, 2, 3));

    public static PhoneLines Lines(string label, string number) => new([new PhoneLine(label, number, number, null)], null);

    public static Regions Regions(params Region[] regions) => new(
        regions,
        new Region("", "", Words("your local emergency number"), Words("a local doctor"), Words("your local poison center"), Words("a local crisis line"), new DateOnly(2026, 2, 3)));

    public static SiteContent Site(params Article[] articles) => new(
        [.. articles.Where(article => article.Section != "site")],
        articles.Where(article => article.Section == "site").ToDictionary(article => article.Slug),
        new Dictionary<string, CareCardContent>(),
        new Dictionary<string, Source>(),
        [],
        Regions(Region()),
        new Dictionary<string, string>(),
        RulesetAsking());

    public static SiteContent WithSources(this SiteContent content, params Source[] sources) =>
        content with { Sources = sources.ToDictionary(source => source.Id) };

    /// <summary>A ruleset without rules that asks these questions, each by linkId and text.</summary>
    public static Ruleset RulesetAsking(params (string LinkId, string Text)[] questions) => new(
        "test",
        "1",
        new Questionnaire("test", "1", "Test", [new QuestionnairePage("page", "Page", "gut", null, [.. questions.Select(question =>
            new QuestionnaireItem(question.LinkId, question.Text, null, ItemType.Choice, true, null, null, null, null, null, null, []))])], []),
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        new ScoringRules([], 0, 0, 0, [], [], null),
        [],
        [],
        []);

    private static PhoneLines Words(string text) => new([], text);
}
