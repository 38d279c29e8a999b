using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Features.Consultation.Summaries;

/// <summary>
/// Where each page of the questionnaire stands in a history, and what its questions are called there. A page that is not
/// named here stands under "other", and a question without a label keeps its own words: nothing a person said is left out.
/// </summary>
internal static class SummaryLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["who"] = "Answers are about",
        ["age"] = "Age",
        ["body"] = "Body",
        ["height-cm"] = "Height",
        ["height-feet"] = "Height",
        ["height-inches"] = "and",
        ["weight-kg"] = "Weight",
        ["weight-pounds"] = "Weight",
        ["gut"] = "Last 7 days, or most weeks",
        ["goal"] = "Would like to change first",
        ["pelvis-days"] = "Bloating or pelvic symptoms, days in the last month",
        ["pain-often"] = "Belly pain, last 7 days",
        ["loose-often"] = "Loose stool, last 7 days",
        ["hard-often"] = "Hard stool, last 7 days",
        ["bloating-often"] = "Bloating, last 7 days",
        ["upper-often"] = "Indigestion, last 7 days",
        ["heartburn-often"] = "Heartburn, last 7 days",
        ["sick-often"] = "Nausea or vomiting, last 7 days",
        ["pain-more"] = "About the pain",
        ["upper-more"] = "About the indigestion",
        ["sick-more"] = "About the nausea or vomiting",
        ["loose-more"] = "About the loose stool",
        ["loose-weeks"] = "Loose stool for",
        ["poop-weeks"] = "Changed bowel habit for",
        ["upper-weeks"] = "Indigestion or heartburn for",
        ["gut-since"] = "Newest belly or bowel symptom began",
        ["stomach-since"] = "Newest stomach symptom began",
        ["checked-pain"] = "Pain checked in the last 12 months",
        ["checked-poop"] = "Bowel habit checked in the last 12 months",
        ["checked-other"] = "Newest belly or bowel symptom checked in the last 12 months",
        ["checked-stomach"] = "Stomach symptoms checked in the last 12 months",
        ["checked-weight"] = "Weight loss checked in the last 12 months",
        ["weight-loss"] = "Weight lost in 6 months",
        ["conditions"] = "Areas",
        ["frail"] = "Two falls in a year, or needs help each day",
        ["medicines"] = "Taken for",
        ["medicine-count"] = "How many",
        ["mn-steroid-high"] = "Prednisone 20 mg or more a day for 2 weeks or more",
        ["celiac"] = "Celiac blood test",
        ["gluten"] = "Gluten now",
        ["food"] = "Most weeks",
        ["triggers"] = "Seem to make it worse",
        ["eating-now"] = "Eating",
        ["eating-check"] = "Eating, screening answers",
        ["mood-down"] = "Down or without hope, last 2 weeks",
        ["mood-joy"] = "Little joy, last 2 weeks",
        ["body-signs"] = "Rest of the body",
        ["tired-often"] = "Tired, last 7 days",
        ["fog-often"] = "Foggy thinking, last 7 days",
        ["ache-often"] = "Aches, last 7 days",
        ["skin-often"] = "Skin trouble, last 7 days",
        ["head-often"] = "Headaches, last 7 days",
        ["mouth-often"] = "Mouth sores, last 7 days",
        ["life"] = "Daily life",
        ["alcohol-often"] = "Alcohol, last year",
        ["alcohol-many"] = "Drinks on a drinking day",
        ["alcohol-six"] = "6 or more drinks at one time",
        ["alcohol-need"] = "Drinks each day, or needs a drink to stop shakes",
    };

    private static readonly Dictionary<string, HistoryPart> Parts = new(StringComparer.Ordinal)
    {
        ["start"] = HistoryPart.Who,
        ["about"] = HistoryPart.Who,
        ["women-a"] = HistoryPart.Who,
        ["women-b"] = HistoryPart.Who,
        ["women-c"] = HistoryPart.Who,
        ["size-us"] = HistoryPart.Who,
        ["size-metric"] = HistoryPart.Who,
        ["gut"] = HistoryPart.Trouble,
        ["gut-often-low"] = HistoryPart.Trouble,
        ["gut-often-up"] = HistoryPart.Trouble,
        ["pain-more"] = HistoryPart.Trouble,
        ["upper-more"] = HistoryPart.Trouble,
        ["sick-more"] = HistoryPart.Trouble,
        ["loose-more"] = HistoryPart.Trouble,
        ["pelvis-days"] = HistoryPart.Trouble,
        ["goal"] = HistoryPart.Trouble,
        ["gut-time"] = HistoryPart.Timeline,
        ["checked"] = HistoryPart.Timeline,
        ["weight-loss"] = HistoryPart.AlarmPresent,
        ["weight-more"] = HistoryPart.AlarmPresent,
        ["conditions"] = HistoryPart.Conditions,
        ["diabetes"] = HistoryPart.Conditions,
        ["medicines"] = HistoryPart.Medicines,
        ["medicine-count"] = HistoryPart.Medicines,
        ["medicine-now"] = HistoryPart.Medicines,
        ["celiac"] = HistoryPart.Tests,
        ["tests-family"] = HistoryPart.Tests,
        ["gluten"] = HistoryPart.Food,
        ["food"] = HistoryPart.Food,
        ["triggers"] = HistoryPart.Food,
        ["eating-now"] = HistoryPart.Food,
        ["eating-check"] = HistoryPart.Food,
    };

    private static readonly HashSet<string> AlarmLists = new(StringComparer.Ordinal) { "alarm-gut", "alarm-body" };

    /// <summary>Family history and single complaints that only speak for a test.</summary>
    private static readonly HashSet<string> NoAlarms = new(StringComparer.Ordinal) { "tests-family", "body-signs", "body-often", "diabetes" };

    private const string ConditionLists = "c-";
    private const string MedicineLists = "m-";

    /// <summary>Asked for phone numbers only.</summary>
    public static IReadOnlySet<string> LeftOut { get; } = new HashSet<string>(StringComparer.Ordinal) { "region" };

    /// <summary>Every linkId that has a label of its own.</summary>
    public static IEnumerable<string> LinkIds => Labels.Keys;

    public static IEnumerable<string> PageIds => Parts.Keys.Concat(AlarmLists).Concat(NoAlarms);

    public static string? Of(string linkId) => Labels.GetValueOrDefault(linkId);

    public static HistoryPart PartOf(QuestionnairePage page) =>
        Parts.TryGetValue(page.Id, out var part) ? part
        : page.Id.StartsWith(ConditionLists, StringComparison.Ordinal) ? HistoryPart.Conditions
        : page.Id.StartsWith(MedicineLists, StringComparison.Ordinal) ? HistoryPart.Medicines
        : HistoryPart.Other;

    public static bool IsAlarmList(QuestionnairePage page) => AlarmLists.Contains(page.Id);

    public static bool HoldsNoAlarm(QuestionnairePage page) => NoAlarms.Contains(page.Id);

    /// <summary>The long lists of illnesses and medicines are opened only by whoever has one of them; what else they hold would fill the page.</summary>
    public static bool SaysWhatIsDenied(QuestionnairePage page) =>
        !page.Id.StartsWith(ConditionLists, StringComparison.Ordinal) && !page.Id.StartsWith(MedicineLists, StringComparison.Ordinal);

    public static string TitleOf(HistoryPart part) => part switch
    {
        HistoryPart.Who => "Who",
        HistoryPart.Trouble => "Main trouble",
        HistoryPart.Timeline => "Timeline",
        HistoryPart.AlarmPresent => "Alarm features present",
        HistoryPart.AlarmDenied => "Alarm features asked and denied",
        HistoryPart.Conditions => "Conditions",
        HistoryPart.Medicines => "Medicines",
        HistoryPart.Tests => "Tests and family",
        HistoryPart.Food => "Food and eating",
        _ => "Other",
    };

    /// <summary>Said of a part that holds nothing.</summary>
    public static string EmptyOf(HistoryPart part) => part switch
    {
        HistoryPart.AlarmPresent => "None of those asked.",
        HistoryPart.AlarmDenied => "None.",
        _ => "Not asked.",
    };
}
