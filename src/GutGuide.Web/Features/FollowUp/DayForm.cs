using System.Globalization;
using GutGuide.Core.FollowUp;

namespace GutGuide.Web.Features.FollowUp;

/// <summary>One day of the diary's form: what it shows, and what was sent with it.</summary>
/// <param name="Prefix">Of the names of its fields; two days stand on one page.</param>
/// <param name="Typed">The day as sent; always one that can be read when the form is ours.</param>
/// <param name="Was">Codes by row as the form showed them: the other side of a merge.</param>
/// <param name="Now">Codes by row as chosen.</param>
public sealed record DayForm(
    string Prefix,
    string Typed,
    IReadOnlyDictionary<string, string> Was,
    IReadOnlyDictionary<string, string> Now,
    string NoteWas,
    string Note)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const char Between = ';';
    private const char Equal = '=';

    /// <summary>What is wrong and what to do, in whole sentences.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Another day has to be picked.</summary>
    public bool HasWrongDay { get; init; }

    /// <summary>Null for what is no day.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public string Shown => string.Join(Between, Was.Select(pair => $"{pair.Key}{Equal}{pair.Value}"));

    public string DayField => $"{Prefix}.day";

    public string ShownField => $"{Prefix}.shown";

    public string NoteField => $"{Prefix}.note";

    public string NoteShownField => $"{Prefix}.note-shown";

    public string RowField(string row) => $"{RowPrefix(Prefix)}{row}";

    /// <summary>A day as it is stored, nothing chosen for the person.</summary>
    public static DayForm Of(string prefix, DiaryDay saved) =>
        new(prefix, Written(saved.Day), saved.Values, saved.Values, saved.Note ?? "", saved.Note ?? "");

    /// <summary>A day as it was sent; null when the form holds none of that prefix.</summary>
    public static DayForm? Read(string prefix, IFormCollection form)
    {
        var blank = new DayForm(prefix, "", new Dictionary<string, string>(), new Dictionary<string, string>(), "", "");
        if (!form.TryGetValue(blank.DayField, out var day))
        {
            return null;
        }

        var start = RowPrefix(prefix);
        return blank with
        {
            Typed = day.ToString(),
            Was = ReadShown(form[blank.ShownField].ToString()),
            Now = form.Where(field => field.Key.StartsWith(start, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
                .ToDictionary(field => field.Key[start.Length..], field => field.Value.ToString(), StringComparer.Ordinal),
            NoteWas = OneLineEnd(form[blank.NoteShownField].ToString()),
            Note = OneLineEnd(form[blank.NoteField].ToString()).Trim(),
        };
    }

    public static string Written(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public DayEntry ToEntry(DateOnly day, bool isLate) => new(day, Was, Now, NoteWas.Length > 0 ? NoteWas : null, Note.Length > 0 ? Note : null, isLate);

    private static string RowPrefix(string prefix) => $"{prefix}.row.";

    private static Dictionary<string, string> ReadShown(string shown)
    {
        var was = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in shown.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(Equal) is [var row, var code])
            {
                was[row] = code;
            }
        }

        return was;
    }

    // A browser sends the line ends of a text area as two characters each.
    private static string OneLineEnd(string text) => text.ReplaceLineEndings("\n");
}
