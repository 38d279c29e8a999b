namespace GutGuide.Core.FollowUp;

/// <summary>Why a day cannot be filled in.</summary>
public enum DayFault
{
    None,
    NotYet,
    TooLongAgo,
}

/// <summary>
/// Which days a diary is open for. The day is always the one that a person picks; the clock only says which to show first,
/// and which cannot have come anywhere on Earth.
/// </summary>
/// <param name="Today">The day that most people of the region live in; until four in the morning still the day before.</param>
/// <param name="Latest">The last day that has begun anywhere.</param>
public sealed record DiaryDates(DateOnly Today, DateOnly Latest, int DaysOpen, int OnTimeDays)
{
    /// <summary>Nobody's clock is further ahead.</summary>
    private const double MostHoursAhead = 14;

    /// <summary>After midnight is still the evening before, for whoever is not in bed yet.</summary>
    private const double DayBeginsAtHour = 4;

    public static DiaryDates Of(DateTimeOffset now, double hoursFromUtc, DiaryRules rules)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime.AddHours(hoursFromUtc - DayBeginsAtHour));
        var latest = DateOnly.FromDateTime(now.UtcDateTime.AddHours(MostHoursAhead));
        return new DiaryDates(today, latest, rules.DaysOpen, rules.OnTimeDays);
    }

    public DateOnly Yesterday => Today.AddDays(-1);

    public DateOnly Oldest => Today.AddDays(1 - DaysOpen);

    /// <summary>Oldest first.</summary>
    public IEnumerable<DateOnly> Open => Enumerable.Range(0, DaysOpen).Select(Oldest.AddDays);

    public DayFault FaultOf(DateOnly day) => day > Latest ? DayFault.NotYet : day < Oldest ? DayFault.TooLongAgo : DayFault.None;

    /// <summary>Whether what is written today about a day counts as from memory.</summary>
    public bool IsLate(DateOnly day) => Today.DayNumber - day.DayNumber > OnTimeDays;
}
