using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.FollowUp;

/// <summary>What a person says of one step.</summary>
public enum StepOutcome
{
    NotDone,
    Helped,
    NoChange,
    Worse,

    /// <summary>Not said of the step itself: all in all it got worse, and this was the newest.</summary>
    Stopped,
}

/// <summary>All in all, since the last time. Source: safety rule base sel-15.</summary>
public enum Overall
{
    Better,
    Same,
    Worse,
}

/// <param name="From">When the step began.</param>
public sealed record StepReport(string Suggestion, DateOnly From, StepOutcome Outcome);

/// <summary>What a person said at one time, and under which rules: enough to decide it again exactly.</summary>
public sealed record PastResponse(string RulesetHash, Answers Answers, DateTimeOffset ChangedAt);

/// <summary>A check-in that is finished. Its own answers are those of the response after it, or of the consultation itself.</summary>
/// <param name="Before">What was said before it.</param>
/// <param name="Overall">Null when danger signs ended it.</param>
public sealed record CheckIn(PastResponse Before, DateOnly Day, Overall? Overall, IReadOnlyList<StepReport> Steps);

/// <summary>A check-in that has begun, with what it would go back to.</summary>
/// <param name="AnsweredAt">When each answer before it was given, by linkId.</param>
/// <param name="SeenPages">Pages passed before it.</param>
/// <param name="Asked">LinkIds that it asks again.</param>
public sealed record CheckInBegun(
    PastResponse Before,
    IReadOnlyDictionary<string, DateTimeOffset> AnsweredAt,
    IReadOnlySet<string> SeenPages,
    IReadOnlySet<string> Asked)
{
    /// <summary>The answers before it with the new ones in their place: what nothing new is said of stays as it was.</summary>
    /// <param name="without">LinkIds of questions that only a new answer counts for.</param>
    public Answers Over(Answers now, Questionnaire questionnaire, IReadOnlySet<string>? without = null) => questionnaire.Items.Aggregate(
        now,
        (sofar, item) => sofar[item.LinkId] is null && Asked.Contains(item.LinkId) && without?.Contains(item.LinkId) != true && Before.Answers[item.LinkId] is { } earlier && item.Fits(earlier)
            ? sofar.With(item.LinkId, earlier)
            : sofar);
}
