using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>What holds suggestions back, what they name, and whatever names them.</summary>
internal sealed class SuggestionChecks(RuleNames names)
{
    public void Check()
    {
        CheckClasses();
        CheckSuggestions();
        CheckNamedSuggestions();
    }

    private void CheckClasses()
    {
        foreach (var suggestionClass in names.Ruleset.Classes)
        {
            CheckTriggers(suggestionClass.Id, suggestionClass.Never);
            CheckTriggers(suggestionClass.Id, suggestionClass.Ask);
        }
    }

    private void CheckSuggestions()
    {
        foreach (var suggestion in names.Ruleset.Suggestions)
        {
            CheckTriggers(suggestion.Id, suggestion.Never);
            CheckTriggers(suggestion.Id, suggestion.Ask);
            if (!Ruleset.Phases.Contains(suggestion.Phase))
            {
                names.Unknown(suggestion.Id, "phase", suggestion.Phase, Ruleset.Phases);
            }

            if (!names.Classes.Contains(suggestion.Class))
            {
                names.Unknown(suggestion.Id, "class", suggestion.Class, names.Classes);
            }

            if (suggestion.Substitute is { } substitute && !names.Suggestions.Contains(substitute))
            {
                names.Unknown(suggestion.Id, "suggestion (substitute)", substitute, names.Suggestions);
            }

            if (suggestion is { Class: "restrict", Ends: null })
            {
                names.Error(suggestion.Id, $"{suggestion.Id} is a restriction without \"ends\"; say after how many days it ends and how food comes back");
            }
        }
    }

    private void CheckTriggers(string id, TriggerSet triggers)
    {
        foreach (var trigger in triggers.Reasons.Keys.Where(trigger => !names.OwnFacts.Contains(trigger)))
        {
            names.Unknown(id, "state or red flag", trigger, names.Triggers);
        }

        if (triggers.Reasons.Count > 0 && triggers.Sources.Count == 0)
        {
            names.Error(id, $"{id} lists triggers without sources; name them in \"never-sources\" or \"ask-sources\"");
        }
    }

    private void CheckNamedSuggestions()
    {
        foreach (var rule in names.Ruleset.HardRules)
        {
            CheckNames(rule.Id, rule.Never.Concat(rule.Show), rule.NeverClasses);
        }

        foreach (var group in names.Ruleset.Conflicts)
        {
            CheckNames(group.Id, group.Of.Concat(group.Pairs.SelectMany(pair => pair)), []);
        }

        foreach (var ceiling in names.Ruleset.Ceilings)
        {
            CheckNames(ceiling.Id, ceiling.Suggestions, []);
        }

        foreach (var invariant in names.Ruleset.Invariants)
        {
            CheckNames(
                invariant.Id,
                invariant.Shown.Concat(invariant.NotShown).Concat(invariant.NotOk),
                invariant.OnlyClasses.Concat(invariant.NotOkClasses).Concat(invariant.NotShownClasses));
        }

        foreach (var points in names.Ruleset.Scoring.Points.Where(points => !Ruleset.Phases.Contains(points.Phase)))
        {
            names.Unknown(names.Things.Of(points), "phase", points.Phase, Ruleset.Phases);
        }
    }

    private void CheckNames(string id, IEnumerable<string> suggestions, IEnumerable<string> classes)
    {
        foreach (var suggestion in suggestions.Where(suggestion => !names.Suggestions.Contains(suggestion)))
        {
            names.Unknown(id, "suggestion", suggestion, names.Suggestions);
        }

        foreach (var unknown in classes.Where(name => !names.Classes.Contains(name)))
        {
            names.Unknown(id, "class", unknown, names.Classes);
        }
    }
}
