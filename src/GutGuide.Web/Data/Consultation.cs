using GutGuide.Core.FollowUp;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Data;

/// <summary>One person's consultation so far.</summary>
/// <param name="RulesetHash">The rules it began under and stays with.</param>
/// <param name="Content">What the person has said.</param>
/// <param name="Revision">Counts saves.</param>
public sealed record Consultation(
    Guid Id,
    string RulesetHash,
    ConsultationContent Content,
    bool IsCompleted,
    int Revision,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>Whether both are of one beginning: neither was begun anew since the other was read.</summary>
    public bool IsOf(Consultation other) => RulesetHash == other.RulesetHash && StartedAt == other.StartedAt;
}

/// <summary>What is kept encrypted.</summary>
/// <param name="AnsweredAt">When each answer was given, by linkId: answers go stale.</param>
/// <param name="SeenPages">Pages that the person has passed, optional ones left blank included.</param>
/// <param name="Draft">What was last sent that could not be accepted, so that nothing typed is lost without script.</param>
public sealed record ConsultationContent(
    Answers Answers,
    IReadOnlyDictionary<string, DateTimeOffset> AnsweredAt,
    IReadOnlySet<string> SeenPages,
    PageDraft? Draft)
{
    /// <summary>Diary and check-ins; null before the first.</summary>
    public FollowUpRecord? FollowUp { get; init; }

    /// <summary>When a question was last answered; a diary entry is no answer. Null before the first.</summary>
    public DateTimeOffset? LastAnsweredAt => AnsweredAt.Count == 0 ? null : AnsweredAt.Values.Max();

    /// <summary>
    /// What the person came with: codes by linkId. No answer: the question shows them ticked, and lets go of them once it is
    /// answered.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Brought { get; init; } = NothingBrought;

    /// <summary>Meals that the person chose instead of those planned: ids by slot.</summary>
    public IReadOnlyDictionary<string, string> MealSwaps { get; init; } = NoSwaps;

    private static IReadOnlyDictionary<string, string> NoSwaps { get; } = new Dictionary<string, string>();

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> NothingBrought { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public static ConsultationContent Empty { get; } =
        new(Answers.None, new Dictionary<string, DateTimeOffset>(), new HashSet<string>(), null);

    /// <summary>With a page's answers in place of what it held before; a null answer takes one away.</summary>
    public ConsultationContent WithPage(string page, IReadOnlyDictionary<string, Answer?> answers, DateTimeOffset now)
    {
        var all = answers.Aggregate(Answers, (sofar, pair) => sofar.With(pair.Key, pair.Value));
        var times = AnsweredAt.Where(pair => !answers.ContainsKey(pair.Key))
            .Concat(answers.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, now)));
        return this with
        {
            Answers = all,
            AnsweredAt = times.ToDictionary(StringComparer.Ordinal),
            SeenPages = SeenPages.Append(page).ToHashSet(StringComparer.Ordinal),
            Draft = null,
            Brought = Brought.Keys.Any(answers.ContainsKey)
                ? Brought.Where(pair => !answers.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal)
                : Brought,
        };
    }

    /// <summary>With what was sent for a page and not accepted, so that the page shows it again.</summary>
    public ConsultationContent WithDraft(PageDraft draft) => this with { Draft = draft };

    /// <summary>With a check-in begun: what it asks again is unanswered, and what it would go back to is kept.</summary>
    /// <param name="carried">The answers that the rules of today still understand.</param>
    public ConsultationContent WithCheckIn(PastResponse before, Answers carried, IReadOnlySet<string> asked, IReadOnlySet<string> pagesAgain, DateOnly planBegan)
    {
        var record = FollowUp ?? FollowUpRecord.Empty;
        return this with
        {
            Answers = asked.Aggregate(carried, (sofar, linkId) => sofar.With(linkId, null)),
            AnsweredAt = AnsweredAt.Where(pair => !asked.Contains(pair.Key) && carried[pair.Key] is not null).ToDictionary(StringComparer.Ordinal),
            SeenPages = SeenPages.Except(pagesAgain).ToHashSet(StringComparer.Ordinal),
            Draft = null,
            Brought = Empty.Brought,
            FollowUp = record with { Begun = new CheckInBegun(before, AnsweredAt, SeenPages, asked), PlanBegan = record.PlanBegan ?? planBegan },
        };
    }

    /// <summary>As it was before the check-in that is under way.</summary>
    public ConsultationContent WithoutCheckIn() => FollowUp?.Begun is { } begun
        ? this with
        {
            Answers = begun.Before.Answers,
            AnsweredAt = begun.AnsweredAt,
            SeenPages = begun.SeenPages,
            Draft = null,
            FollowUp = FollowUp with { Begun = null },
        }
        : this;

    /// <summary>With the check-in that is under way finished.</summary>
    /// <param name="answers">All of them, the new ones in place of the old.</param>
    public ConsultationContent WithCheckInFinished(DateOnly day, Overall? overall, IReadOnlyList<StepReport> steps, Answers answers) => FollowUp?.Begun is { } begun
        ? this with
        {
            Answers = answers,

            // What it did not get to stands as it was, and is as old as it was.
            AnsweredAt = begun.AnsweredAt.Where(pair => answers[pair.Key] is not null && !AnsweredAt.ContainsKey(pair.Key)).Concat(AnsweredAt).ToDictionary(StringComparer.Ordinal),
            SeenPages = SeenPages.Union(begun.SeenPages).ToHashSet(StringComparer.Ordinal),
            Draft = null,
            FollowUp = FollowUp with { Begun = null, CheckIns = [.. FollowUp.CheckIns, new CheckIn(begun.Before, day, overall, steps)] },
        }
        : this;
}

/// <param name="Values">As sent, by linkId.</param>
/// <param name="Seen">What the person had been shown as saved when they sent it; null when they did not say.</param>
public sealed record PageDraft(string Page, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Seen = null);
