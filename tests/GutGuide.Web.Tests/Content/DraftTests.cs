using System.Text;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>A draft is checked and never in the way: what is wrong only because of it is a warning in it.</summary>
public sealed class DraftTests : IDisposable
{
    private const string Stress = "articles/stress.md";
    private const string SleepSuggestion = "suggestions/rebalance/sg-sleep.md";
    private const string Early = "articles/early.md";

    private readonly SampleContent _content = new();

    [Fact]
    public void A_sound_draft_has_no_problem()
    {
        WriteDraft(Early);

        Assert.Empty(_content.Load().Problems.All);
    }

    [Theory]
    [InlineData("order: 30", "order: 10", "order: 10", "is taken by stress")]
    [InlineData("aliases: []", "aliases: [stress]", "aliases:", "is taken by content/articles/stress.md")]
    [InlineData("aliases: []", "aliases: [strain]", "aliases:", "is taken by content/articles/stress.md")]
    [InlineData("aliases: []", "aliases: [/]", "aliases:", "is taken by content/pages/home.md")]
    [InlineData("related: [sleep]", "related: [slep]", "related:", "did you mean \"sleep\"")]
    [InlineData("related: [sleep]", "related: [early]", "related:", "which is this article")]
    [InlineData("explains: []", "explains: [guts]", "explains:", "did you mean \"gut\"")]
    [InlineData("sources: [s001]", "sources: [s009]", "sources:", "there is no source")]
    [InlineData("section: basics", "section: basic", "section:", "did you mean \"basics\"")]
    [InlineData("A short lead.", "See [more](/learn/nowhere).", "See", "there is no page")]
    [InlineData("A short lead.", "See [myself](/learn/early).", "See", "is a draft")]
    public void What_a_draft_gets_wrong_is_a_warning_in_it(string old, string with, string at, string says)
    {
        WriteDraft(Early);
        _content.Replace(Early, old, with);

        AssertOnly(Early, _content.LineOf(Early, at), says);
    }

    [Theory]
    [InlineData("articles/strain.md", "the address /learn/strain is taken by content/articles/stress.md")]
    [InlineData("articles/a/stress.md", "the address /learn/stress is taken by content/articles/stress.md")]
    public void A_draft_takes_no_address_from_a_published_page(string file, string says)
    {
        WriteDraft(file);

        AssertOnly(file, 0, says);
    }

    [Fact]
    public void A_page_that_names_a_draft_as_related_leaves_it_out_until_it_is_published()
    {
        WriteDraft(Early);
        _content.Replace(Stress, "related: [sleep]", "related: [sleep, early]");

        AssertOnly(Early, _content.LineOf(Early, "draft: true"), "the article stress names this draft as related");
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("draft: \"true\"")]
    [InlineData("draft: 'true'")]
    [InlineData("draft:  true # not before June")]
    public void A_draft_is_one_in_any_spelling(string draft)
    {
        WriteDraft(Early);
        _content.Replace(Early, "draft: true", draft).Replace(Early, "A short lead.", "See [more](/learn/nowhere).");

        AssertOnly(Early, _content.LineOf(Early, "See"), "there is no page");
    }

    [Fact]
    public void A_draft_among_the_pages_stops_nothing_either()
    {
        _content.Write("pages/about.md", _content.Text("pages/home.md").Replace("title: GutGuide\n", "title: About\n", StringComparison.Ordinal));
        _content.Replace("pages/about.md", "order: 10", "order: 10\ndraft: true");

        AssertOnly("pages/about.md", _content.LineOf("pages/about.md", "order:"), "is taken by home");
    }

    /// <summary>By what the problem says.</summary>
    private static Dictionary<string, byte[]> UnreadableDrafts { get; } = new(StringComparer.Ordinal)
    {
        ["invisible control character"] = Encoding.UTF8.GetBytes(Draft().Replace("A short", "A\u0007 short", StringComparison.Ordinal)),
        ["UTF-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Draft())],
        ["not UTF-8"] = [.. Encoding.UTF8.GetBytes(Draft()), 0xC3, 0x28],
        ["the most is"] = Encoding.UTF8.GetBytes(Draft() + new string('x', 3 * 1024 * 1024)),
        ["not valid YAML"] = Encoding.UTF8.GetBytes(Draft().Replace("order: 30", "order: [30", StringComparison.Ordinal)),
        ["does not begin with front matter"] = Encoding.UTF8.GetBytes(Draft().Replace("\n---\n", "\n", StringComparison.Ordinal)),
    };

    public static TheoryData<string> Unreadable => [.. UnreadableDrafts.Keys];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_draft_that_cannot_be_read_stops_nothing(string says)
    {
        var problems = _content.Write(Early, UnreadableDrafts[says]).Load().Problems;

        var problem = Assert.Single(problems.All);
        Assert.Equal(("content/" + Early, ProblemSeverity.Warning), (problem.Path, problem.Severity));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_page_that_cannot_be_read_stops_a_publish()
    {
        var problems = _content.Write(Early, Encoding.UTF8.GetBytes(Draft().Replace("draft: true", "draft: false", StringComparison.Ordinal) + "\u0007")).Load().Problems;

        Assert.Equal(1, problems.ErrorCount);
    }

    [Fact]
    public void A_published_page_that_becomes_a_draft_would_lose_its_address()
    {
        _content.Replace("articles/sleep.md", "order: 20", "order: 20\ndraft: true");

        var errors = _content.Load().Problems.All.Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();

        Assert.Equal(
            [
                ("content/addresses.txt", _content.LineOf("addresses.txt", "/learn/sleep")),
                ("content/" + Stress, _content.LineOf(Stress, "Walk a little")),
                ("content/search.yaml", _content.LineOf("search.yaml", "/learn/sleep")),
                ("content/" + SleepSuggestion, _content.LineOf(SleepSuggestion, "learn:")),
            ],
            errors.Select(error => (error.Path, error.Line)));
        Assert.All(errors, error => Assert.Contains("a draft", error.Message, StringComparison.Ordinal));
    }

    public void Dispose() => _content.Dispose();

    private static string Draft() =>
        """
        ---
        title: An early page
        description: What a page that is being written says about the gut lining, in plain words that anybody can read.
        section: basics
        order: 30
        draft: true
        reviewed: 2026-01-01
        review-by: 2027-01-01
        aliases: []
        related: [sleep]
        explains: []
        sources: [s001]
        ---

        A short lead.

        :::figure wheel
        One circle.
        :::

        :::unknown
        Nobody knows it yet.
        :::

        """.ReplaceLineEndings("\n");

    private void WriteDraft(string file) => _content.Write(file, Draft());

    private void AssertOnly(string file, int line, string says)
    {
        var problem = Assert.Single(_content.Load().Problems.All);

        Assert.Equal(($"content/{file}", line, ProblemSeverity.Warning), (problem.Path, problem.Line, problem.Severity));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }
}
