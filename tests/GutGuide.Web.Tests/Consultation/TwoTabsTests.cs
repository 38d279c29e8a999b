using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>A tab that was opened earlier never replaces, without asking, what another has saved since; here without script.</summary>
public sealed class TwoTabsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string TokenField = "__RequestVerificationToken";
    private const string Page = "/consultation/q/now-head";

    private static Persona InPain => Persona.AllWell.Saying("gut", "pain");

    private ConsultationService Service => site.Services.GetRequiredService<ConsultationService>();

    private ConsultationStore Store => site.Services.GetRequiredService<ConsultationStore>();

    private static string Chest => Persona.Flow.Pages(Persona.AllWell.Answers()).SelectMany(page => page.Items)
        .Single(item => item.LinkId == "now-head").Option("chest")!.Display;

    [Fact]
    public async Task None_of_these_does_not_replace_a_danger_sign_that_another_tab_saved()
    {
        var visitor = await AtTheSignsAsync();
        var old = await visitor.ChooseInAnotherTabAsync("chest");

        await old.SendAsync("none");

        Assert.Equal(Page, visitor.Browser.Address);
        var both = $"In another tab you chose “{Chest}.” Here you chose “None of these.”";
        Assert.Contains(both, visitor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("\"chest\"", await visitor.SavedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_may_replace_it()
    {
        var visitor = await AtTheSignsAsync();
        var old = await visitor.ChooseInAnotherTabAsync("chest");
        await old.SendAsync("none");

        await visitor.Browser.AnswerAsync(("now-head", "none"));

        Assert.Equal("/consultation/check-answers", visitor.Browser.Address);
        Assert.DoesNotContain("\"chest\"", await visitor.SavedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_may_keep_what_the_other_tab_saved()
    {
        var visitor = await AtTheSignsAsync();
        var old = await visitor.ChooseInAnotherTabAsync("headache");
        await old.SendAsync("none");

        await visitor.Browser.SendAsync(Page, ("keep", "saved"));
        await visitor.Browser.OpenAsync(Page);

        Assert.DoesNotContain("In another tab", visitor.Browser.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"headache\"[^>]*checked|checked[^>]*value=\"headache\"", visitor.Browser.Page);
    }

    [Fact]
    public async Task The_same_answer_from_both_tabs_leads_on()
    {
        var visitor = await AtTheSignsAsync();
        var old = await visitor.ChooseInAnotherTabAsync("chest");

        await old.SendAsync("chest");

        Assert.Equal("/consultation/result", visitor.Browser.Address);
    }

    [Fact]
    public async Task A_mistake_in_between_does_not_make_an_old_tab_new()
    {
        var visitor = await AtTheSignsAsync();
        var old = await visitor.ChooseInAnotherTabAsync("chest");
        await old.SendAsync();
        Assert.Contains("There is a problem", visitor.Browser.Text, StringComparison.Ordinal);

        await visitor.Browser.AnswerAsync(("now-head", "none"));

        Assert.Contains("In another tab you chose", visitor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("\"chest\"", await visitor.SavedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_answers_the_page_that_the_person_saw_whatever_the_address()
    {
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var shown = visitor.Seen().ToArray();

        using var sent = await visitor.PostAsync(Page, [(TokenField, visitor.Token()), .. shown, ("who", "adult")]);

        await visitor.OpenAsync("/consultation/q/start");
        Assert.Matches("value=\"adult\"[^>]*checked|checked[^>]*value=\"adult\"", visitor.Page);
    }

    [Fact]
    public async Task An_answer_to_questions_that_were_begun_anew_meanwhile_is_asked_again_and_not_saved()
    {
        var (visitor, known) = await BegunAnewAsync();

        var next = await Service.SubmitAsync(known, "start", Sent("who", "child"), seen: null);
        await visitor.OpenAsync(next!);

        Assert.Equal(0, (await Store.FindAsync(known.Id))!.Content.Answers.Count);
        Assert.Equal("/consultation/q/start?notice=changed", visitor.Address);
        Assert.Contains("what you sent was not saved", visitor.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"child\"[^>]*checked|checked[^>]*value=\"child\"", visitor.Page);
    }

    [Fact]
    public async Task An_answer_to_a_page_that_newer_questions_do_not_ask_leads_on_with_a_word()
    {
        var (visitor, known) = await BegunAnewAsync();

        var page = Persona.Flow.Pages(InPain.Answers()).First(page => Persona.Flow.Progress(page.Id, Answers.None) is null);
        var values = page.Items.ToDictionary(item => item.LinkId, item => (IReadOnlyList<string>)[.. InPain.Fields(item).Select(field => field.Value)]);

        var next = await Service.SubmitAsync(known, page.Id, values, seen: null);
        await visitor.OpenAsync(next!);

        Assert.Equal("/consultation/q/start?notice=changed", visitor.Address);
        Assert.Contains("what you sent was not saved", visitor.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, IReadOnlyList<string>> Sent(string linkId, string code) => new() { [linkId] = [code] };

    /// <summary>Somebody who has begun anew, and what an old tab of theirs still knows.</summary>
    private async Task<(FormVisitor Visitor, Web.Data.Consultation Known)> BegunAnewAsync()
    {
        var token = await AnsweredConsultation.InAsync(site.Services, InPain.Answers());
        var holders = site.Services.GetRequiredService<ConsultationHolders>();
        var known = await holders.FindByTokenAsync(token) ?? throw new InvalidOperationException("It is gone.");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Store.BeginAgainAsync(known, known.RulesetHash, ConsultationContent.Empty);
        return (site.Holder(token), known);
    }

    private async Task<Tabs> AtTheSignsAsync()
    {
        var browser = await site.AnsweredByAsync(Persona.AllWell);
        return new Tabs(await browser.OpenAsync(Page));
    }

    /// <summary>One browser with an old tab, which shows what was saved when it was opened.</summary>
    private sealed record Tabs(FormVisitor Browser)
    {
        public async Task<OldTab> ChooseInAnotherTabAsync(string code)
        {
            var old = new OldTab(Browser, [(TokenField, Browser.Token()), .. Browser.Seen()]);
            await Browser.AnswerAsync(("now-head", code));
            return old;
        }

        public async Task<string> SavedAsync() => (await Browser.OpenAsync("/consultation/response.fhir.json")).Page;
    }

    private sealed record OldTab(FormVisitor Browser, (string, string)[] Hidden)
    {
        public async Task SendAsync(params string[] codes)
        {
            using var response = await Browser.PostAsync(Page, [.. Hidden, .. codes.Select(code => ("now-head", code))]);
            await Browser.OpenAsync(response.Headers.Location!.OriginalString);
        }
    }
}
