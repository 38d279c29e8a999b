using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>The page for the doctor, on the whole site.</summary>
public sealed class SummaryPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task It_stands_in_the_order_of_a_history()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/summary");

        string[] order = ["Who", "Main trouble", "Timeline", "Alarm features present", "Alarm features asked and denied", "Conditions", "Medicines", "Tests and family", "Food and eating", "Other"];
        var places = order.Select(title => visitor.Page.IndexOf($"<dt>{title}</dt>", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_holds_no_suggestion_and_no_sum()
    {
        var persona = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush");

        var visitor = await (await site.AnsweredByAsync(persona)).OpenAsync("/consultation/summary");

        Assert.All(persona.Decide().Shown, planned => Assert.DoesNotContain(planned.Suggestion.Text.Title, visitor.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(ShippedContent.Ruleset.Scoring.Sections, section => visitor.Text.Contains($"of {section.Highest}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_there_when_care_is_urgent()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell.Saying("alarm-body", "yellow"))).OpenAsync("/consultation/summary");

        Assert.Equal("/consultation/summary", visitor.Address);
        Assert.Contains("Yellow eyes or skin", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_last_question_it_leads_to_the_next_one()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();

        await visitor.OpenAsync("/consultation/summary");

        Assert.Equal("/consultation/q/start", visitor.Address);
    }

    [Fact]
    public async Task A_child_has_none()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell.Saying("who", "child"))).OpenAsync("/consultation/summary");

        Assert.Equal("/consultation/result", visitor.Address);
    }
}
