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
    /// <summary>What the person said the time before; null the first time.</summary>
    public EarlierConsultation? Earlier { get; init; }

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

    /// <summary>With some answers said again as they are, and some pages to be asked once more.</summary>
    public ConsultationContent WithRenewed(IEnumerable<string> confirmed, IEnumerable<string> again, DateTimeOffset now)
    {
        var times = AnsweredAt.ToDictionary(StringComparer.Ordinal);
        foreach (var linkId in confirmed)
        {
            times[linkId] = now;
        }

        return this with { AnsweredAt = times, SeenPages = SeenPages.Except(again).ToHashSet(StringComparer.Ordinal) };
    }
}

/// <summary>A consultation that another has followed: kept with that one, to compare the two, and deleted with it.</summary>
/// <param name="RulesetHash">The rules it was taken under, whose words it was answered in.</param>
public sealed record EarlierConsultation(string RulesetHash, Answers Answers, DateTimeOffset ChangedAt);

/// <param name="Values">As sent, by linkId.</param>
/// <param name="Seen">What the person had been shown as saved when they sent it; null when they did not say.</param>
public sealed record PageDraft(string Page, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Seen = null);
