using System.Net;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>What a result page says is true of the person who reads it.</summary>
public sealed class TrueWordsTests(ResultPages pages) : IClassFixture<ResultPages>
{
    [Fact]
    public void No_page_says_that_nothing_is_right_for_the_person() =>
        Assert.All(pages.All, page => Assert.DoesNotContain("right for you", page.Main, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_page_promises_one_page() =>
        Assert.All(pages.All, page => Assert.DoesNotContain("one page", page.Main, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_plan_with_weeks_lists_what_is_new_in_its_order() => Assert.All(
        pages.All.Where(page => page.Main.Contains("id=\"h-weeks\"", StringComparison.Ordinal)),
        page =>
        {
            var weeks = page.Main[page.Main.IndexOf("id=\"h-weeks\"", StringComparison.Ordinal)..page.Main.IndexOf("id=\"h-rs\"", StringComparison.Ordinal)];
            var places = page.Decision.Weeks.SelectMany(week => week)
                .Where(begun => page.Decision.First.All(first => first.Suggestion != begun))
                .Select(begun => weeks.IndexOf(WebUtility.HtmlEncode(begun.Text.Title), StringComparison.Ordinal))
                .ToArray();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        });

    [Fact]
    public void A_plan_for_trouble_with_eating_counts_no_weeks() => Assert.All(
        pages.All.Where(page => page.Decision.States.Contains("sp-ed") && page.Decision.Phases.Count > 0),
        page => Assert.DoesNotContain("Week 1", page.Main, StringComparison.Ordinal));

    [Fact]
    public void Blood_in_the_stool_means_the_visit_before_any_test()
    {
        var decision = Bleeding().Decide();

        Assert.Equal(TriageTier.Soon, decision.Tier);
        Assert.Equal("sg-talk-gp", decision.FirstStep);
    }

    [Fact]
    public async Task Nobody_is_told_what_they_would_be_offered_without_a_danger_sign()
    {
        await using var site = new SiteFactory();
        var visitor = await site.Holder(await AnsweredConsultation.InAsync(site.Services, Bleeding().Answers())).OpenAsync("/consultation/result");

        Assert.DoesNotContain("you had not chosen “Blood", WebUtility.HtmlDecode(visitor.Page), StringComparison.Ordinal);
    }

    [Fact]
    public void No_substitute_is_named_that_is_not_called_for() => Assert.All(
        pages.All.SelectMany(page => page.Decision.HeldBack.Select(held => (page.Decision, held.Substitute))).Where(named => named.Substitute is not null),
        named => Assert.Equal(SuggestionState.Ok, named.Decision.SuggestionStates[named.Substitute!.Id]));

    private static Persona Bleeding()
    {
        var code = ShippedContent.Ruleset.Questionnaire.Items.Single(item => item.LinkId == "alarm-gut").Options
            .First(option => option.Sets.Any(setting => setting.Fact is "rb" or "rf-rb-any")).Code;
        return Persona.AllWell.Saying("age", 62).Saying("alarm-gut", code);
    }
}
