using System.Globalization;

namespace GutGuide.Web.Components.Shared;

/// <summary>Dates as American readers say them: November 22, 2026.</summary>
public static class SpokenDate
{
    public static string Of(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>Without the year, for days that are near: November 22.</summary>
    public static string Short(DateOnly date) => date.ToString("MMMM d", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
