using System.Globalization;
using System.Text;
using GutGuide.Core.FollowUp;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>
/// The days of one symptom as three paths: bars that are as high as the word is bad, a low line for none, and an outline for
/// what was not filled in, so that height alone tells them apart.
/// </summary>
internal sealed record SymptomStrip(string Bars, string None, string Gaps)
{
    public const int DayWidth = 10;
    public const int Height = 60;

    private const int BarWidth = 7;
    private const int NoneHeight = 3;

    public static SymptomStrip Of(Diary diary, DateOnly from, int days, string symptom, IReadOnlyList<DiaryChoice> severity)
    {
        var (bars, none, gaps) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var codes = severity.Select(choice => choice.Code).ToList();
        for (var number = 0; number < days; number++)
        {
            var level = diary[from.AddDays(number)][symptom] is { } code ? codes.IndexOf(code) : -1;
            var (path, height) = level switch
            {
                < 0 => (gaps, Height - 4),
                0 => (none, NoneHeight),
                _ => (bars, (Height - 4) * level / (codes.Count - 1)),
            };
            path.Append(CultureInfo.InvariantCulture, $"M{(number * DayWidth) + 1} {Height}v-{height}h{BarWidth}v{height}z");
        }

        return new SymptomStrip(bars.ToString(), none.ToString(), gaps.ToString());
    }
}
