using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>What a doctor reads first.</summary>
public sealed class SummaryOpeningTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Three_lines_say_who_and_what_which_alarms_and_what_may_explain_it()
    {
        var persona = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("alarm-gut", "sticks").Saying("medicines", "pain").Saying("m-pain", "nsaid");

        var opening = await OpeningAsync(persona);

        Assert.Matches(@"Who and what: .*35 years; .*Bloating or gas", opening);
        Assert.Matches(@"Alarm features: .*sticks.*; \d+ others denied\.", opening);
        Assert.Matches(@"Background: .*Ibuprofen", opening);
    }

    [Fact]
    public async Task Somebody_well_reports_no_alarm_feature() =>
        Assert.Matches(@"Alarm features: none reported; \d+ others denied\.", await OpeningAsync(Persona.AllWell));

    [Fact]
    public async Task What_was_denied_is_a_number_with_its_list_folded()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync("/consultation/summary");

        Assert.Matches(@"\d+ asked about, none of them reported\.", visitor.Text);
        Assert.Contains("<details class=\"summary__appendix\">", visitor.Page, StringComparison.Ordinal);
    }

    private async Task<string> OpeningAsync(Persona persona)
    {
        var page = (await (await site.AnsweredByAsync(persona)).OpenAsync("/consultation/summary")).Page;
        var from = page.IndexOf("summary__opening", StringComparison.Ordinal);
        return FormVisitor.TextOf(page[from..page.IndexOf("</ul>", from, StringComparison.Ordinal)]);
    }
}
