using System.Net;
using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>What would change one part of a result, on a page of its own.</summary>
public sealed partial class WhyPageTests(ResultPages pages) : IClassFixture<ResultPages>
{
    [Fact]
    public void Everything_that_is_offered_leads_to_what_would_change_it() => Assert.All(
        pages.All.Where(page => page.Main.Contains("The five Rs, for you", StringComparison.Ordinal)),
        page =>
        {
            var linked = Link().Matches(page.Main).Select(link => int.Parse(link.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
            var offered = page.Decision.Offered.Count();
            Assert.Superset(Enumerable.Range(1, offered).ToHashSet(), linked);
        });

    [Fact]
    public async Task The_page_names_the_smallest_change_and_the_answers_behind()
    {
        var visitor = await pages.Site.AnsweredByAsync(Persona.AllWell.Saying("gut", "hard").Saying("hard-often", "some").Saying("food", "rush"));
        var place = Link().Match((await visitor.OpenAsync("/consultation/result")).Page).Value;

        await visitor.OpenAsync(place);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("It would not be here if you had", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Your answers behind it", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Back to the result", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("400")]
    [InlineData("sg-chew")]
    public async Task A_place_that_the_result_does_not_have_is_not_found(string place)
    {
        var visitor = await pages.Site.AnsweredByAsync(Persona.AllWell);

        await visitor.OpenAsync($"/consultation/why/{place}");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task Before_there_is_a_result_the_page_leads_to_the_first_open_question()
    {
        var visitor = await new FormVisitor(pages.Site.Visitor()).StartAsync();

        await visitor.OpenAsync("/consultation/why/1");

        Assert.Equal("/consultation/q/" + ShippedContent.Ruleset.Questionnaire.Pages[0].Id, visitor.Address);
    }

    [Fact]
    public void No_address_on_a_result_names_a_suggestion_but_to_a_place_on_the_page() => Assert.All(
        pages.All,
        page => Assert.DoesNotMatch("href=\"[^\"#]*sg-", page.Main));

    [GeneratedRegex("/consultation/why/([0-9]+)")]
    private static partial Regex Link();
}
