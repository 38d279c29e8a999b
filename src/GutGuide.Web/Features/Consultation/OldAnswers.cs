using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Consultation;

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
    private static readonly HashSet<string> LastingQuestions = new(StringComparer.Ordinal)
    {
        "who", "region", "age", "body", "goal",
        "c-bowel", "c-bowel-more", "c-liver", "c-heart", "c-kidney", "thyroid", "c-brain", "c-allergy",
    };

    public bool Any => Again.Count + Lasting.Count > 0;

    public static OldAnswers Of(RulesetScoring rules, ConsultationContent content, DateTimeOffset now)
    {
        var oldest = now - TimeSpan.FromDays(DaysKept);
        var old = rules.Engine.Scorer.Assess(content.Answers).Live
            .Where(linkId => content.AnsweredAt.GetValueOrDefault(linkId) < oldest)
            .ToHashSet(StringComparer.Ordinal);
        var asked = rules.Ruleset.Questionnaire.Pages
            .SelectMany(page => page.Items.Where(item => old.Contains(item.LinkId)).Select(item => (Page: page, Item: item)))
            .ToLookup(asked => Lasts(asked.Item));
        return new OldAnswers(
            [.. asked[false].Select(again => again.Page).Distinct()],
            [.. asked[true].Select(kept => new OldAnswer(
                kept.Page,
                AnswerWords.Of(kept.Item, content.Answers[kept.Item.LinkId]!),
                content.AnsweredAt.GetValueOrDefault(kept.Item.LinkId)))]);
    }

    private static bool Lasts(QuestionnaireItem item) => LastingQuestions.Contains(
        item.LinkId.EndsWith(WhichSuffix, StringComparison.Ordinal) ? item.LinkId[..^WhichSuffix.Length] : item.LinkId);
}

public sealed record OldAnswer(QuestionnairePage Page, AnswerInWords Answer, DateTimeOffset AnsweredAt);
