using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.FollowUp;

/// <summary>Everything that is asked after a result.</summary>
public sealed record FollowUpRules(DiaryRules Diary, CheckInRules CheckIn, ProgressRules Progress)
{
    /// <summary>Of no content at all.</summary>
    public static FollowUpRules Empty { get; } = new(DiaryRules.Empty, CheckInRules.Empty, ProgressRules.Empty);
}

/// <summary>The words and limits of the diary, as an editor wrote them.</summary>
/// <param name="DaysOpen">How many days, today included, can be filled in.</param>
/// <param name="OnTimeDays">How many days late an entry may be before it counts as from memory.</param>
/// <param name="MostDays">Days kept; older ones make room.</param>
/// <param name="Severity">How bad a symptom was, from none up.</param>
/// <param name="Symptoms">In the order in which a person meets them.</param>
/// <param name="Rows">What is asked beside symptoms.</param>
/// <param name="Step">What is asked about each step of the week.</param>
/// <param name="Short">Who is asked less, and why.</param>
/// <param name="Clocks">Hours from UTC that most people of a region live by: only a guess at which day to show first.</param>
public sealed record DiaryRules(
    int DaysOpen,
    int OnTimeDays,
    int MostDays,
    int MostSymptoms,
    int NoteLength,
    IReadOnlyList<DiaryChoice> Severity,
    IReadOnlyList<OwnSymptom> Symptoms,
    IReadOnlyList<DiaryRow> Rows,
    DiaryRow Step,
    ShortDiary Short,
    IReadOnlyDictionary<string, double> Clocks)
{
    /// <summary>How the row of a step is named, so that it can never be taken for a symptom's.</summary>
    public const string StepPrefix = "step.";

    private const string RegionQuestion = "region";

    /// <summary>Of no content at all.</summary>
    public static DiaryRules Empty { get; } = new(
        14, 2, 366, 6, 500, [], [], [], new DiaryRow("step", "", "", []), new ShortDiary([], "", []), new Dictionary<string, double>());

    /// <summary>
    /// A person's own symptoms, at most <see cref="MostSymptoms"/>: those the diary began with, then those they have named since.
    /// </summary>
    /// <param name="kept">Ids that the diary has lines for already.</param>
    public IReadOnlyList<OwnSymptom> OwnSymptoms(IReadOnlyList<string> kept, Answers answers) =>
    [
        .. kept.Select(id => Symptoms.FirstOrDefault(symptom => symptom.Id == id)).OfType<OwnSymptom>()
            .Concat(Symptoms.Where(symptom => symptom.IsNamedIn(answers)))
            .Distinct()
            .Take(MostSymptoms),
    ];

    /// <summary>The hours from UTC that most people live by where a person is.</summary>
    public double HoursOf(Answers answers) => Clocks.GetValueOrDefault(answers[RegionQuestion] is { Codes: [var region, ..] } ? region : "");

    /// <summary>The day it is where a person is, as well as can be told.</summary>
    public DateOnly TodayAt(DateTimeOffset time, Answers answers) => DiaryDates.Of(time, HoursOf(answers), this).Today;

    /// <summary>Every row of one day, in the order in which it is asked.</summary>
    /// <param name="steps">Ids and titles of the steps of that week.</param>
    /// <param name="isShort">For somebody whom counts and lists could harm.</param>
    public IReadOnlyList<DiaryRow> RowsOf(IReadOnlyList<OwnSymptom> own, IEnumerable<(string Id, string Title)> steps, bool isShort) =>
    [
        .. own.Select(symptom => new DiaryRow(symptom.Id, symptom.Label, "", Severity)),
        .. Rows.Where(row => !isShort || !Short.LeavesOut.Contains(row.Id)),
        .. steps.Where(_ => !isShort).Select(step => Step with { Id = StepPrefix + step.Id, Label = step.Title }),
    ];
}

/// <summary>One line of a day.</summary>
/// <param name="Group">The heading it stands under.</param>
public sealed record DiaryRow(string Id, string Label, string Group, IReadOnlyList<DiaryChoice> Choices);

/// <param name="Help">One line of meaning; null where the word says enough.</param>
/// <param name="IsBad">Whether a day with it counts as a bad day.</param>
public sealed record DiaryChoice(string Code, string Label, string? Help, bool IsBad);

/// <summary>A symptom that a person can follow, and where they named it.</summary>
/// <param name="List">LinkId of the list it is chosen from.</param>
/// <param name="Code">Its code in that list.</param>
/// <param name="Often">LinkId of how often it comes.</param>
/// <param name="Way">LinkId of how much it bothers.</param>
public sealed record OwnSymptom(string Id, string Label, string List, string Code, string Often, string Way)
{
    public bool IsNamedIn(Answers answers) => answers[List]?.Has(Code) == true;
}

/// <summary>The diary of somebody whom numbers and ticks could harm.</summary>
/// <param name="States">Any of them makes it short.</param>
/// <param name="Why">Said on the page.</param>
/// <param name="LeavesOut">Rows that are not asked; notes and steps never are.</param>
public sealed record ShortDiary(IReadOnlyList<string> States, string Why, IReadOnlyList<string> LeavesOut)
{
    public bool Applies(IEnumerable<string> states) => states.Any(States.Contains);
}
