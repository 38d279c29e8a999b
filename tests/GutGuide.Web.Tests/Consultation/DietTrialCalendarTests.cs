using System.Net;
using GutGuide.Web.Features.Consultation.TakeAway;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace GutGuide.Web.Tests.Consultation;

public sealed class DietTrialCalendarTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/consultation/calendar.ics";

    private static readonly DateOnly Start = new(2026, 11, 23);
    private static readonly DateTimeOffset Made = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Mine = Guid.Parse("c0ffee00-0000-0000-0000-000000000001");
    private static readonly Core.Rules.Suggestion Dairy = ShippedContent.Ruleset.Suggestions.Single(suggestion => suggestion.Id == "sg-df-trial");

    /// <summary>Somebody whose plan holds the dairy trial.</summary>
    private static readonly Persona OnTrial = Persona.AllWell
        .Saying("celiac", "neg").Saying("gut", "bloating", "loose", "pain").Saying("triggers", "milk")
        .Saying("bloating-often", "most").Saying("bloating-way", "lot")
        .Saying("loose-often", "most").Saying("loose-way", "lot").Saying("loose-weeks", "always").Saying("checked-poop", "yes")
        .Saying("pain-often", "most").Saying("pain-way", "lot").Saying("checked-pain", "yes")
        .Saying("gut-since", "always").Saying("checked-other", "yes");

    [Fact]
    public void A_trial_starts_ends_and_brings_the_food_back()
    {
        var entries = EntriesOf(DietTrialCalendar.Of(Dairy, Mine, Start, Made, SiteAddress.Local));

        Assert.Collection(
            entries,
            entry => Assert.Equal((Start, "Start: Try a few weeks without dairy, then bring it back"), (DayOf(entry), entry.Summary)),
            entry => Assert.Equal(Start.AddDays(Dairy.Ends!.Days - 1), DayOf(entry)),
            entry => Assert.Equal((Start.AddDays(Dairy.Ends!.Days), Dairy.Ends.Reintroduce + " " + Dairy.Text.Stop), (DayOf(entry), entry.Description)));
    }

    [Fact]
    public void A_file_taken_again_replaces_the_entries_of_the_one_before()
    {
        var first = EntriesOf(DietTrialCalendar.Of(Dairy, Mine, Start, Made, SiteAddress.Local));
        var later = EntriesOf(DietTrialCalendar.Of(Dairy, Mine, Start.AddDays(7), Made.AddHours(1), SiteAddress.Local));
        var others = EntriesOf(DietTrialCalendar.Of(Dairy, Guid.Parse("c0ffee00-0000-0000-0000-000000000002"), Start, Made, SiteAddress.Local));

        Assert.Equal(first.Select(entry => entry.Uid), later.Select(entry => entry.Uid));
        Assert.All(first.Zip(later), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence));
        Assert.Equal(6, first.Concat(others).Select(entry => entry.Uid).Distinct().Count());
    }

    [Fact]
    public void Every_entry_is_private_and_takes_up_no_time()
    {
        Assert.All(EntriesOf(DietTrialCalendar.Of(Dairy, Mine, Start, Made, SiteAddress.Local)), entry =>
        {
            Assert.Equal("PRIVATE", entry.Class);
            Assert.Equal("TRANSPARENT", entry.Transparency);
            Assert.True(entry.IsAllDay);
        });
    }

    [Fact]
    public void No_trial_lasts_longer_than_six_weeks()
    {
        foreach (var trial in ShippedContent.Ruleset.Suggestions.Where(suggestion => suggestion.Ends is not null))
        {
            var entries = EntriesOf(DietTrialCalendar.Of(trial, Mine, Start, Made, SiteAddress.Local));

            Assert.InRange(DayOf(entries[^1]).DayNumber - Start.DayNumber, 1, 42);
        }
    }

    [Theory]
    [InlineData(null, "2026-11-23")]
    [InlineData("", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("2027-11-22", "2027-11-22")]
    [InlineData("2026-11-20", null)]
    [InlineData("2027-11-23", null)]
    [InlineData("tomorrow", null)]
    [InlineData("2026-02-30", null)]
    public void The_first_day_is_the_one_asked_for_or_tomorrow(string? asked, string? day)
    {
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DietTrialCalendar.FirstDay(asked, new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public async Task The_plan_offers_its_trial_as_a_calendar_that_nothing_stores()
    {
        var token = await AnsweredConsultation.InAsync(site.Services, OnTrial.Answers());
        var visitor = await site.Holder(token).OpenAsync("/consultation/result");
        Assert.Contains("Your diet trial as a calendar", visitor.Text, StringComparison.Ordinal);

        using var response = await site.BrowserOf(token).GetAsync($"{Address}?start=2026-12-01");

        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("diet-trial.ics", response.Content.Headers.ContentDisposition?.FileName);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(new DateOnly(2026, 12, 1), DayOf(EntriesOf(await response.Content.ReadAsStringAsync())[0]));
    }

    [Fact]
    public async Task The_calendar_holds_no_answer()
    {
        using var response = await site.BrowserOf(await AnsweredConsultation.InAsync(site.Services, OnTrial.Answers())).GetAsync(Address);

        var file = (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(ShippedContent.Ruleset.Questionnaire.Items.Where(item => OnTrial.Answers()[item.LinkId] is not null), item =>
            Assert.All(item.Options.Where(option => option.Display.Length > 12), option => Assert.DoesNotContain(option.Display, file, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_day_that_cannot_be_says_which_ones_can()
    {
        var visitor = await (await site.AnsweredByAsync(OnTrial)).OpenAsync($"{Address}?start=1999-01-01");

        Assert.StartsWith("/consultation/result?", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("Please choose a day from today to one year from now.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_a_trial_has_no_calendar()
    {
        var visitor = await (await site.AnsweredByAsync(Persona.AllWell)).OpenAsync(Address);

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.DoesNotContain("Your diet trial as a calendar", visitor.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<CalendarEvent> EntriesOf(string file) => [.. Calendar.Load(file)!.Events.OrderBy(entry => entry.Start)];

    private static DateOnly DayOf(CalendarEvent entry) => entry.Start!.Date;
}
