using System.Text;
using GutGuide.Core.FollowUp;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.FollowUp;

/// <summary>What a diary shows, on the whole site. The clock stands at November 22.</summary>
public sealed class ProgressPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Progress = "/consultation/progress";

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static Persona Bloated => Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", "most").Saying("bloating-way", "lot");

    [Fact]
    public async Task A_sentence_that_counts_days_comes_first_then_the_days_then_the_same_as_a_table()
    {
        var visitor = await (await HolderAsync(Bloated, 28, day => day % 5 == 4 ? null : day < 14 ? "bad" : "mild")).OpenAsync(Progress);

        Assert.Contains("Fewer bad days. Bloating: bad or very bad on 12 of the first 14 days and on 0 of the last 14. 5 of these days are not filled in.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("23 of 28 days are filled in", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<svg viewBox=\"0 0 280 60\"", visitor.Page, StringComparison.Ordinal);
        Assert.Equal(5, visitor.Page.Split("<td>Not filled in</td>").Length - 1);
        Assert.DoesNotContain("%", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_diary_says_that_it_is_too_early()
    {
        var visitor = await (await HolderAsync(Bloated, 4, _ => "bad")).OpenAsync(Progress);

        Assert.Contains("Too few days to tell", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_eating_may_be_hard_there_is_a_word_and_no_count()
    {
        var visitor = await (await HolderAsync(Bloated.Saying("coping", "eating").Saying("eating-now", "ed"), 28, day => day < 14 ? "bad" : "mild")).OpenAsync(Progress);

        Assert.Contains("Fewer bad days", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of the first", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chart\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ninety_days_of_six_symptoms_stay_under_sixty_kilobytes()
    {
        var persona = Persona.AllWell.Saying("gut", "pain", "upper", "heartburn", "loose", "hard", "bloating");
        var visitor = await (await HolderAsync(persona, 90, day => day % 7 == 6 ? null : "bad", "pain", "upper", "heartburn", "loose", "hard", "bloating")).OpenAsync(Progress);

        Assert.InRange(Encoding.UTF8.GetByteCount(visitor.Page), 20_000, 60_000);
    }

    [Fact]
    public async Task The_table_for_other_programs_has_a_line_a_day_and_empty_fields_for_blank_days()
    {
        var visitor = await (await HolderAsync(Bloated, 3, day => day == 1 ? null : "bad", note: "=1+1, \"quoted\"")).OpenAsync("/consultation/diary.csv");

        Assert.Equal(
            [
                "day,bloating,movements,form,sleep,stress,from_memory,note",
                "2026-11-20,bad,,,,,no,\"'=1+1, \"\"quoted\"\"\"",
                "2026-11-21,,,,,,,",
                "2026-11-22,bad,,,,,no,\"'=1+1, \"\"quoted\"\"\"",
                "",
            ],
            visitor.Page.Split("\r\n"));
    }

    [Fact]
    public async Task The_summary_for_a_doctor_counts_the_same_days_and_holds_no_note()
    {
        var visitor = await (await HolderAsync(Bloated, 28, day => day < 14 ? "bad" : "mild", note: "Private thought.")).OpenAsync("/consultation/summary");

        Assert.Contains("Bloating: bad or very bad on 14 of the first 14 days and on 0 of the last 14", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Private thought", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_diary_the_page_says_how_to_begin()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).OpenAsync(Progress);

        Assert.Contains("Nothing is written down yet", visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody with a diary whose last day is today.</summary>
    private async Task<FormVisitor> HolderAsync(Persona persona, int days, Func<int, string?> said, params string[] symptoms) =>
        await HolderAsync(persona, days, said, null, symptoms);

    private async Task<FormVisitor> HolderAsync(Persona persona, int days, Func<int, string?> said, string? note, params string[] symptoms)
    {
        var token = await AnsweredConsultation.InAsync(site.Services, persona.Answers());
        var consultation = await site.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token);
        var rows = symptoms.Length > 0 ? symptoms : ["bloating"];
        var diary = Enumerable.Range(0, days).Where(day => said(day) is not null).Aggregate(Diary.Empty, (sofar, day) => sofar.With(
            new DayEntry(Today.AddDays(day + 1 - days), new Dictionary<string, string>(), rows.ToDictionary(row => row, _ => said(day)!), null, note, IsLate: false), 366));
        await site.Services.GetRequiredService<ConsultationStore>().ChangeAsync(
            consultation!, content => content with { FollowUp = FollowUpRecord.Empty with { Diary = diary, Symptoms = rows } });
        return site.Holder(token);
    }
}
