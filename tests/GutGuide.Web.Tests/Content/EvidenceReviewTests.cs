using Bunit;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;

namespace GutGuide.Web.Tests.Content;

/// <summary>The sample content gives 30 days of grace. Its suggestion to walk is due for review on January 1, 2027.</summary>
public sealed class EvidenceReviewTests : BunitContext
{
    private const string Walk = "sg-walk";
    private const string WalkFile = "suggestions/rebalance/sg-walk.md";

    private static readonly DateOnly Due = new(2027, 1, 1);

    private readonly SampleContent _content = new();

    [Theory]
    [InlineData(0, SuggestionState.Ok)]
    [InlineData(1, SuggestionState.Ask)]
    [InlineData(30, SuggestionState.Ask)]
    [InlineData(31, SuggestionState.Never)]
    public void A_suggestion_past_its_review_is_lowered_and_then_held_back(int daysLate, SuggestionState state)
    {
        Assert.Equal(state, DecideOn(Due.AddDays(daysLate)).SuggestionStates[Walk]);
    }

    [Fact]
    public void What_is_under_review_stands_among_what_to_ask_about_with_the_reason()
    {
        var shown = Assert.Single(DecideOn(Due.AddDays(1)).Shown, planned => planned.Suggestion.Id == Walk);

        var why = Assert.Single(shown.AskBecause);
        Assert.Equal(Trigger.Review, why.Id);
        Assert.StartsWith("The evidence behind this is due for a new review.", why.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_expired_is_held_back_with_the_reason()
    {
        var decision = DecideOn(Due.AddDays(31));

        var why = Assert.Single(Assert.Single(decision.HeldBack, held => held.Suggestion.Id == Walk).Because);
        Assert.Equal(Trigger.Review, why.Id);
        Assert.StartsWith("The evidence behind this is past its review date.", why.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(decision.Shown, planned => planned.Suggestion.Id == Walk);
    }

    [Fact]
    public void The_page_behind_a_suggestion_counts_too()
    {
        _content.Replace(WalkFile, "review-by: 2027-01-01", "review-by: 2028-01-01");

        Assert.Equal(SuggestionState.Never, DecideOn(Due.AddDays(31)).SuggestionStates[Walk]);
    }

    [Theory]
    [InlineData(0, SuggestionState.Ok)]
    [InlineData(1, SuggestionState.Ask)]
    [InlineData(31, SuggestionState.Never)]
    public void A_source_past_its_review_takes_what_rests_on_it_along(int daysLate, SuggestionState state)
    {
        SourceIsDue(new DateOnly(2026, 6, 1));

        Assert.Equal(state, DecideOn(new DateOnly(2026, 6, 1).AddDays(daysLate)).SuggestionStates[Walk]);
    }

    [Theory]
    [InlineData("grade: B, sources: [s001, s002] } ]")]
    [InlineData("grade: B, sources: [s001] }, { text: \"Another saw less pain too.\", grade: B, sources: [s002] } ]")]
    public void What_still_stands_on_current_evidence_stays(string evidence)
    {
        SourceIsDue(new DateOnly(2026, 6, 1));
        _content.Replace(WalkFile, "grade: B, sources: [s001] } ]", evidence);

        Assert.Equal(SuggestionState.Ok, DecideOn(new DateOnly(2026, 12, 1)).SuggestionStates[Walk]);
    }

    [Fact]
    public void Nothing_is_loosened()
    {
        _content.Replace(WalkFile, "floor: ok", "floor: ask");

        foreach (var daysLate in (int[])[0, 1, 31])
        {
            Assert.True(DecideOn(Due.AddDays(daysLate)).SuggestionStates[Walk] >= SuggestionState.Ask);
        }
    }

    [Fact]
    public void The_content_as_written_stays_as_it_is()
    {
        var written = Load();

        written.AsOf(Due.AddYears(5));

        Assert.All(written.Ruleset.Suggestions, suggestion => Assert.Null(suggestion.UnderReview));
        Assert.Equal(SuggestionState.Ok, written.Ruleset.Suggestions.Single(suggestion => suggestion.Id == Walk).Floor);
    }

    [Fact]
    public void A_page_says_which_of_its_evidence_is_under_review()
    {
        SourceIsDue(new DateOnly(2026, 6, 1));

        Assert.DoesNotContain("Evidence under review", StressPageOn(new DateOnly(2026, 6, 1)), StringComparison.Ordinal);
        Assert.Equal(3, StressPageOn(new DateOnly(2026, 6, 2)).Split("Evidence under review").Length);
    }

    [Fact]
    public void An_editor_is_told_before_readers_are()
    {
        SourceIsDue(new DateOnly(2026, 1, 15));

        var problem = Assert.Single(_content.Load().Problems.All);

        Assert.Equal("content/sources.yaml:1: warning: the source s001 was to be read again by 2026-01-15 (owner: Editors); read it, then change \"review-by\"", problem.ToString());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _content.Dispose();
    }

    private void SourceIsDue(DateOnly day) => _content.Replace(
        "sources.yaml", "  read: seen", FormattableString.Invariant($"  review-by: {day:yyyy-MM-dd}\n  read: seen"));

    private SiteContent Load() => _content.Load().OrThrow();

    private Decision DecideOn(DateOnly day)
    {
        var answers = Given.Answers(("who", "adult"), ("age", 30), ("gut", "pain"));
        return new DecisionEngine(Load().AsOf(day).Ruleset).Decide(answers);
    }

    private string StressPageOn(DateOnly day)
    {
        var content = Load().AsOf(day);
        return Render<ArticlePage>(parameters => parameters
            .Add(page => page.Article, content.Articles.Single(article => article.Slug == "stress"))
            .Add(page => page.Content, content)
            .Add(page => page.Today, day)).Markup;
    }
}
