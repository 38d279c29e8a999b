namespace GutGuide.Core.FollowUp;

/// <summary>What a person has written down since their result.</summary>
/// <param name="Symptoms">Ids of the symptoms that the diary has lines for.</param>
public sealed record FollowUpRecord(Diary Diary, IReadOnlyList<string> Symptoms)
{
    public static FollowUpRecord Empty { get; } = new(Diary.Empty, []);

    /// <summary>Finished check-ins, oldest first.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>The check-in that is under way; null when none is.</summary>
    public CheckInBegun? Begun { get; init; }

    /// <summary>When the plan began that the first check-in asked about; null before it.</summary>
    public DateOnly? PlanBegan { get; init; }

    public bool HasDiary => Diary.Count > 0;

    /// <summary>What was said at the very start, to compare with; null before the first check-in.</summary>
    public PastResponse? Start => CheckIns.Count > 0 ? CheckIns[0].Before : Begun?.Before;
}
