using System.Collections.Immutable;
using CsCheck;
using GutGuide.Core.FollowUp;

namespace GutGuide.Core.Tests.FollowUp;

public sealed class ProgressTests
{
    private const int Days = 14;

    private static readonly DateOnly First = new(2026, 12, 1);
    private static readonly OwnSymptom Bloating = new("bloating", "Bloating", "gut", "bloating", "bloating-often", "bloating-way");
    private static readonly DiaryRules Words = DiaryRules.Empty with { Severity = [new("none", "None", null, false), new("bad", "Bad", null, true)] };
    private static readonly ProgressRules Rules = new([new(Days, 10), new(7, 5)], 3, 2, 90);

    /// <summary>A day each: bad, none, or not filled in.</summary>
    private static readonly Gen<string?[]> FourWeeks = Gen.OneOf(Gen.Const(""), Gen.Const("none"), Gen.Const("bad"))
        .Select(code => code.Length == 0 ? null : code).Array[2 * Days];

    private static readonly Gen<string[]> Filling = Gen.OneOf(Gen.Const("none"), Gen.Const("bad")).Array[2 * Days];

    [Theory]
    [InlineData(9, 0, 4, 0, Verdict.Fewer)]
    [InlineData(4, 0, 9, 0, Verdict.More)]
    [InlineData(5, 0, 3, 0, Verdict.Same)]
    [InlineData(5, 4, 3, 4, Verdict.Same)]
    [InlineData(5, 5, 3, 0, Verdict.TooFew)]
    [InlineData(9, 0, 4, 5, Verdict.TooFew)]
    [InlineData(9, 0, 4, 4, Verdict.Fewer)]
    [InlineData(7, 0, 4, 3, Verdict.TooFew)]
    [InlineData(6, 0, 3, 0, Verdict.Fewer)]
    public void A_verdict_rests_on_what_the_blank_days_can_hold(int badThen, int blankThen, int badNow, int blankNow, Verdict verdict)
    {
        Assert.Equal(verdict, Progress.VerdictOf(new(First, Days, badThen, blankThen), new(First, Days, badNow, blankNow), Rules.Spans[0], Rules));
    }

    [Fact]
    public void No_filling_of_blank_days_turns_fewer_into_more_or_more_into_fewer() => Gen.Select(FourWeeks, Filling).Sample((days, filling) =>
    {
        // Both ends stand, so that the spans are the same.
        (days[0], days[^1]) = (days[0] ?? "none", days[^1] ?? "none");
        var before = VerdictOf(days);

        var after = VerdictOf([.. days.Select((day, place) => day ?? filling[place])]);

        Assert.False((before, after) is (Verdict.Fewer, Verdict.More) or (Verdict.More, Verdict.Fewer));
        Assert.False((before, after) is (Verdict.Fewer or Verdict.More, Verdict.TooFew));
    });

    [Fact]
    public void Less_than_two_weeks_are_too_few_days_to_compare()
    {
        var change = Assert.Single(Progress.Of(DiaryOf([.. Enumerable.Repeat("bad", 13)]), [Bloating], Words, Rules));

        Assert.Equal((null, Verdict.TooFew), (change.Then, change.Verdict));
    }

    [Fact]
    public void Two_weeks_are_compared_week_by_week()
    {
        var change = Assert.Single(Progress.Of(DiaryOf([.. Enumerable.Repeat("bad", 7), .. Enumerable.Repeat("none", 7)]), [Bloating], Words, Rules));

        Assert.Equal((7, 0, Verdict.Fewer), (change.Then!.Days, change.Now!.Bad, change.Verdict));
    }

    private static Verdict VerdictOf(IReadOnlyList<string?> days) => Assert.Single(Progress.Of(DiaryOf(days), [Bloating], Words, Rules)).Verdict;

    private static Diary DiaryOf(IReadOnlyList<string?> days) => new(days
        .Select((code, place) => (Code: code, Day: First.AddDays(place)))
        .Where(day => day.Code is not null)
        .Select(day => new DiaryDay(day.Day, ImmutableSortedDictionary<string, string>.Empty.Add("bloating", day.Code!), null, false)));
}
