using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.FollowUp;

/// <summary>What a check-in asks again, and what follows from it.</summary>
/// <param name="AfterDays">Days after the plan began on which a check-in is due.</param>
/// <param name="StaleDays">How old danger signs and symptoms may be for a plan to rest on them. Source: safety rule base hr-14.</param>
/// <param name="Danger">LinkIds of the danger signs: asked at each check-in, before all else.</param>
/// <param name="Symptoms">LinkIds of what else is asked at each.</param>
/// <param name="RenewDays">How old an answer to <paramref name="Renew"/> may be.</param>
/// <param name="Renew">LinkIds of what changes more slowly: medicines, pregnancy.</param>
/// <param name="Kept">Answers that a later "no" does not take back, for what they stand for is for life.</param>
/// <param name="TriedDays">How long a step is tried before "no change" counts. Source: hr-20.</param>
/// <param name="RestDays">How long a step that was dropped does not come back.</param>
/// <param name="TalkAfter">After how many steps without help a talk comes first. Source: sel-15.</param>
/// <param name="Talks">Suggestions of which the first that is allowed then stands first.</param>
public sealed record CheckInRules(
    IReadOnlyList<int> AfterDays,
    int StaleDays,
    IReadOnlyList<string> Danger,
    IReadOnlyList<string> Symptoms,
    int RenewDays,
    IReadOnlyList<string> Renew,
    IReadOnlyList<KeptAnswer> Kept,
    int TriedDays,
    int RestDays,
    int TalkAfter,
    IReadOnlyList<string> Talks)
{
    /// <summary>Of no content at all.</summary>
    public static CheckInRules Empty { get; } = new([], 14, [], [], 28, [], [], 28, 90, 2, []);

    /// <summary>
    /// LinkIds that a check-in asks again: danger signs and symptoms always, the rest when the answer is old. The question which
    /// lines of a list one is not sure about goes with its list.
    /// </summary>
    public IReadOnlySet<string> AskedAgain(Questionnaire questionnaire, Func<string, DateTimeOffset?> answeredAt, DateTimeOffset now)
    {
        var oldest = now - TimeSpan.FromDays(RenewDays);
        var asked = Danger.Concat(Symptoms).Concat(Renew.Where(linkId => answeredAt(linkId) is { } at && at <= oldest)).ToHashSet(StringComparer.Ordinal);
        return questionnaire.Items
            .Where(item => asked.Contains(item.LinkId) || (item.DoubtsOf is { } list && asked.Contains(list)))
            .Select(item => item.LinkId)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A new answer with what stays true of the one before.</summary>
    /// <param name="before">What was said before the check-in.</param>
    public Answer? WithKept(QuestionnaireItem item, Answer? now, Answers before)
    {
        var kept = Kept.Where(answer => answer.Question == item.LinkId && before[answer.Question]?.Has(answer.Code) == true).Select(answer => answer.Code).ToArray();
        return now is null || kept.Length == 0 ? now : Answer.Of([.. now.Codes.Where(code => item.Option(code) is not { Exclusive: true }), .. kept]);
    }
}

public sealed record KeptAnswer(string Question, string Code);
