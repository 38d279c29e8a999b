using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;

namespace GutGuide.Web.Features.Consultation.ComingBack;

/// <summary>Answers given too long ago for a plan to rest on them.</summary>
/// <param name="Again">Pages to be asked again: they are about now, or about weeks that have passed.</param>
/// <param name="Lasting">What seldom changes, and may be said to be still true as it stands.</param>
public sealed record OldAnswers(IReadOnlyList<QuestionnairePage> Again, IReadOnlyList<OldAnswer> Lasting)
{
    public const int DaysKept = 14;

    private const string WhichSuffix = "-which";

    /// <summary>
    /// The rest is asked again, also where most people would say the same: operations, tests and medicines are what changes
    /// between two visits.
    /// </summary>
    private static readonly HashSet<string> LastingPages = new(StringComparer.Ordinal)
    {
        "start", "about", "c-bowel", "c-liver", "c-heart", "c-kidney", "c-brain", "c-allergy", "goal",
    };

    public bool Any => Again.Count + Lasting.Count > 0;

    public static OldAnswers Of(RulesetScoring rules, ConsultationContent content, DateTimeOffset now)
    {
        var oldest = now - TimeSpan.FromDays(DaysKept);
        var old = rules.Engine.Scorer.Assess(content.Answers).Live
            .Where(linkId => content.AnsweredAt.GetValueOrDefault(linkId) < oldest)
            .ToHashSet(StringComparer.Ordinal);
        var pages = rules.Ruleset.Questionnaire.Pages.Where(page => page.Items.Any(item => old.Contains(item.LinkId))).ToLookup(Lasts);
        return new OldAnswers(
            [.. pages[false]],
            [.. pages[true].SelectMany(page => page.Items.Where(item => old.Contains(item.LinkId)).Select(item => new OldAnswer(
                page,
                AnswerWords.Of(item, content.Answers[item.LinkId]!),
                content.AnsweredAt.GetValueOrDefault(item.LinkId))))]);
    }

    private static bool Lasts(QuestionnairePage page) =>
        LastingPages.Contains(page.Id.EndsWith(WhichSuffix, StringComparison.Ordinal) ? page.Id[..^WhichSuffix.Length] : page.Id);
}

public sealed record OldAnswer(QuestionnairePage Page, AnswerInWords Answer, DateTimeOffset AnsweredAt);
