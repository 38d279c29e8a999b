using GutGuide.Core.FollowUp;

namespace GutGuide.Core.Tests.FollowUp;

public sealed class DiaryDatesTests
{
    [Theory]
    [InlineData("2026-12-01T20:00", 0, "2026-12-01")]
    [InlineData("2026-12-02T02:00", -6, "2026-12-01")]
    [InlineData("2026-12-02T03:59", 0, "2026-12-01")]
    [InlineData("2026-12-02T04:00", 0, "2026-12-02")]
    [InlineData("2026-12-01T12:30", 12, "2026-12-01")]
    public void Until_four_in_the_morning_where_a_person_lives_it_is_still_the_day_before(string now, double hours, string today)
    {
        Assert.Equal(Date(today), Dates(now, hours).Today);
    }

    [Fact]
    public void A_day_that_has_begun_anywhere_may_be_filled_in()
    {
        var dates = Dates("2026-12-01T10:00", 0);

        Assert.Equal(DayFault.None, dates.FaultOf(Date("2026-12-02")));
        Assert.Equal(DayFault.NotYet, dates.FaultOf(Date("2026-12-03")));
    }

    [Theory]
    [InlineData("2026-11-18", DayFault.None)]
    [InlineData("2026-11-17", DayFault.TooLongAgo)]
    public void The_last_fourteen_days_are_open(string day, DayFault fault)
    {
        Assert.Equal(fault, Dates("2026-12-01T12:00", 0).FaultOf(Date(day)));
    }

    [Theory]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-11-28", true)]
    public void More_than_two_days_later_is_from_memory(string day, bool isLate)
    {
        Assert.Equal(isLate, Dates("2026-12-01T12:00", 0).IsLate(Date(day)));
    }

    private static DiaryDates Dates(string now, double hours) =>
        DiaryDates.Of(new DateTimeOffset(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero), hours, DiaryRules.Empty);

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
