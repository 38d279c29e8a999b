using CsCheck;
using GutGuide.Core.FollowUp;

namespace GutGuide.Core.Tests.FollowUp;

public sealed class DiaryTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly Gen<Dictionary<string, string>> Rows = Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Const("none"), Gen.Const("bad")), Gen.OneOf(Gen.Const(""), Gen.Const("none"), Gen.Const("bad")), (pain, sleep) =>
        new[] { ("pain", pain), ("sleep", sleep) }.Where(row => row.Item2.Length > 0).ToDictionary(row => row.Item1, row => row.Item2));

    [Fact]
    public void What_was_not_filled_in_is_not_there()
    {
        var diary = Diary.Empty.With(Entry([], new() { ["pain"] = "none" }), 366);

        Assert.Equal("none", diary[Day]["pain"]);
        Assert.Null(diary[Day]["sleep"]);
    }

    [Fact]
    public void Two_tabs_that_fill_in_different_rows_of_a_day_lose_nothing_of_each_other() => Rows.Select(Rows, Rows).Sample((stored, one, other) =>
    {
        var before = Diary.Empty.With(Entry([], stored), 366);
        var first = stored.Where(row => row.Key != "pain").ToDictionary();
        var second = stored.Where(row => row.Key != "sleep").ToDictionary();
        Copy(one, first, "pain");
        Copy(other, second, "sleep");

        var after = before.With(Entry(stored, With(stored, first, "pain")), 366).With(Entry(stored, With(stored, second, "sleep")), 366);

        Assert.Equal(one.GetValueOrDefault("pain"), after[Day]["pain"]);
        Assert.Equal(other.GetValueOrDefault("sleep"), after[Day]["sleep"]);
    });

    [Fact]
    public void A_day_emptied_again_is_as_if_it_had_never_been_filled_in()
    {
        var diary = Diary.Empty.With(Entry([], new() { ["pain"] = "bad" }), 366);

        Assert.False(diary.With(Entry(new() { ["pain"] = "bad" }, []), 366).Has(Day));
    }

    [Fact]
    public void A_late_entry_is_from_memory_and_a_later_correction_of_it_too()
    {
        var late = Diary.Empty.With(Entry([], new() { ["pain"] = "bad" }) with { IsLate = true }, 366);

        Assert.True(late[Day].FromMemory);
        Assert.True(late.With(Entry(new() { ["pain"] = "bad" }, new() { ["pain"] = "mild" }), 366)[Day].FromMemory);
    }

    [Fact]
    public void A_slip_mended_late_does_not_make_a_day_from_memory()
    {
        var diary = Diary.Empty.With(Entry([], new() { ["pain"] = "bad" }), 366);

        var mended = diary.With(Entry(new() { ["pain"] = "bad" }, new() { ["pain"] = "mild" }) with { IsLate = true }, 366);

        Assert.False(mended[Day].FromMemory);
    }

    [Fact]
    public void Of_too_many_days_the_oldest_go()
    {
        var diary = Enumerable.Range(0, 4).Aggregate(Diary.Empty, (sofar, day) => sofar.With(Entry([], new() { ["pain"] = "bad" }) with { Day = Day.AddDays(day) }, 3));

        Assert.Equal([Day.AddDays(1), Day.AddDays(2), Day.AddDays(3)], diary.Days.Select(day => day.Day));
    }

    [Fact]
    public void A_note_that_the_form_was_not_shown_stays()
    {
        var diary = Diary.Empty.With(Entry([], []) with { Note = "Rain." }, 366);

        Assert.Equal("Rain.", diary.With(Entry([], new() { ["pain"] = "bad" }), 366)[Day].Note);
    }

    private static DayEntry Entry(Dictionary<string, string> was, Dictionary<string, string> now) => new(Day, was, now, null, null, IsLate: false);

    private static void Copy(Dictionary<string, string> from, Dictionary<string, string> to, string row)
    {
        if (from.TryGetValue(row, out var code))
        {
            to[row] = code;
        }
    }

    private static Dictionary<string, string> With(Dictionary<string, string> stored, Dictionary<string, string> changed, string row)
    {
        var rows = stored.Where(pair => pair.Key != row).ToDictionary();
        Copy(changed, rows, row);
        return rows;
    }
}
