using GutGuide.Core.FollowUp;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.FollowUp;

/// <summary>Check-ins without script, on the whole site.</summary>
public sealed class CheckInPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private static Persona Bloated => Persona.AllWell
        .Saying("gut", "bloating").Saying("bloating-often", "most").Saying("bloating-way", "lot").Saying("food", "rush", "plants").Saying("life", "sleep", "stress");

    private static Persona LessBloated => Bloated.Saying("bloating-often", "few");

    [Fact]
    public async Task Until_the_fourteenth_day_the_plan_is_shown()
    {
        var visitor = await site.AnsweredByAsync(Bloated, Kept);

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task After_it_no_plan_is_shown_before_a_check_in()
    {
        var visitor = await site.AnsweredByAsync(Bloated, Kept + TimeSpan.FromSeconds(1));

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal(FollowUpWalk.CheckIn, visitor.Address);
        Assert.Contains("First, a check-in", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"suggestion\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_card_does_not_wait_for_it()
    {
        var visitor = await site.AnsweredByAsync(Persona.AllWell.Saying("now-blood", "vomit-blood"), Kept + TimeSpan.FromDays(1));

        await visitor.OpenAsync("/consultation/result");

        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task Danger_signs_come_first_with_nothing_chosen_and_lasting_answers_are_not_asked()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).StartCheckInAsync();

        Assert.Equal("/consultation/q/now-head", visitor.Address);
        Assert.DoesNotMatch("<input[^>]* checked", visitor.Page);
        var asked = await visitor.AnswerPagesAsync(LessBloated);
        Assert.Equal(["now-head", "now-pain", "now-blood", "coping", "alarm-gut", "alarm-body"], asked.Take(6));
        Assert.Contains("gut-often", asked);
        Assert.DoesNotContain("about", asked);
        Assert.DoesNotContain("medicines", asked);
        Assert.Equal(FollowUpWalk.CheckIn, visitor.Address);
    }

    [Fact]
    public async Task Medicines_and_pregnancy_are_asked_again_after_four_weeks()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated, TimeSpan.FromDays(28))).StartCheckInAsync();

        var asked = await visitor.AnswerPagesAsync(LessBloated);

        Assert.Contains("women-a", asked);
        Assert.Contains("medicines", asked);
    }

    [Fact]
    public async Task It_ends_in_what_to_keep_what_to_drop_and_what_comes_next_with_then_beside_now()
    {
        var visitor = await AtTheStepsAsync(Bloated, LessBloated);
        var steps = visitor.StepsAsked();
        Assert.NotEmpty(steps);

        await visitor.FinishCheckInAsync("Better", (_, place) => place == 0 ? "Worse" : "Helped");

        Assert.Equal(FollowUpWalk.CheckIn, visitor.Address);
        Assert.Contains($"Bloating {Words("most")} {Words("few")} ", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("It made you worse, so it is not offered again.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_left_out_is_named_on_the_same_page_and_the_other_choices_stay()
    {
        var visitor = await AtTheStepsAsync(Bloated, LessBloated);

        await visitor.SendAsync(FollowUpWalk.CheckIn, ("_handler", "steps"), ("overall", "Same"));

        Assert.Contains("Please choose one answer", visitor.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"overall\" value=\"Same\" checked", visitor.Page);
    }

    [Fact]
    public async Task A_danger_sign_ends_it_at_once_in_the_right_card()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).StartCheckInAsync();

        var asked = await visitor.AnswerPagesAsync(LessBloated.Saying("now-blood", "vomit-blood"));

        Assert.Equal(["now-head", "now-pain", "now-blood"], asked);
        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("Call your emergency number now", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_sign_ends_it_once_the_danger_signs_are_asked()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).StartCheckInAsync();

        var asked = await visitor.AnswerPagesAsync(LessBloated.Saying("alarm-body", "yellow"));

        Assert.DoesNotContain("gut-often", asked);
        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task An_eating_problem_once_told_is_not_taken_back_by_a_later_list_without_it()
    {
        var token = await AnsweredConsultation.InAsync(site.Services, Bloated.Saying("coping", "eating").Saying("eating-now", "ed").Answers());
        var visitor = await site.Holder(token).StartCheckInAsync();

        await visitor.AnswerPagesAsync(LessBloated);

        var answers = (await ConsultationOf(token)).Content.Answers;
        Assert.True(answers["coping"]!.Has("eating"));
        Assert.Contains("sp-ed", Persona.Engine.Decide(answers).States);
    }

    [Fact]
    public async Task A_check_in_can_be_stopped_and_the_last_result_stands_again()
    {
        var token = await AnsweredConsultation.InAsync(site.Services, Bloated.Answers());
        var before = await ConsultationOf(token);
        var visitor = await site.Holder(token).StartCheckInAsync();
        await visitor.AnswerAsync(("now-head", "none"));

        await visitor.OpenAsync(FollowUpWalk.CheckIn);
        await visitor.SendAsync(FollowUpWalk.CheckIn, ("_handler", "cancel"));

        Assert.Equal("/consultation/result", visitor.Address);
        var after = await ConsultationOf(token);
        Assert.Equal(before.Content.Answers.All.OrderBy(pair => pair.Key), after.Content.Answers.All.OrderBy(pair => pair.Key));
        Assert.Empty(after.Content.FollowUp!.CheckIns);
    }

    [Fact]
    public async Task A_second_click_goes_on_with_what_the_first_began()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).StartCheckInAsync();
        await visitor.AnswerAsync(("now-head", "none"));
        var place = visitor.Address;

        await visitor.StartCheckInAsync();

        Assert.Equal(place, visitor.Address);
    }

    [Fact]
    public async Task Before_the_consultation_is_finished_and_without_one_a_plain_sentence_says_so()
    {
        var unfinished = new FormVisitor(site.Visitor());
        await unfinished.StartAsync();
        var nobody = new FormVisitor(site.Visitor());

        Assert.Contains("opens once the consultation is finished", (await unfinished.OpenAsync(FollowUpWalk.CheckIn)).Text, StringComparison.Ordinal);
        Assert.Contains("nothing to check in on", (await nobody.OpenAsync(FollowUpWalk.CheckIn)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/consultation/compare")]
    [InlineData("/consultation/renew")]
    [InlineData("/consultation/again")]
    public async Task Former_addresses_lead_to_it(string address)
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).OpenAsync(address);

        Assert.Equal(FollowUpWalk.CheckIn, visitor.Address);
    }

    [Fact]
    public async Task Every_check_in_keeps_what_was_said_before_it_and_under_which_rules()
    {
        var token = await AnsweredConsultation.InAsync(site.Services, Bloated.Answers());
        var before = await ConsultationOf(token);
        var visitor = await site.Holder(token).StartCheckInAsync();
        await visitor.AnswerPagesAsync(LessBloated);
        await visitor.FinishCheckInAsync("Same", (_, _) => "Helped");

        var checkIn = Assert.Single((await ConsultationOf(token)).Content.FollowUp!.CheckIns);

        Assert.Equal(before.RulesetHash, checkIn.Before.RulesetHash);
        Assert.Equal(before.Content.Answers.All.OrderBy(pair => pair.Key), checkIn.Before.Answers.All.OrderBy(pair => pair.Key));
        Assert.Equal(Overall.Same, checkIn.Overall);
    }

    private static string Words(string often) => $"{Display("bloating-often", often)}, {Display("bloating-way", "lot").ToLowerInvariant()}";

    private static string Display(string linkId, string code) =>
        ShippedContent.Ruleset.Questionnaire.Items.First(item => item.LinkId == linkId).Option(code)!.Display;

    private async Task<FormVisitor> AtTheStepsAsync(Persona before, Persona now)
    {
        var visitor = await (await site.AnsweredByAsync(before)).StartCheckInAsync();
        await visitor.AnswerPagesAsync(now);
        return visitor;
    }

    private async Task<Web.Data.Consultation> ConsultationOf(string token) =>
        await site.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token) ?? throw new InvalidOperationException("The consultation is gone.");
}
