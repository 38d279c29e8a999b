using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Web.Tests.Fhir;

/// <summary>Which questions Core asks, with the rules taken away: no emergency ends the questions, but stops do.</summary>
public sealed class AskedByCore
{
    private readonly QuestionFlow _flow;

    public AskedByCore(Questionnaire questionnaire)
    {
        var bare = questionnaire with { Pages = [.. questionnaire.Pages.Select(page => page with { Items = [.. page.Items.Select(Bare)] })] };
        var scoring = new ScoringRules([], 5, 3, 1, [], [], null);
        _flow = new QuestionFlow(new TriageScorer(new Ruleset("bare", "1", bare, [], [], [], [], [], [], [], [], scoring, [], [], [])));
    }

    /// <summary>LinkIds in their order.</summary>
    public IReadOnlyList<string> LinkIds(Answers answers) =>
        [.. _flow.Pages(answers).SelectMany(page => _flow.Items(page, answers)).Select(item => item.LinkId)];

    private static QuestionnaireItem Bare(QuestionnaireItem item) =>
        item with { Section = null, Options = [.. item.Options.Select(option => option with { Sets = [] })] };
}
