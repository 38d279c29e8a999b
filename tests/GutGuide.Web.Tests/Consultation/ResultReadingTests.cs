using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Cases;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>What 1,000 people at random have before them when they read their result, with every fold closed.</summary>
public sealed class ResultReadingTests(ResultsAtRandom results, ITestOutputHelper output) : IClassFixture<ResultsAtRandom>
{
    private const int MostWords = 900;

    [Fact]
    public void Nineteen_in_twenty_read_at_most_nine_hundred_words_before_they_unfold_anything()
    {
        var words = results.Plans.Select(page => (page.Number, Words: Visible(page.Main).Length)).OrderBy(page => page.Words).ToArray();
        output.WriteLine($"{words.Length} plans: median {words[words.Length / 2].Words}, at the limit {words[words.Length * 95 / 100].Words}, most {words[^1]}");

        Assert.True(words.Length > 375, $"Only {words.Length} people have a plan.");
        Assert.InRange(words.Count(page => page.Words <= MostWords), words.Length * 95 / 100, words.Length);
    }

    [Fact]
    public void Nobody_is_shown_the_same_suggestion_twice() => Assert.Empty(
        results.Plans.SelectMany(page => page.Main.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => $"{page.Number}: {same.Key}")));

    [Fact]
    public void Nobody_is_given_a_reason_for_the_tier_twice() => Assert.Empty(
        results.Plans.Select(page => page.Main.QuerySelectorAll(".care-card li strong").Select(reason => reason.TextContent).ToArray())
            .Where(reasons => reasons.Distinct().Count() < reasons.Length)
            .Select(reasons => string.Join(" | ", reasons)));

    [Fact]
    public void The_words_to_say_are_whole_sentences_of_the_person_themselves() => Assert.All(
        results.Plans.Select(page => page.Main.QuerySelector("blockquote")?.TextContent).OfType<string>(),
        words =>
        {
            Assert.Matches("^“[A-Z].*[.?]”$", words);
            Assert.DoesNotMatch(@"(?i)\byour?s?\b|\d|\s{2}|\.\.|,\.", words);
        });

    [Fact]
    public void Whoever_should_be_seen_soon_reads_by_which_day() => Assert.All(
        results.Plans.Where(page => page.Tier == TriageTier.Soon),
        page => Assert.Contains(ResultsAtRandom.SoonAtTheLatest(results.Site), page.Main.TextContent, StringComparison.Ordinal));

    [Fact]
    public void The_headline_is_at_most_three_short_sentences() => Assert.All(
        results.Plans.Select(page => page.Main.QuerySelector("h1")!.TextContent),
        headline =>
        {
            var sentences = headline.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.InRange(sentences.Length, 1, 3);
            Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ').Length, 1, 9));
        });

    /// <summary>Words of a page as it opens: of a fold, its first line.</summary>
    private static string[] Visible(IElement main)
    {
        var copy = (IElement)main.Clone();
        foreach (var fold in copy.QuerySelectorAll("details").ToArray())
        {
            foreach (var folded in fold.ChildNodes.Where(node => node is not IElement { LocalName: "summary" }).ToArray())
            {
                folded.RemoveFromParent();
            }
        }

        foreach (var unseen in copy.QuerySelectorAll(".visually-hidden, .print-only, .no-script, script, style").ToArray())
        {
            unseen.Remove();
        }

        return copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>The result pages of 1,000 people at random, as the site serves them.</summary>
public sealed class ResultsAtRandom : IAsyncLifetime
{
    private const int People = 1_000;
    private const int Seed = 1700;
    private const int DaysUntilSoon = 14;

    public SiteFactory Site { get; } = new();

    /// <summary>Of those who are shown a plan.</summary>
    public IReadOnlyList<(int Number, TriageTier Tier, IElement Main)> Plans { get; private set; } = [];

    public static string SoonAtTheLatest(SiteFactory site) =>
        GutGuide.Web.Components.Shared.SpokenDate.Of(DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(DaysUntilSoon));

    public async Task InitializeAsync()
    {
        var people = new RandomPeople(ShippedContent.Ruleset, Seed);
        var parser = new HtmlParser();
        var plans = new List<(int Number, TriageTier Tier, IElement Main)>();
        for (var number = 0; number < People; number++)
        {
            var answers = people.Person(number);
            var decision = Persona.Engine.Decide(answers);
            if (decision.StopCard is null && decision.Tier is { } tier and < TriageTier.Urgent)
            {
                var visitor = await Site.Holder(await AnsweredConsultation.InAsync(Site.Services, answers)).OpenAsync("/consultation/result");
                plans.Add((number, tier, parser.ParseDocument(visitor.Page).QuerySelector("main")!));
            }
        }

        Plans = plans;
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}
