using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Tests.Building;

/// <summary>Copies of a ruleset in which one rule is changed, added or taken out. A rule that is not there is a mistake in the test.</summary>
public static class RulesetEdits
{
    public static Ruleset WithFlag(this Ruleset ruleset, string id, Func<RedFlag, RedFlag> change) =>
        ruleset with { Flags = Changed(ruleset.Flags, flag => flag.Id == id, change) };

    public static Ruleset WithState(this Ruleset ruleset, string id, Func<PatientState, PatientState> change) =>
        ruleset with { States = Changed(ruleset.States, state => state.Id == id, change) };

    public static Ruleset WithSuggestion(this Ruleset ruleset, string id, Func<Suggestion, Suggestion> change) =>
        ruleset with { Suggestions = Changed(ruleset.Suggestions, suggestion => suggestion.Id == id, change) };

    public static Ruleset WithClass(this Ruleset ruleset, string id, Func<SuggestionClass, SuggestionClass> change) =>
        ruleset with { Classes = Changed(ruleset.Classes, suggestionClass => suggestionClass.Id == id, change) };

    public static Ruleset WithHardRule(this Ruleset ruleset, string id, Func<HardRule, HardRule> change) =>
        ruleset with { HardRules = Changed(ruleset.HardRules, rule => rule.Id == id, change) };

    public static Ruleset WithInvariant(this Ruleset ruleset, string id, Func<Invariant, Invariant> change) =>
        ruleset with { Invariants = Changed(ruleset.Invariants, invariant => invariant.Id == id, change) };

    public static Ruleset WithFact(this Ruleset ruleset, string id, Func<FactDefinition, FactDefinition> change) =>
        ruleset with { Facts = Changed(ruleset.Facts, fact => fact.Id == id, change) };

    public static Ruleset WithSection(this Ruleset ruleset, string id, Func<ScoreSection, ScoreSection> change) =>
        ruleset with { Scoring = ruleset.Scoring with { Sections = Changed(ruleset.Scoring.Sections, section => section.Id == id, change) } };

    public static Ruleset WithPage(this Ruleset ruleset, string id, Func<QuestionnairePage, QuestionnairePage> change) =>
        ruleset with { Questionnaire = ruleset.Questionnaire with { Pages = Changed(ruleset.Questionnaire.Pages, page => page.Id == id, change) } };

    public static Ruleset WithItem(this Ruleset ruleset, string linkId, Func<QuestionnaireItem, QuestionnaireItem> change)
    {
        var page = ruleset.Questionnaire.Pages.Single(page => page.Items.Any(item => item.LinkId == linkId));
        return ruleset.WithPage(page.Id, page => page with { Items = Changed(page.Items, item => item.LinkId == linkId, change) });
    }

    public static Ruleset WithOption(this Ruleset ruleset, string linkId, string code, Func<AnswerOption, AnswerOption> change) =>
        ruleset.WithItem(linkId, item => item with { Options = Changed(item.Options, option => option.Code == code, change) });

    public static Ruleset WithoutHardRule(this Ruleset ruleset, string id) =>
        ruleset with { HardRules = Without(ruleset.HardRules, rule => rule.Id == id) };

    public static Ruleset WithoutConflict(this Ruleset ruleset, string id) =>
        ruleset with { Conflicts = Without(ruleset.Conflicts, group => group.Id == id) };

    public static Ruleset WithoutInvariant(this Ruleset ruleset, string id) =>
        ruleset with { Invariants = Without(ruleset.Invariants, invariant => invariant.Id == id) };

    public static Ruleset WithoutClass(this Ruleset ruleset, string id) =>
        ruleset with { Classes = Without(ruleset.Classes, suggestionClass => suggestionClass.Id == id) };

    /// <summary>Takes out the pinned examples of a rule that fit.</summary>
    public static Ruleset WithoutEdges(this Ruleset ruleset, string rule, Func<PinnedExample, bool> fits) =>
        ruleset with { Edges = [.. ruleset.Edges.Where(edge => edge.Rule != rule || !fits(edge))] };

    public static TriggerSet Without(this TriggerSet triggers, string id) => triggers.Reasons.ContainsKey(id)
        ? triggers with { Reasons = triggers.Reasons.Where(reason => reason.Key != id).ToDictionary() }
        : throw new InvalidOperationException($"There is no trigger {id}.");

    public static TriggerSet With(this TriggerSet triggers, string id, string reason = "A reason.") =>
        new(new Dictionary<string, string>(triggers.Reasons) { [id] = reason }, triggers.Sources.Count > 0 ? triggers.Sources : ["rule-001"]);

    private static T[] Changed<T>(IReadOnlyList<T> all, Func<T, bool> isMeant, Func<T, T> change)
    {
        _ = all.Single(isMeant);
        return [.. all.Select(one => isMeant(one) ? change(one) : one)];
    }

    private static T[] Without<T>(IReadOnlyList<T> all, Func<T, bool> isMeant)
    {
        _ = all.Single(isMeant);
        return [.. all.Where(one => !isMeant(one))];
    }
}
