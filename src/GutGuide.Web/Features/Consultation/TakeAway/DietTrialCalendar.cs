using System.Globalization;
using System.Text;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Web.Publishing;
using GutGuide.Web.Settings;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace GutGuide.Web.Features.Consultation.TakeAway;

/// <summary>
/// A diet trial as calendar entries: when it starts, when it ends at the latest, and the days on which the food comes back.
/// Every word is the suggestion's own, so the file holds the names of plan steps and no answer.
/// </summary>
public static class DietTrialCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Suggestions bring a food back "over a few days".</summary>
    private const int DaysBack = 3;

    /// <summary>The trial a person can run by themselves; null when the plan holds none. One food is tried at a time.</summary>
    public static Suggestion? TrialOf(Decision decision) =>
        decision.Shown.FirstOrDefault(planned => planned is { State: SuggestionState.Ok, Suggestion.Ends: not null })?.Suggestion;

    /// <summary>The day a person asked for, tomorrow when they asked for none.</summary>
    /// <param name="asked">As sent: 2026-11-23.</param>
    /// <returns>Null when it is no day, or not one within a year from today; people west of Greenwich may still have yesterday.</returns>
    public static DateOnly? FirstDay(string? asked, DateOnly today) =>
        string.IsNullOrWhiteSpace(asked) ? today.AddDays(1)
        : DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= today.AddDays(-1) && day <= today.AddYears(1) ? day
        : null;

    /// <param name="trial">A suggestion that ends.</param>
    /// <param name="consultation">Whose trial it is: the file of another day takes the place of the one before in their calendar.</param>
    /// <param name="made">When the file is made.</param>
    public static string Of(Suggestion trial, Guid consultation, DateOnly start, DateTimeOffset made, SiteAddress site)
    {
        var ends = trial.Ends ?? throw new ArgumentException($"The suggestion {trial.Id} is no trial: it has no end.", nameof(trial));
        var end = start.AddDays(ends.Days);
        var text = trial.Text;
        var calendar = new Ical.Net.Calendar { ProductId = $"-//{SiteAddress.SiteName}//Diet trial//EN", Method = "PUBLISH" };
        calendar.Events.Add(Entry("start", $"Start: {text.Title}", Words(text.Step, text.Stop), start, 1));
        calendar.Events.Add(Entry("end", $"Last day, at the latest: {text.Title}", Words(text.Stop, ends.Reintroduce), end.AddDays(-1), 1));
        calendar.Events.Add(Entry("back", $"Bring it back: {text.Title}", Words(ends.Reintroduce, text.Stop), end, DaysBack));
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar came out empty.");

        CalendarEvent Entry(string kind, string summary, string description, DateOnly day, int days) => new()
        {
            Uid = Fingerprint.Of(Encoding.UTF8.GetBytes($"{consultation:N} {trial.Id} {kind}")),
            Sequence = (int)(made - DateTimeOffset.UnixEpoch).TotalMinutes,
            DtStamp = new CalDateTime(made.UtcDateTime, "UTC"),
            Summary = summary,
            Description = description,
            Start = new CalDateTime(day),
            End = new CalDateTime(day.AddDays(days)),
            Class = "PRIVATE",
            Transparency = "TRANSPARENT",
            Url = text.Learn is { } learn ? new Uri(site.Of(learn)) : null,
        };
    }

    private static string Words(params string?[] parts) => string.Join(" ", parts.OfType<string>());
}
