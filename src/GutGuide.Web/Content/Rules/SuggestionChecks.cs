using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>What holds suggestions back, what they name, and whatever names them.</summary>
internal sealed class SuggestionChecks(RuleNames names)
{
    private static readonly (string Path, int Line) ScoringFile = ("content/consultation/scoring.yaml", 1);

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

            CheckGoals(suggestion);
            CheckPhase(suggestion);
            if (suggestion is { Class: "restrict", Ends: null })
            {
                names.Error(suggestion.Id, $"{suggestion.Id} is a restriction without \"ends\"; say after how many days it ends and how food comes back");
            }
        }
    }

    private void CheckGoals(Suggestion suggestion)
    {
        string[] codes = names.Ruleset.Scoring.Goal is { } goal && names.Items.TryGetValue(goal.Question, out var item) ? [.. item.Options.Select(option => option.Code)] : [];
        foreach (var code in suggestion.Goals.Where(code => !codes.Contains(code)))
        {
            names.Unknown(suggestion.Id, $"answer to \"{names.Ruleset.Scoring.Goal?.Question ?? "goals"}\" (goals)", code, codes);
        }
    }

    /// <summary>The part "first" holds tests and talks only; a habit there would be shown nowhere.</summary>
    private void CheckPhase(Suggestion suggestion)
    {
        if (suggestion.Phase == Ruleset.Phases[0] && names.Ruleset.Classes.FirstOrDefault(suggestionClass => suggestionClass.Id == suggestion.Class) is { Kind: not (SuggestionKind.Test or SuggestionKind.Talk) })
        {
            names.Error(suggestion.Id, $"{suggestion.Id} stands in \"first\", which holds tests and talks only; give it the class test or talk, or another phase");
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

        var scoring = names.Ruleset.Scoring;
        CheckNames(ScoringFile, scoring.Selection.Suggestions(), []);
        foreach (var phase in (scoring.Selection.StayingWell?.Phases ?? []).Where(phase => !Ruleset.Phases.Skip(1).Contains(phase)))
        {
            names.Unknown(ScoringFile, "phase (staying-well)", phase, Ruleset.Phases.Skip(1));
        }

        if (scoring.Goal is { } goal && !names.Items.ContainsKey(goal.Question))
        {
            names.Unknown(ScoringFile, "question (goals)", goal.Question, names.Items.Keys);
        }

        foreach (var points in names.Ruleset.Scoring.Points.Where(points => !Ruleset.Phases.Contains(points.Phase)))
        {
            names.Unknown(names.Things.Of(points), "phase", points.Phase, Ruleset.Phases);
        }
    }

    private void CheckNames(string id, IEnumerable<string> suggestions, IEnumerable<string> classes) => CheckNames(names.PlaceOf(id), suggestions, classes);

    private void CheckNames((string Path, int Line) place, IEnumerable<string> suggestions, IEnumerable<string> classes)
    {
        foreach (var suggestion in suggestions.Where(suggestion => !names.Suggestions.Contains(suggestion)))
        {
            names.Unknown(place, "suggestion", suggestion, names.Suggestions);
        }

        foreach (var unknown in classes.Where(name => !names.Classes.Contains(name)))
        {
            names.Unknown(place, "class", unknown, names.Classes);
        }
    }
}
