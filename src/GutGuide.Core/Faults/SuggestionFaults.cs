using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>What holds suggestions back, what they name, and whatever names them.</summary>
internal sealed class SuggestionFaults(RulesetFaults faults, RuleNames names)
{
    private static readonly string[] FivePhases = [.. Ruleset.Phases.Skip(1)];

    private readonly Ruleset _ruleset = names.Ruleset;

    public void Find()
    {
        foreach (var suggestionClass in _ruleset.Classes)
        {
            FindTriggers(suggestionClass, suggestionClass.Id, suggestionClass.Never, suggestionClass.Ask);
        }

        foreach (var suggestion in _ruleset.Suggestions)
        {
            FindIn(suggestion);
        }

        FindNamed();
        FindScoring();
    }

    private void FindIn(Suggestion suggestion)
    {
        var id = suggestion.Id;
        FindTriggers(suggestion, id, suggestion.Never, suggestion.Ask);
        faults.Known([suggestion.Phase], Ruleset.Phases, NameKind.Phase, "phase", suggestion, id);
        faults.Known([suggestion.Class], names.Classes, NameKind.Class, "class", suggestion, id);
        if (suggestion.Substitute is { } substitute)
        {
            faults.Known([substitute], names.Suggestions, NameKind.Suggestion, "suggestion (substitute)", suggestion, id);
        }

        var goal = _ruleset.Scoring.Goal?.Question;
        string[] codes = goal is not null && names.Items.TryGetValue(goal, out var item) ? [.. item.Options.Select(option => option.Code)] : [];
        faults.Known(suggestion.Goals, codes, NameKind.Question, $"answer to \"{goal ?? "goals"}\" (goals)", suggestion, id);

        // A habit in the part "first" would be shown nowhere.
        var kind = _ruleset.Classes.FirstOrDefault(suggestionClass => suggestionClass.Id == suggestion.Class)?.Kind;
        faults.Expect(
            suggestion.Phase != Ruleset.Phases[0] || kind is null or SuggestionKind.Test or SuggestionKind.Talk,
            FaultClaim.Editing, suggestion, id, $"{id} stands in \"first\", which holds tests and talks only; give it the class test or talk, or another phase");
        faults.Expect(
            suggestion is not { Class: "restrict", Ends: null },
            FaultClaim.Editing, suggestion, id, $"{id} is a restriction without \"ends\"; say after how many days it ends and how food comes back");
    }

    private void FindTriggers(object thing, string id, params ReadOnlySpan<TriggerSet> sets)
    {
        foreach (var triggers in sets)
        {
            faults.Known(triggers.Reasons.Keys, names.Triggers, NameKind.Trigger, "state or red flag", thing, id);
            faults.Expect(
                triggers.Reasons.Count == 0 || triggers.Sources.Count > 0,
                FaultClaim.Names, thing, id, $"{id} lists triggers without sources; name them in \"never-sources\" or \"ask-sources\"");
        }
    }

    private void FindNamed()
    {
        foreach (var rule in _ruleset.HardRules)
        {
            Known(rule, rule.Id, rule.Never.Concat(rule.Show), rule.NeverClasses);
        }

        foreach (var group in _ruleset.Conflicts)
        {
            Known(group, group.Id, group.Of.Concat(group.Pairs.SelectMany(pair => pair)), []);
        }

        foreach (var ceiling in _ruleset.Ceilings)
        {
            Known(ceiling, ceiling.Id, ceiling.Suggestions, []);
        }

        foreach (var invariant in _ruleset.Invariants)
        {
            Known(
                invariant,
                invariant.Id,
                invariant.Shown.Concat(invariant.NotShown).Concat(invariant.NotOk),
                invariant.OnlyClasses.Concat(invariant.NotOkClasses).Concat(invariant.NotShownClasses));
        }
    }

    private void FindScoring()
    {
        var scoring = _ruleset.Scoring;
        Known(scoring, "scoring", scoring.Selection.Suggestions(), []);
        faults.Known(scoring.Selection.StayingWell?.Phases ?? [], FivePhases, NameKind.Phase, "phase (staying-well)", scoring, "scoring");
        foreach (var points in scoring.Points)
        {
            faults.Known([points.Phase], FivePhases, NameKind.Phase, "phase", points, "scoring", scoring);
        }

        if (scoring.Goal is { } goal)
        {
            faults.Known([goal.Question], names.Items.Keys, NameKind.Question, "question (goals)", scoring, "scoring");
        }
    }

    private void Known(object thing, string id, IEnumerable<string> suggestions, IEnumerable<string> classes)
    {
        faults.Known(suggestions, names.Suggestions, NameKind.Suggestion, "suggestion", thing, id);
        faults.Known(classes, names.Classes, NameKind.Class, "class", thing, id);
    }
}
