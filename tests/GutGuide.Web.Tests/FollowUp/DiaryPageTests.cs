using GutGuide.Core.FollowUp;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.FollowUp;

/// <summary>The diary without script, on the whole site. The clock stands at midday of November 22, a Sunday.</summary>
public sealed class DiaryPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Diary = "/consultation/diary";
    private const string Today = "2026-11-22";

    private static Persona Bloated => Persona.AllWell
        .Saying("gut", "bloating", "loose").Saying("bloating-often", "most").Saying("bloating-way", "lot").Saying("loose-often", "few").Saying("loose-way", "quite");

    [Fact]
    public async Task Today_and_yesterday_stand_on_one_page_with_the_persons_own_symptoms_and_nothing_chosen()
    {
        var visitor = await OpenAsync(Bloated);

        Assert.Contains("Today, Sunday, November 22", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Yesterday, Saturday, November 21", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<legend>Bloating</legend>", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<legend>Heartburn</legend>", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<input[^>]* checked", visitor.Page);
        Assert.Contains("Nobody reads this diary", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_is_kept_and_what_is_left_blank_stays_blank()
    {
        var (token, visitor) = await HolderAsync(Bloated);

        await SaveAsync(visitor, ("a.day", Today), ("a.row.bloating", "bad"), ("a.row.movements", "0"), ("a.note", "A long day."));

        Assert.Contains("Saved.", visitor.Text, StringComparison.Ordinal);
        var day = (await RecordAsync(token)).Diary[new DateOnly(2026, 11, 22)];
        Assert.Equal(["bloating", "movements"], day.Values.Keys);
        Assert.Equal("0", day["movements"]);
        Assert.Equal("A long day.", day.Note);
    }

    [Fact]
    public async Task No_symptoms_is_one_button_that_says_nothing_of_the_rest()
    {
        var (token, visitor) = await HolderAsync(Bloated);

        await SaveAsync(visitor, ("a.day", Today), ("b.day", "2026-11-21"), ("well", "a"));

        var diary = (await RecordAsync(token)).Diary;
        Assert.Equal(["bloating", "loose"], diary[new DateOnly(2026, 11, 22)].Values.Keys);
        Assert.All(diary[new DateOnly(2026, 11, 22)].Values.Values, code => Assert.Equal("none", code));
        Assert.Equal(1, diary.Count);
    }

    [Theory]
    [InlineData("2026-11-30", "has not come yet")]
    [InlineData("2026-11-01", "is too long ago")]
    [InlineData("someday", "Please pick a day")]
    public async Task A_day_that_cannot_be_is_named_on_the_same_page_and_nothing_typed_is_lost(string day, string words)
    {
        var (token, visitor) = await HolderAsync(Bloated);

        await SaveAsync(visitor, ("a.day", day), ("a.row.bloating", "bad"), ("a.note", "Kept."));

        Assert.Contains(words, visitor.Text, StringComparison.Ordinal);
        Assert.Contains(">Kept.</textarea>", visitor.Page, StringComparison.Ordinal);
        Assert.Matches("name=\"a.row.bloating\" value=\"bad\" checked", visitor.Page);
        Assert.Contains("<select", visitor.Page, StringComparison.Ordinal);
        Assert.Equal(0, (await RecordAsync(token)).Diary.Count);
    }

    [Fact]
    public async Task A_note_that_is_too_long_stays_in_its_field_with_its_count_and_the_day_is_saved()
    {
        var (token, visitor) = await HolderAsync(Bloated);
        var note = new string('x', 501);

        await SaveAsync(visitor, ("a.day", Today), ("a.row.bloating", "mild"), ("a.note", note));

        Assert.Contains("Your note has 501 characters, and 500 fit", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(note, visitor.Page, StringComparison.Ordinal);
        var day = (await RecordAsync(token)).Diary[new DateOnly(2026, 11, 22)];
        Assert.Equal(("mild", null), (day["bloating"], day.Note));
    }

    [Fact]
    public async Task A_step_that_is_no_longer_in_the_plan_is_left_out_with_a_word_and_the_rest_is_saved()
    {
        var (token, visitor) = await HolderAsync(Bloated);

        await SaveAsync(visitor, ("a.day", Today), ("a.row.bloating", "mild"), ("a.row.step.sg-gone", "yes"));

        Assert.Contains("no longer in your plan", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(["bloating"], (await RecordAsync(token)).Diary[new DateOnly(2026, 11, 22)].Values.Keys);
    }

    [Fact]
    public async Task An_empty_form_says_that_nothing_was_saved()
    {
        var (_, visitor) = await HolderAsync(Bloated);

        await SaveAsync(visitor, ("a.day", Today), ("b.day", "2026-11-21"));

        Assert.Contains("nothing was saved", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diary_that_was_deleted_meanwhile_says_so_and_gives_the_note_back()
    {
        var (token, visitor) = await HolderAsync(Bloated);
        await visitor.OpenAsync(Diary);
        var consultation = await site.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token);
        await site.Services.GetRequiredService<ConsultationStore>().ForgetAsync(consultation!.Id);

        await visitor.SendAsync(Diary, ("_handler", "diary"), ("a.day", Today), ("a.note", "Give it back."));

        Assert.Contains("There is no diary in this browser", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Give it back.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_consultation_is_finished_the_diary_says_so()
    {
        var visitor = new FormVisitor(site.Visitor());
        await visitor.StartAsync();

        await visitor.OpenAsync(Diary);

        Assert.Equal(Diary, visitor.Address);
        Assert.Contains("opens once the consultation is finished", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_with_a_day_each_keep_both()
    {
        var (token, visitor) = await HolderAsync(Bloated);
        await visitor.OpenAsync(Diary);

        await visitor.SendAsync(Diary, ("_handler", "diary"), ("a.day", Today), ("a.row.bloating", "bad"));
        await visitor.SendAsync(Diary, ("_handler", "diary"), ("a.day", Today), ("a.row.loose", "mild"), ("b.day", "2026-11-21"), ("b.row.loose", "none"));

        var diary = (await RecordAsync(token)).Diary;
        Assert.Equal(["bloating", "loose"], diary[new DateOnly(2026, 11, 22)].Values.Keys);
        Assert.Equal("none", diary[new DateOnly(2026, 11, 21)]["loose"]);
    }

    [Fact]
    public async Task Where_eating_may_be_hard_the_diary_is_short_and_says_why()
    {
        var visitor = await OpenAsync(Bloated.Saying("coping", "eating").Saying("eating-now", "ed"));

        Assert.Contains("this diary is short on purpose", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How many bowel movements", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you try it", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_diary_the_answers_are_kept_for_ninety_days_and_without_one_for_thirty()
    {
        var (token, visitor) = await HolderAsync(Bloated);
        var holders = site.Services.GetRequiredService<ConsultationHolders>();
        Assert.Equal(TimeSpan.FromDays(30), (await holders.FindByTokenAsync(token))!.ExpiresAt - site.Clock.GetUtcNow());

        await SaveAsync(visitor, ("a.day", Today), ("a.row.bloating", "bad"));

        Assert.Equal(TimeSpan.FromDays(90), (await holders.FindByTokenAsync(token))!.ExpiresAt - site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_page_stays_under_forty_kilobytes_for_somebody_with_six_symptoms()
    {
        var visitor = await OpenAsync(Persona.AllWell.Saying("gut", "pain", "upper", "heartburn", "sick", "loose", "hard", "bloating"));

        Assert.Equal(6, visitor.Page.Split("a.row.").Select(part => part.Split('"')[0]).Distinct().Intersect(["pain", "loose", "hard", "bloating", "upper", "heartburn", "sick"]).Count());
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(visitor.Page), 1, 40_000);
    }

    [Fact]
    public async Task A_blank_one_can_be_printed()
    {
        var (_, visitor) = await HolderAsync(Bloated);

        await visitor.OpenAsync("/consultation/diary/paper");

        Assert.Contains("N M B V", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Bloating", visitor.Text, StringComparison.Ordinal);
    }

    private async Task<FormVisitor> OpenAsync(Persona persona) => await (await site.AnsweredByAsync(persona)).OpenAsync(Diary);

    private async Task<(string Token, FormVisitor Visitor)> HolderAsync(Persona persona)
    {
        var token = await AnsweredConsultation.InAsync(site.Services, persona.Answers());
        return (token, site.Holder(token));
    }

    private static async Task SaveAsync(FormVisitor visitor, params (string Name, string Value)[] fields)
    {
        await visitor.OpenAsync(Diary);
        await visitor.SendAsync(Diary, [("_handler", "diary"), .. fields]);
    }

    private async Task<FollowUpRecord> RecordAsync(string token) =>
        (await site.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token))!.Content.FollowUp ?? FollowUpRecord.Empty;
}
