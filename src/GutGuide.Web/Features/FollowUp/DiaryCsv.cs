using System.Globalization;
using System.Text;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>
/// A diary as comma-separated values: one line a day from the first to the last, a column for each row, and empty fields for
/// what was not filled in. docs/diary-csv.md explains the header.
/// </summary>
internal static class DiaryCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    private const string Day = "day";
    private const string FromMemory = "from_memory";
    private const string Note = "note";

    public static string Of(DiaryService.DiaryView view)
    {
        var diary = view.Record.Diary;
        var rows = view.Rules.RowsOf(view.Own, [], view.IsShort).Select(row => row.Id)
            .Concat(diary.Days.SelectMany(day => day.Values.Keys))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var csv = new StringBuilder();
        Write([Day, .. rows, FromMemory, Note]);
        for (var day = diary.First; day <= diary.Last; day = day.Value.AddDays(1))
        {
            var written = diary[day.Value];
            Write([
                day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                .. rows.Select(row => written[row] ?? ""),
                written.IsBlank ? "" : written.FromMemory ? "yes" : "no",
                written.Note ?? "",
            ]);
        }

        return csv.ToString();

        void Write(IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");
    }

    private static string Field(string text)
    {
        // A table program would take a text that begins so for a formula.
        var safe = text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
