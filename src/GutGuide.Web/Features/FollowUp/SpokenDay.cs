using System.Globalization;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>Days as people say them in the weeks around: Tuesday, December 1.</summary>
internal static class SpokenDay
{
    public static string Of(DateOnly day) => day.ToString("dddd, MMMM d", CultureInfo.InvariantCulture);

    public static string Short(DateOnly day) => day.ToString("MMM d", CultureInfo.InvariantCulture);

    public static string Weekday(DateOnly day) => day.ToString("ddd", CultureInfo.InvariantCulture);
}
