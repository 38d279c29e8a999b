using System.Collections.Immutable;
using GutGuide.Core.FollowUp;

namespace GutGuide.Web.Data;

/// <summary>
/// Diary and check-ins as they are written into a consultation's encrypted bytes. Days are numbers, and keys are short: a diary
/// is read with every page.
/// </summary>
/// <param name="V">Version of this form.</param>
internal sealed record StoredFollowUp(int V, IReadOnlyList<string> Symptoms, IReadOnlyList<StoredDay> Days)
{
    private const int Version = 1;

    public IReadOnlyList<StoredCheckIn>? CheckIns { get; init; }

    public StoredBegun? Begun { get; init; }

    public int? PlanBegan { get; init; }

    public static StoredFollowUp Of(FollowUpRecord record) => new(
        Version,
        record.Symptoms,
        [.. record.Diary.Days.Select(day => new StoredDay(day.Day.DayNumber, day.Values, day.Note, day.FromMemory))])
    {
        CheckIns = record.CheckIns.Count == 0 ? null : [.. record.CheckIns.Select(StoredCheckIn.Of)],
        Begun = record.Begun is { } begun ? StoredBegun.Of(begun) : null,
        PlanBegan = record.PlanBegan?.DayNumber,
    };

    public FollowUpRecord ToRecord() => new(
        new Diary(Days.Select(day => new DiaryDay(
            DateOnly.FromDayNumber(day.D), day.R.ToImmutableSortedDictionary(StringComparer.Ordinal), day.N, day.M))),
        Symptoms)
    {
        CheckIns = CheckIns is null ? [] : [.. CheckIns.Select(checkIn => checkIn.ToCheckIn())],
        Begun = Begun?.ToBegun(),
        PlanBegan = PlanBegan is { } day ? DateOnly.FromDayNumber(day) : null,
    };
}

/// <param name="D">Day number.</param>
/// <param name="R">Codes by row.</param>
/// <param name="N">Note.</param>
/// <param name="M">From memory.</param>
internal sealed record StoredDay(int D, IReadOnlyDictionary<string, string> R, string? N, bool M);

internal sealed record StoredCheckIn(ConsultationProtector.StoredEarlier Before, int Day, Overall? Overall, IReadOnlyList<StoredStep> Steps)
{
    public static StoredCheckIn Of(CheckIn checkIn) => new(
        ConsultationProtector.WritePast(checkIn.Before, ConsultationProtector.Untimed),
        checkIn.Day.DayNumber,
        checkIn.Overall,
        [.. checkIn.Steps.Select(step => new StoredStep(step.Suggestion, step.From.DayNumber, step.Outcome))]);

    public CheckIn ToCheckIn() => new(
        ConsultationProtector.ReadPast(Before),
        DateOnly.FromDayNumber(Day),
        Overall,
        [.. Steps.Select(step => new StepReport(step.Id, DateOnly.FromDayNumber(step.From), step.Outcome))]);
}

internal sealed record StoredStep(string Id, int From, StepOutcome Outcome);

/// <param name="Before">With the times of its answers.</param>
internal sealed record StoredBegun(ConsultationProtector.StoredEarlier Before, IReadOnlyList<string> SeenPages, IReadOnlyList<string> Asked)
{
    public static StoredBegun Of(CheckInBegun begun) =>
        new(ConsultationProtector.WritePast(begun.Before, begun.AnsweredAt), [.. begun.SeenPages], [.. begun.Asked]);

    public CheckInBegun ToBegun() => new(
        ConsultationProtector.ReadPast(Before),
        ConsultationProtector.TimesOf(Before.Answers),
        SeenPages.ToHashSet(StringComparer.Ordinal),
        Asked.ToHashSet(StringComparer.Ordinal));
}
