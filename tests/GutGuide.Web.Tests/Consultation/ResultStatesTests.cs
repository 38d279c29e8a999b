using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>What people in different places read at the top of their result, and in their four weeks.</summary>
public sealed class ResultStatesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Somebody_well_is_sent_on_no_errand()
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("goal", "learn"));

        Assert.DoesNotContain("To ask at your next visit", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Get tested for celiac disease", main.QuerySelectorAll("h2, h3").Select(heading => heading.TextContent));
        Assert.Contains("Ever thinking of a new diet? A celiac blood test comes before you cut gluten.", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_well_who_is_due_for_screening_still_reads_what_to_ask() => Assert.Contains(
        "To ask at your next visit",
        (await MainOfAsync(Persona.AllWell.Saying("goal", "learn").Saying("age", 55).Saying("region", "US").Saying("screening", "no").Saying("celiac", "neg"))).TextContent,
        StringComparison.Ordinal);

    [Fact]
    public async Task After_the_visit_the_weeks_wait_for_what_it_finds()
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("age", 62).Saying("alarm-gut", "blood"));

        var weeks = main.QuerySelectorAll(".weeks__keep").Select(keep => keep.TextContent).ToArray();
        Assert.DoesNotContain("Keep going.", weeks);
        Assert.Equal(2, weeks.Count(keep => keep.EndsWith("What the visit found decides what comes next.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_week_names_the_day_on_which_it_begins()
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("gut", "hard").Saying("hard-often", "some").Saying("food", "rush"));

        Assert.Equal(
            [", from November 22", ", from November 29", ", from December 6", ", from December 13"],
            main.QuerySelectorAll(".weeks__day").Select(day => day.TextContent));
    }

    [Fact]
    public async Task Without_a_country_the_card_leads_to_where_one_can_be_told()
    {
        var link = (await MainOfAsync(Persona.AllWell)).QuerySelectorAll(".care-card a").Single(link => link.TextContent == "Tell us your country");

        Assert.Equal("/consultation/q/start", link.GetAttribute("href"));
    }

    [Fact]
    public async Task With_a_country_the_card_does_not_ask_for_one() =>
        Assert.DoesNotContain("Tell us your country", (await MainOfAsync(Persona.AllWell.Saying("region", "NZ"))).TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Trouble_with_eating_shows_a_line_of_the_region()
    {
        var main = await MainOfAsync(TroubleWithEating.Saying("region", "AU"));

        Assert.Contains("tel:131114", main.QuerySelector("section[aria-labelledby=h-talk]")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_with_eating_and_no_country_says_how_to_find_a_line()
    {
        var talk = (await MainOfAsync(TroubleWithEating)).QuerySelector("section[aria-labelledby=h-talk]")!.TextContent;

        Assert.Contains("can connect you with one", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("These lines", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_that_they_said_what_was_not_asked()
    {
        var main = await MainOfAsync(TroubleWithEating);

        var reasons = main.QuerySelectorAll(".care-card li strong").Select(reason => reason.TextContent).ToArray();
        Assert.DoesNotContain("A low body weight", reasons);
        Assert.DoesNotContain("A low weight together with trouble with eating", reasons);
    }

    [Fact]
    public async Task The_answers_behind_a_reason_say_what_was_asked()
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("conditions", "kidney").Saying("thyroid", "yes"));

        Assert.Contains("Thyroid condition: Yes", main.QuerySelector(".care-card details")!.TextContent, StringComparison.Ordinal);
    }

    private static Persona TroubleWithEating => Persona.AllWell.Saying("coping", "eating").Saying("eating-now", "ed");

    private async Task<IElement> MainOfAsync(Persona persona)
    {
        var visitor = await (await site.AnsweredByAsync(persona)).OpenAsync("/consultation/result");
        return new HtmlParser().ParseDocument(visitor.Page).QuerySelector("main")!;
    }
}
