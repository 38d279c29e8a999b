using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Components.Shared;
using GutGuide.Web.Features.Consultation.Summaries;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>What kind of result this is.</summary>
public enum ResultKind
{
    Plan,

    /// <summary>The answers call for nothing: what is shown is for staying well.</summary>
    NothingNeeded,

    /// <summary>Answers are missing that would decide whether anything is called for.</summary>
    CannotTell,
}

/// <summary>The sentences of the result page that sum up a decision.</summary>
internal static class ResultWords
{
    private const int DaysUntilSoon = 14;
    private const string CeliacTest = "sg-test-coeliac";
    private const int DaysInWeek = 7;

    public static ResultKind KindOf(ResultView view) =>
        view.Decision.Tier != TriageTier.SelfCare || !view.Decision.IsForStayingWell ? ResultKind.Plan
        : view.Decision.Unsettled.Count > 0 ? ResultKind.CannotTell
        : ResultKind.NothingNeeded;

    /// <summary>The whole result in at most three short sentences.</summary>
    public static string Headline(ResultView view) => (view.Decision.Tier, KindOf(view)) switch
    {
        (TriageTier.Soon, _) => "See a doctor within two weeks. Everything else can wait.",
        (_, ResultKind.NothingNeeded) => "Nothing looks urgent, and nothing more is called for. That is a good result.",
        (_, ResultKind.CannotTell) => "Nothing looks urgent. A few clear answers would tell us more.",
        (TriageTier.Routine, _) => $"Nothing looks urgent. Book one visit.{(HasHabit(view) ? " Start with one small change." : "")}",
        _ => HasHabit(view) ? "Nothing looks urgent. Here is one thing to try first." : "Nothing looks urgent. Asking comes first.",
    };

    public static string CardTitle(TriageTier tier) => tier switch
    {
        TriageTier.Soon => "Book a doctor within two weeks, and say which answers led here",
        TriageTier.Routine => "Book a routine visit in the next few weeks",
        _ => "Nothing you told us needs a visit right now",
    };

    /// <summary>One answer in a line of reasons: a line of a list says what it is by itself, and "Yes" does not.</summary>
    public static string InShort(AnswerInWords answer) =>
        answer.Item.Type == ItemType.MultipleChoice ? answer.Line
        : $"{SummaryLabels.Of(answer.Item.LinkId) ?? answer.Item.Text.TrimEnd('?')}: {answer.Line}";

    /// <summary>The day on which a week of the plan begins, counted from the day the plan was made.</summary>
    /// <param name="week">The first is 0.</param>
    public static DateOnly WeekBegins(ResultView view, int week) => view.Answered.AddDays(week * DaysInWeek);

    /// <summary>What a week says in which nothing new begins; null where what begins says enough.</summary>
    public static string? Keep(ResultView view, int week, bool begins)
    {
        var begun = view.Decision.Weeks.Take(week).SelectMany(earlier => earlier).Any(suggestion => view.Decision.First.All(first => first.Suggestion != suggestion));
        return week == 0 ? null
            : view.Decision.IsFirstStepAlone ? "Nothing new until you are well."
            : begins ? week == 2 ? "Answer the safety questions again before you go on." : null
            : view.Decision.Tier == TriageTier.Soon ? week == 1 ? "Be seen by the end of this week." : begun ? "Keep going. What the visit found decides what comes next." : "What the visit found decides what comes next."
            : begun ? "Keep going." : "Nothing new this week.";
    }

    public static string Today(ResultView view) => view.Decision.Tier switch
    {
        TriageTier.Soon => "Call to book, and say how soon you need to be seen.",
        TriageTier.Routine => view.Decision.First.Any(planned => planned.Suggestion.Id == CeliacTest && planned.State == SuggestionState.Ok)
            ? "Call to book. Keep eating bread and pasta the way you usually do."
            : "Call to book. Change nothing else today.",
        _ => "Nothing has to happen today.",
    };

    public static string ThisWeek(ResultView view)
    {
        var habits = view.Decision.Weeks[0].Where(suggestion => view.Decision.First.All(first => first.Suggestion != suggestion)).ToArray();
        return habits.Length > 0 ? string.Join(" ", habits.Select(habit => $"{habit.Text.Title}."))
            : view.Decision.Tier == TriageTier.Soon ? "Start nothing new until you have been seen."
            : "Go on as you do.";
    }

    public static string AtYourVisit(ResultView view) =>
        view.Decision.First.Count > 0 ? "Bring the summary of your answers, and ask for what is on your list."
        : view.Decision.Tier == TriageTier.SelfCare ? "Your answers call for no visit. If something changes, answer again."
        : "Bring the summary of your answers.";

    /// <summary>The day by which a visit of the tier "soon" should be; null for every other.</summary>
    public static DateOnly? SeenBy(ResultView view) => view.Decision.Tier == TriageTier.Soon ? view.Answered.AddDays(DaysUntilSoon) : null;

    public static string VisitBy(ResultView view) => SeenBy(view) is { } day
        ? $"Be seen by {SpokenDate.Of(day)}. One visit is enough to bring up all of these."
        : view.Decision.Tier == TriageTier.Routine ? "In the next few weeks. One visit is enough to bring up all of these."
        : "There is no rush. Bring these up at your next visit, or ask a pharmacist.";

    private static bool HasHabit(ResultView view) =>
        view.Decision.Weeks.SelectMany(week => week).Any(suggestion => view.Decision.First.All(first => first.Suggestion != suggestion));
}
