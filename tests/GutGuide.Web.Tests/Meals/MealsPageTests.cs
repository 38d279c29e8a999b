using System.Net;
using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Meals;

/// <summary>The meals of a consultation, and those of the library, on the whole site without script.</summary>
public sealed partial class MealsPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Meals = "/consultation/meals";

    [Fact]
    public async Task Somebody_with_a_plan_sees_a_week_with_a_shopping_list()
    {
        var visitor = await OpenAsync(Persona.AllWell);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(28, Titles(visitor).Length);
        Assert.Contains("Shopping list", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Fruit and vegetables", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_changes_one_meal_and_is_still_there_after_coming_back()
    {
        var visitor = await OpenAsync(Persona.AllWell);
        var before = Titles(visitor);

        await visitor.SendAsync(Meals, ("swap", "day-3-dinner"));
        var after = Titles(visitor);
        await visitor.OpenAsync(Meals);

        Assert.Equal(10, Assert.Single(Enumerable.Range(0, before.Length), place => before[place] != after[place]));
        Assert.Equal(after, Titles(visitor));
        Assert.Equal(Meals, visitor.Address);
    }

    [Theory]
    [InlineData("day-9-dinner")]
    [InlineData("")]
    public async Task A_swap_of_what_there_is_not_changes_nothing(string slot)
    {
        var visitor = await OpenAsync(Persona.AllWell);
        var before = Titles(visitor);

        await visitor.SendAsync(Meals, ("swap", slot));

        Assert.Equal(before, Titles(visitor));
    }

    [Fact]
    public async Task A_swap_leaves_the_result_as_it_was()
    {
        var visitor = await OpenAsync(Persona.AllWell);

        await visitor.SendAsync(Meals, ("swap", "day-1-lunch"));
        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task What_is_left_out_is_told_with_the_reason_and_no_swap_in_words_brings_it_back()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("gut", "bloating").Saying("triggers", "milk"));

        Assert.Contains("You feel worse after milk.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Swaps:", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_eating_problem_is_possible_there_are_no_amounts_no_minutes_and_nothing_to_tick()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("coping", "eating").Saying("eating-now", "ed"));
        var main = visitor.Page[visitor.Page.IndexOf("<main", StringComparison.Ordinal)..visitor.Page.IndexOf("</main>", StringComparison.Ordinal)];

        Assert.Contains("regular meals", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", FormVisitor.TextOf(main));
        Assert.DoesNotContain("Shopping list", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_food_is_a_matter_for_a_dietitian_is_told_so_and_gets_no_week()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("conditions", "bowel").Saying("c-bowel", "slow"));

        Assert.Contains("we don't plan a week for you here", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(Titles(visitor));
    }

    [Fact]
    public async Task Too_few_meals_are_told_honestly()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("conditions", "allergy").Saying("c-allergy", "severe"));

        Assert.Contains("A dietitian can often give some of it back.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("We don't know to what", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_consultation_it_leads_to_the_start()
    {
        var visitor = await new FormVisitor(site.Visitor()).OpenAsync(Meals);

        Assert.Equal("/consultation?notice=gone", visitor.Address);
    }

    [Fact]
    public async Task Before_the_questions_are_answered_it_leads_to_the_next_one()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        await visitor.OpenAsync(Meals);

        Assert.StartsWith("/consultation/q/", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_needs_help_today_is_shown_that_and_no_meals()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("now-blood", "vomit-blood"));

        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task The_library_of_meals_can_be_narrowed_by_links_alone()
    {
        var browser = site.Visitor();
        var all = await browser.GetStringAsync("/learn/meals");
        var without = await browser.GetStringAsync("/learn/meals/without/lactose");
        using var response = await browser.GetAsync("/learn/meals/for/reflux");

        Assert.InRange(Cards(without), 1, Cards(all) - 1);
        Assert.Contains("aria-current=\"page\">Without lactose", without, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Contains("Swaps:", all, StringComparison.Ordinal);
    }

    private async Task<FormVisitor> OpenAsync(Persona persona) => await (await site.AnsweredByAsync(persona)).OpenAsync(Meals);

    private static int Cards(string page) => page.Split("class=\"meal\"").Length - 1;

    private static string[] Titles(FormVisitor visitor) => [.. MealTitle().Matches(visitor.Page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<p class=\"label\">[A-Z][a-z]+</p>\\s*<h3>([^<]+)</h3>")]
    private static partial Regex MealTitle();
}
