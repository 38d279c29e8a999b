using System.Collections.Immutable;

namespace GutGuide.Core.FollowUp;

/// <summary>One day as a person wrote it down. A row that is not there was not filled in, which is neither none nor zero.</summary>
/// <param name="Values">Chosen codes by row.</param>
/// <param name="FromMemory">Some of it was written down more than a few days later.</param>
public sealed record DiaryDay(DateOnly Day, ImmutableSortedDictionary<string, string> Values, string? Note, bool FromMemory)
{
    public static DiaryDay Blank(DateOnly day) => new(day, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), null, false);

    public bool IsBlank => Values.Count == 0 && Note is null;

    public string? this[string row] => Values.GetValueOrDefault(row);
}

/// <summary>What one form says of one day: what it was shown, and what it was sent with.</summary>
/// <param name="Was">Codes by row as the form showed them.</param>
/// <param name="Now">Codes by row as sent.</param>
/// <param name="NoteWas">The note as the form showed it.</param>
/// <param name="IsLate">Written down so late that it counts as from memory.</param>
public sealed record DayEntry(
    DateOnly Day,
    IReadOnlyDictionary<string, string> Was,
    IReadOnlyDictionary<string, string> Now,
    string? NoteWas,
    string? Note,
    bool IsLate)
{
    /// <summary>Whether it would change anything, whatever is stored.</summary>
    public bool IsAny => Note != NoteWas || Rows.Any(row => Now.GetValueOrDefault(row) != Was.GetValueOrDefault(row));

    private IEnumerable<string> Rows => Was.Keys.Union(Now.Keys);

    /// <summary>
    /// The day with what was changed in the form. What the form left as it was shown stays as it is stored: so two tabs, or two
    /// devices, lose nothing of each other's.
    /// </summary>
    public DiaryDay On(DiaryDay stored)
    {
        var values = stored.Values;
        var isNew = false;
        foreach (var row in Rows)
        {
            var now = Now.GetValueOrDefault(row);
            if (now == Was.GetValueOrDefault(row))
            {
                continue;
            }

            isNew |= now is not null && !values.ContainsKey(row);
            values = now is null ? values.Remove(row) : values.SetItem(row, now);
        }

        return new DiaryDay(stored.Day, values, Note == NoteWas ? stored.Note : Note, stored.FromMemory || (IsLate && isNew));
    }
}

/// <summary>The days that a person has written down. Immutable.</summary>
public sealed class Diary
{
    private readonly ImmutableSortedDictionary<DateOnly, DiaryDay> _days;

    public Diary(IEnumerable<DiaryDay> days) =>
        _days = days.Where(day => !day.IsBlank).ToImmutableSortedDictionary(day => day.Day, day => day);

    public static Diary Empty { get; } = new([]);

    /// <summary>Oldest first; blank days are not among them.</summary>
    public IEnumerable<DiaryDay> Days => _days.Values;

    public int Count => _days.Count;

    public DateOnly? First => _days.IsEmpty ? null : _days.Keys.First();

    public DateOnly? Last => _days.IsEmpty ? null : _days.Keys.Last();

    /// <summary>What stands for a day; a blank one when nothing does.</summary>
    public DiaryDay this[DateOnly day] => _days.GetValueOrDefault(day) ?? DiaryDay.Blank(day);

    public bool Has(DateOnly day) => _days.ContainsKey(day);

    /// <summary>With an entry merged into its day. A day emptied again is as if it had never been filled in.</summary>
    /// <param name="mostDays">Of more days than that the oldest go.</param>
    public Diary With(DayEntry entry, int mostDays)
    {
        var day = entry.On(this[entry.Day]);
        return new Diary(Days.Where(known => known.Day != entry.Day).Append(day).OrderByDescending(known => known.Day).Take(mostDays));
    }
}
