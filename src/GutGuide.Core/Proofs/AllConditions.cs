using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>Every condition of a ruleset with the id it stands under.</summary>
internal static class AllConditions
{
    /// <summary>Safety conditions are those of states, flags and hard rules: they decide tiers and states.</summary>
    public static IEnumerable<(string Rule, Condition Condition, bool IsSafety)> Of(Ruleset ruleset) =>
    [
        .. ruleset.States.Select(state => (state.Id, state.When, true)),
        .. ruleset.Flags.Select(flag => (flag.Id, flag.When, true)),
        .. ruleset.HardRules.Where(rule => rule.When is not null).Select(rule => (rule.Id, rule.When!, true)),
        .. ruleset.Suggestions.Select(suggestion => (suggestion.Id, suggestion.Relevant, false)),
        .. ruleset.Suggestions.Where(suggestion => suggestion.FirstStepWhen is not null).Select(suggestion => (suggestion.Id, suggestion.FirstStepWhen!, false)),
        .. ruleset.Scoring.Points.Select(points => (points.Phase, points.When, false)),
        .. ruleset.Scoring.Selection.Conditions().Select(condition => ("selection", condition, false)),
        .. ruleset.Questionnaire.Pages.Where(page => page.EnabledWhen is not null).Select(page => (page.Id, page.EnabledWhen!, false)),
        .. ruleset.Questionnaire.Items.Where(item => item.EnabledWhen is not null).Select(item => (item.LinkId, item.EnabledWhen!, false)),
        .. ruleset.Questionnaire.Stops.Select(stop => (stop.Card, stop.When, false)),
    ];
}
