using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>Every condition of a ruleset with the rule, page or question that it stands under, and its id.</summary>
internal static class AllConditions
{
    /// <summary>Safety conditions are those of states, flags and hard rules: they decide tiers and states.</summary>
    public static IEnumerable<(string Rule, object Thing, Condition Condition, bool IsSafety)> Of(Ruleset ruleset) =>
    [
        .. ruleset.States.Select(state => (state.Id, (object)state, state.When, true)),
        .. ruleset.Flags.Select(flag => (flag.Id, (object)flag, flag.When, true)),
        .. ruleset.HardRules.Where(rule => rule.When is not null).Select(rule => (rule.Id, (object)rule, rule.When!, true)),
        .. ruleset.Suggestions.Select(suggestion => (suggestion.Id, (object)suggestion, suggestion.Relevant, false)),
        .. ruleset.Suggestions.Where(suggestion => suggestion.FirstStepWhen is not null).Select(suggestion => (suggestion.Id, (object)suggestion, suggestion.FirstStepWhen!, false)),
        .. ruleset.Scoring.Points.Select(points => (points.Phase, (object)points, points.When, false)),
        .. ruleset.Scoring.Selection.Conditions().Select(condition => ("selection", (object)ruleset.Scoring, condition, false)),
        .. ruleset.Questionnaire.Pages.Where(page => page.EnabledWhen is not null).Select(page => (page.Id, (object)page, page.EnabledWhen!, false)),
        .. ruleset.Questionnaire.Items.Where(item => item.EnabledWhen is not null).Select(item => (item.LinkId, (object)item, item.EnabledWhen!, false)),
        .. ruleset.Questionnaire.Stops.Select(stop => (stop.Card, (object)stop, stop.When, false)),
    ];
}
