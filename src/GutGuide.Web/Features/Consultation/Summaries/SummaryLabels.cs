using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Features.Consultation.Summaries;

/// <summary>
/// Where each question stands in a history, and what it is called there. A question that is not named here stands under
/// "other", and one without a label keeps its own words: nothing a person said is left out.
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
        ["gut"] = "Last week, or most weeks",
        ["goal"] = "Would like to change first",
        ["pelvis-days"] = "Bloating or pelvic symptoms, days in the last month",
        ["pain-often"] = "Belly pain",
        ["loose-often"] = "Loose stool",
        ["hard-often"] = "Hard stool",
        ["bloating-often"] = "Bloating",
        ["upper-often"] = "Indigestion",
        ["heartburn-often"] = "Heartburn",
        ["sick-often"] = "Nausea or vomiting",
        ["pain-more"] = "About the pain",
        ["upper-more"] = "About the indigestion",
        ["sick-more"] = "About the nausea or vomiting",
        ["loose-more"] = "About the loose stool",
        ["loose-weeks"] = "Loose stool for",
        ["poop-weeks"] = "Changed bowel habit or hard stool for",
        ["strain"] = "Strains, or does not empty",
        ["upper-weeks"] = "Indigestion or heartburn for",
        ["gut-since"] = "Newest belly or bowel symptom began",
        ["stomach-since"] = "Newest stomach symptom began",
        ["cibh-why"] = "Bowel change explained, mild, not worse",
        ["gut-mild"] = "Newest symptom only mild bloating or gas",
        ["course"] = "Course",
        ["bug"] = "Sudden, like a stomach bug",
        ["kidney-kind"] = "Side or back pain",
        ["chest-kind"] = "Chest or leg sign",
        ["checked-pain"] = "Pain checked in the last 12 months",
        ["checked-poop"] = "Bowel habit checked in the last 12 months",
        ["checked-other"] = "Newest belly or bowel symptom checked in the last 12 months",
        ["checked-stomach"] = "Stomach symptoms checked in the last 12 months",
        ["checked-weight"] = "Weight loss checked in the last 12 months",
        ["weight-loss"] = "Weight lost in 6 months",
        ["conditions"] = "Areas",
        ["frail"] = "Two falls in a year, daily help, or memory trouble",
        ["thyroid"] = "Thyroid condition",
        ["cn-hiv"] = "HIV treated, undetectable, CD4 of 200 or more",
        ["medicines"] = "Taken for",
        ["medicine-count"] = "How many",
        ["products"] = "Vitamins, fiber, probiotics, herbs",
        ["products-list"] = "Of these",
        ["products-worse"] = "Gut worse since one of them",
        ["mn-zinc"] = "Zinc in a high or unknown amount for over 3 months",
        ["mn-antibiotic"] = "Stools since the antibiotic",
        ["mn-steroid-high"] = "Prednisone 20 mg or more a day for 2 weeks or more",
        ["celiac"] = "Celiac blood test",
        ["tests-family"] = "Tests and family",
        ["screening"] = "Bowel-cancer screening up to date",
        ["anemia-reason"] = "Reason of the anemia found and treated",
        ["gluten"] = "Gluten now",
        ["food"] = "Most weeks",
        ["diet-now"] = "Leaves out foods",
        ["triggers"] = "Seem to make it worse",
        ["eating-now"] = "Eating",
        ["eating-check"] = "Eating, screening answers",
        ["mood-down"] = "Down or without hope, last 2 weeks",
        ["mood-joy"] = "Little joy, last 2 weeks",
        ["body-signs"] = "Rest of the body",
        ["tired-often"] = "Tired",
        ["fog-often"] = "Foggy thinking",
        ["ache-often"] = "Aches",
        ["skin-often"] = "Skin trouble",
        ["head-often"] = "Headaches",
        ["mouth-often"] = "Mouth sores",
        ["life"] = "Daily life",
        ["sleep-long"] = "Bad sleep for 3 months or more",
        ["alcohol-often"] = "Alcohol, last year",
        ["alcohol-many"] = "Drinks on a drinking day",
        ["alcohol-six"] = "6 or more drinks at one time",
        ["alcohol-need"] = "Drinks each day, or needs a drink to stop shakes",
    };

    private static readonly Dictionary<string, HistoryPart> Parts = new(StringComparer.Ordinal)
    {
        ["who"] = HistoryPart.Who,
        ["age"] = HistoryPart.Who,
        ["body"] = HistoryPart.Who,
        ["women-a"] = HistoryPart.Who,
        ["women-b"] = HistoryPart.Who,
        ["women-c"] = HistoryPart.Who,
        ["height-cm"] = HistoryPart.Who,
        ["weight-kg"] = HistoryPart.Who,
        ["height-feet"] = HistoryPart.Who,
        ["height-inches"] = HistoryPart.Who,
        ["weight-pounds"] = HistoryPart.Who,
        ["gut"] = HistoryPart.Trouble,
        ["pain-often"] = HistoryPart.Trouble,
        ["loose-often"] = HistoryPart.Trouble,
        ["hard-often"] = HistoryPart.Trouble,
        ["bloating-often"] = HistoryPart.Trouble,
        ["upper-often"] = HistoryPart.Trouble,
        ["heartburn-often"] = HistoryPart.Trouble,
        ["sick-often"] = HistoryPart.Trouble,
        ["pain-more"] = HistoryPart.Trouble,
        ["upper-more"] = HistoryPart.Trouble,
        ["sick-more"] = HistoryPart.Trouble,
        ["loose-more"] = HistoryPart.Trouble,
        ["strain"] = HistoryPart.Trouble,
        ["pelvis-days"] = HistoryPart.Trouble,
        ["goal"] = HistoryPart.Trouble,
        ["bug"] = HistoryPart.Trouble,
        ["loose-weeks"] = HistoryPart.Timeline,
        ["poop-weeks"] = HistoryPart.Timeline,
        ["upper-weeks"] = HistoryPart.Timeline,
        ["gut-since"] = HistoryPart.Timeline,
        ["stomach-since"] = HistoryPart.Timeline,
        ["cibh-why"] = HistoryPart.Timeline,
        ["gut-mild"] = HistoryPart.Timeline,
        ["course"] = HistoryPart.Timeline,
        ["checked-pain"] = HistoryPart.Timeline,
        ["checked-poop"] = HistoryPart.Timeline,
        ["checked-other"] = HistoryPart.Timeline,
        ["checked-stomach"] = HistoryPart.Timeline,
        ["checked-weight"] = HistoryPart.Timeline,
        ["weight-loss"] = HistoryPart.AlarmPresent,
        ["weight-more"] = HistoryPart.AlarmPresent,
        ["kidney-kind"] = HistoryPart.AlarmPresent,
        ["chest-kind"] = HistoryPart.AlarmPresent,
        ["conditions"] = HistoryPart.Conditions,
        ["frail"] = HistoryPart.Conditions,
        ["thyroid"] = HistoryPart.Conditions,
        ["cn-hiv"] = HistoryPart.Conditions,
        ["diabetes"] = HistoryPart.Conditions,
        ["medicines"] = HistoryPart.Medicines,
        ["medicine-count"] = HistoryPart.Medicines,
        ["products"] = HistoryPart.Medicines,
        ["products-list"] = HistoryPart.Medicines,
        ["products-worse"] = HistoryPart.Medicines,
        ["mn-steroid-high"] = HistoryPart.Medicines,
        ["mn-zinc"] = HistoryPart.Medicines,
        ["mn-antibiotic"] = HistoryPart.Medicines,
        ["celiac"] = HistoryPart.Tests,
        ["tests-family"] = HistoryPart.Tests,
        ["screening"] = HistoryPart.Tests,
        ["anemia-reason"] = HistoryPart.Tests,
        ["gluten"] = HistoryPart.Food,
        ["food"] = HistoryPart.Food,
        ["diet-now"] = HistoryPart.Food,
        ["triggers"] = HistoryPart.Food,
        ["eating-now"] = HistoryPart.Food,
        ["eating-check"] = HistoryPart.Food,
    };

    private static readonly HashSet<string> AlarmLists = new(StringComparer.Ordinal) { "alarm-gut", "alarm-body" };

    /// <summary>Family history and single complaints that only speak for a test.</summary>
    private static readonly HashSet<string> NoAlarms = new(StringComparer.Ordinal) { "tests-family", "diabetes", "thyroid", "mn-zinc" };

    private const string ConditionLists = "c-";
    private const string MedicineLists = "m-";

    /// <summary>Lists whose unchosen lines tell a doctor nothing.</summary>
    private static readonly HashSet<string> ChosenOnly = new(StringComparer.Ordinal)
    {
        "products-list", "triggers", "food", "course", "conditions", "medicines", "women-a", "women-b", "women-c",
    };

    /// <summary>Asked for phone numbers only.</summary>
    public static IReadOnlySet<string> LeftOut { get; } = new HashSet<string>(StringComparer.Ordinal) { "region" };

    /// <summary>Every linkId that is named here.</summary>
    public static IEnumerable<string> LinkIds => Labels.Keys.Concat(Parts.Keys).Concat(AlarmLists).Concat(NoAlarms);

    public static string? Of(string linkId) => Labels.GetValueOrDefault(linkId);

    public static HistoryPart PartOf(QuestionnaireItem item) =>
        Parts.TryGetValue(item.LinkId, out var part) ? part
        : item.LinkId.StartsWith(ConditionLists, StringComparison.Ordinal) ? HistoryPart.Conditions
        : item.LinkId.StartsWith(MedicineLists, StringComparison.Ordinal) ? HistoryPart.Medicines
        : HistoryPart.Other;

    public static bool IsAlarmList(QuestionnaireItem item) => AlarmLists.Contains(item.LinkId);

    public static bool HoldsNoAlarm(QuestionnaireItem item) => NoAlarms.Contains(item.LinkId);

    /// <summary>The long lists of illnesses and medicines are opened only by whoever has one of them; the rest of them would fill the page.</summary>
    public static bool SaysWhatIsDenied(QuestionnaireItem item) =>
        !item.LinkId.StartsWith(ConditionLists, StringComparison.Ordinal)
        && !item.LinkId.StartsWith(MedicineLists, StringComparison.Ordinal)
        && !ChosenOnly.Contains(item.LinkId);

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
