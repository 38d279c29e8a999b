using FluentValidation;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using GutGuide.Web.Features.Consultation;

namespace GutGuide.Web.Features.Editing.Desk.Previews;

/// <summary>
/// A walk through the questionnaire that lives in its own form: each page carries what was answered before in hidden fields, so
/// that nothing is saved and no answer stands in an address.
/// </summary>
/// <param name="Given">Answers so far, to carry on.</param>
/// <param name="Page">The page to ask; null at the end.</param>
/// <param name="Values">What was sent for the page, to show again.</param>
/// <param name="Problems">By linkId.</param>
/// <param name="Decision">At the end: what this person is told and shown.</param>
public sealed record PreviewWalk(
    Answers Given,
    QuestionnairePage? Page,
    IReadOnlyList<QuestionnaireItem> Items,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyDictionary<string, string> Problems,
    Decision? Decision)
{
    /// <summary>Hidden field that names the page that was asked.</summary>
    public const string PageField = "page";

    /// <summary>Stands before the linkId of an earlier answer.</summary>
    public const string EarlierPrefix = "given-";

    private static readonly PageSubmissionValidator Validator = new();

    public static PreviewWalk Start(Ruleset ruleset)
    {
        var engine = new DecisionEngine(ruleset);
        return Next(engine, new QuestionFlow(engine.Scorer), Answers.None, new HashSet<string>());
    }

    /// <param name="sent">The form, field by field. What the questionnaire does not have is left out.</param>
    public static PreviewWalk Continue(Ruleset ruleset, IReadOnlyDictionary<string, IReadOnlyList<string>> sent)
    {
        var engine = new DecisionEngine(ruleset);
        var flow = new QuestionFlow(engine.Scorer);
        var given = Read(flow, ruleset.Questionnaire, sent);
        var asked = sent.GetValueOrDefault(PageField) is [var id, ..] ? id : null;
        if (flow.Pages(given).FirstOrDefault(page => page.Id == asked) is not { } page)
        {
            return Next(engine, flow, given, new HashSet<string>());
        }

        var submission = new PageSubmission(flow, page, given, sent);
        var faults = Validator.Validate(submission).Errors.DistinctBy(fault => fault.PropertyName).ToDictionary(fault => fault.PropertyName, fault => fault.ErrorMessage, StringComparer.Ordinal);
        if (faults.Count > 0)
        {
            return new PreviewWalk(given, page, submission.Items, page.Items.ToDictionary(item => item.LinkId, item => submission.ValuesOf(item.LinkId)), faults, null);
        }

        var answers = submission.Answers().Aggregate(given, (all, answer) => all.With(answer.Key, answer.Value));
        var pages = flow.Pages(answers).Select(other => other.Id).ToList();
        return Next(engine, flow, answers, pages.Take(pages.IndexOf(page.Id) + 1).ToHashSet());
    }

    private static PreviewWalk Next(DecisionEngine engine, QuestionFlow flow, Answers answers, IReadOnlySet<string> seen)
    {
        var page = flow.Next(answers, seen);
        return new PreviewWalk(
            answers,
            page,
            page is null ? [] : flow.Items(page, answers),
            new Dictionary<string, IReadOnlyList<string>>(),
            new Dictionary<string, string>(),
            page is null ? engine.Decide(answers) : null);
    }

    private static Answers Read(QuestionFlow flow, Questionnaire questionnaire, IReadOnlyDictionary<string, IReadOnlyList<string>> sent)
    {
        var earlier = sent.Where(field => field.Key.StartsWith(EarlierPrefix, StringComparison.Ordinal)).ToDictionary(field => field.Key[EarlierPrefix.Length..], field => field.Value, StringComparer.Ordinal);
        return questionnaire.Pages.Aggregate(Answers.None, (all, page) =>
        {
            var submission = new PageSubmission(flow, page, all, earlier);
            return Validator.Validate(submission).IsValid ? submission.Combine(all) : all;
        });
    }
}
