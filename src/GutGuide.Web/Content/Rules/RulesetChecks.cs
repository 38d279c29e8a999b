using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>Looks up every name that the rule files use, and the order in which they may use them.</summary>
internal sealed class RulesetChecks
{
    private static readonly string[] Certainties = ["yes", "no", "unsure"];

    private readonly Ruleset _ruleset;
    private readonly IReadOnlyDictionary<string, (string Path, int Line)> _places;
    private readonly RulePlaces _things;
    private readonly ContentProblems _problems;
    private readonly Dictionary<string, QuestionnaireItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactDefinition> _facts;
    private readonly ComparisonKinds _kinds;
    private readonly HashSet<string> _ownFacts;
    private readonly HashSet<string> _states;
    private readonly HashSet<string> _flags;
    private readonly HashSet<string> _sections;
    private readonly HashSet<string> _suggestions;
    private readonly HashSet<string> _classes;

    public RulesetChecks(Ruleset ruleset, IReadOnlyDictionary<string, (string Path, int Line)> places, RulePlaces things, ContentProblems problems)
    {
        _things = things;
        _ruleset = ruleset;
        _places = places;
        _problems = problems;
        _facts = ruleset.Facts.DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        _states = [.. ruleset.States.Select(state => state.Id)];
        _flags = [.. ruleset.Flags.Select(flag => flag.Id)];
        _ownFacts = [.. _states, .. _flags];
        _sections = [.. ruleset.Scoring.Sections.Select(section => section.Id)];
        _suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];
        _classes = [.. ruleset.Classes.Select(suggestionClass => suggestionClass.Id)];
        foreach (var item in ruleset.Questionnaire.Items)
        {
            _items.TryAdd(item.LinkId, item);
        }

        _kinds = new ComparisonKinds(_facts, _items);
    }

    private IEnumerable<string> FactNames => _facts.Keys.Concat(_ownFacts);

    private IEnumerable<string> Triggers => _states.Concat(_flags);

    public void Check(IReadOnlyList<Reference> references, IReadOnlyList<(string Fact, string Path, int Line)> factsSet)
    {
        foreach (var reference in references)
        {
            CheckReference(reference);
        }

        foreach (var (fact, path, line) in factsSet.Where(set => !_facts.ContainsKey(set.Fact) && !_ownFacts.Contains(set.Fact)))
        {
            Unknown((path, line), "fact", fact, FactNames);
        }

        CheckQuestionnaire();
        CheckOrder();
        CheckClasses();
        CheckSuggestions();
        CheckNamedSuggestions();
        CheckEdges();
    }

    private void CheckReference(Reference reference)
    {
        switch (reference.Subject)
        {
            case Subject.Question when !_items.TryGetValue(reference.Id, out var item):
                Unknown((reference.Path, reference.Line), "question", reference.Id, _items.Keys);
                break;
            case Subject.Question when reference.Code is { } code && _items[reference.Id] is { } item && item.Option(code) is null:
                Unknown((reference.Path, reference.Line), $"answer to {item.LinkId}", code, item.Options.Select(option => option.Code));
                break;
            case Subject.Fact when !_facts.ContainsKey(reference.Id) && !_ownFacts.Contains(reference.Id):
                Unknown((reference.Path, reference.Line), "fact", reference.Id, FactNames);
                break;
            case Subject.Fact when reference.Code is { } code && ValuesOf(reference.Id) is { } values && !values.Contains(code):
                Unknown((reference.Path, reference.Line), $"value of the fact {reference.Id}", code, values);
                break;
            case Subject.Section when !_sections.Contains(reference.Id):
                Unknown((reference.Path, reference.Line), "section", reference.Id, _sections);
                break;
            case Subject.Question or Subject.Fact or Subject.Section when !_kinds.IsAnswerable(reference.Comparison):
                Error((reference.Path, reference.Line), $"{reference.Id} cannot be compared like that: {_kinds.Answers(reference.Comparison)}");
                break;
            case Subject.State when !_states.Contains(reference.Id):
                Unknown((reference.Path, reference.Line), "state", reference.Id, _states);
                break;
            case Subject.Flag when !_flags.Contains(reference.Id):
                Unknown((reference.Path, reference.Line), "red flag", reference.Id, _flags);
                break;
        }
    }

    /// <summary>Null for facts that are numbers.</summary>
    private string[]? ValuesOf(string fact) => _facts.TryGetValue(fact, out var definition)
        ? definition.Kind switch
        {
            FactKind.Code => [.. definition.Values.Keys],
            FactKind.Problem or FactKind.Presence or FactKind.Reassurance => Certainties,
            _ => null,
        }
        : Certainties;

    private void CheckQuestionnaire()
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in _ruleset.Questionnaire.Pages)
        {
            if (!pages.Add(page.Id))
            {
                Error(_things.Of(page), $"the page id {page.Id} stands twice; page ids are unique");
            }

            CheckLooksBack(_things.Of(page), $"page {page.Id}", page.EnabledWhen, earlier);
            foreach (var item in page.Items)
            {
                CheckLooksBack(_things.Of(item), item.LinkId, item.EnabledWhen, earlier);
                if (!earlier.Add(item.LinkId))
                {
                    Error(_things.Of(item), $"the linkId {item.LinkId} stands twice; linkIds are unique");
                }

                CheckItem(item);
            }
        }
    }

    private void CheckItem(QuestionnaireItem item)
    {
        if (item.Section is { } section && !_sections.Contains(section))
        {
            Unknown(_things.Of(item), $"section (\"score\" of {item.LinkId})", section, _sections);
        }

        foreach (var setting in item.Options.SelectMany(option => option.Sets))
        {
            if (setting.Code is { } code && ValuesOf(setting.Fact) is { } values && !values.Contains(code))
            {
                Unknown(_things.Of(setting, item), $"value of the fact {setting.Fact} (set in {item.LinkId})", code, values);
            }
        }
    }

    private void CheckLooksBack((string Path, int Line) place, string what, Condition? condition, HashSet<string> earlier)
    {
        foreach (var comparison in condition?.Comparisons().Where(part => part.Subject != Subject.Question || (_items.ContainsKey(part.Id) && !earlier.Contains(part.Id))) ?? [])
        {
            Error(place, $"the condition of {what} reads {comparison.Id}, which is not an earlier question; move it after, or read something else");
        }
    }

    /// <summary>States come in the order in which they are worked out: before the flags, or after them when they read one.</summary>
    private void CheckOrder()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var late = _ruleset.States.Where(state => state.When.Comparisons().Any(part => part.Subject == Subject.Flag)).ToArray();
        foreach (var state in _ruleset.States.Except(late))
        {
            CheckKnown(state.Id, state.When, Subject.State, known);
            known.Add(state.Id);
        }

        foreach (var flag in _ruleset.Flags)
        {
            CheckKnown(flag.Id, flag.When, Subject.State, known);
            CheckKnown(flag.Id, flag.When, Subject.Flag, known);
            known.Add(flag.Id);
        }

        foreach (var state in late)
        {
            CheckKnown(state.Id, state.When, Subject.State, known);
            known.Add(state.Id);
        }
    }

    private void CheckKnown(string id, Condition condition, Subject subject, HashSet<string> known)
    {
        foreach (var part in condition.Comparisons().Where(part => part.Subject == subject && _ownFacts.Contains(part.Id) && !known.Contains(part.Id)))
        {
            Error(id, $"{id} reads {part.Id}, which is worked out later; move {part.Id} before it");
        }
    }

    private void CheckClasses()
    {
        foreach (var suggestionClass in _ruleset.Classes)
        {
            CheckTriggers(suggestionClass.Id, suggestionClass.Never);
            CheckTriggers(suggestionClass.Id, suggestionClass.Ask);
        }
    }

    private void CheckSuggestions()
    {
        foreach (var suggestion in _ruleset.Suggestions)
        {
            CheckTriggers(suggestion.Id, suggestion.Never);
            CheckTriggers(suggestion.Id, suggestion.Ask);
            if (!Ruleset.Phases.Contains(suggestion.Phase))
            {
                Unknown(suggestion.Id, "phase", suggestion.Phase, Ruleset.Phases);
            }

            if (!_classes.Contains(suggestion.Class))
            {
                Unknown(suggestion.Id, "class", suggestion.Class, _classes);
            }

            if (suggestion.Substitute is { } substitute && !_suggestions.Contains(substitute))
            {
                Unknown(suggestion.Id, "suggestion (substitute)", substitute, _suggestions);
            }

            if (suggestion is { Class: "restrict", Ends: null })
            {
                Error(suggestion.Id, $"{suggestion.Id} is a restriction without \"ends\"; say after how many days it ends and how food comes back");
            }
        }
    }

    private void CheckTriggers(string id, TriggerSet triggers)
    {
        foreach (var trigger in triggers.Reasons.Keys.Where(trigger => !_ownFacts.Contains(trigger)))
        {
            Unknown(id, "state or red flag", trigger, Triggers);
        }

        if (triggers.Reasons.Count > 0 && triggers.Sources.Count == 0)
        {
            Error(id, $"{id} lists triggers without sources; name them in \"never-sources\" or \"ask-sources\"");
        }
    }

    private void CheckNamedSuggestions()
    {
        foreach (var state in _ruleset.States)
        {
            CheckNames(state.Id, state.Never.Suggestions.Concat(state.Ask.Suggestions), state.Never.Classes.Concat(state.Ask.Classes));
        }

        foreach (var rule in _ruleset.HardRules)
        {
            CheckNames(rule.Id, rule.Never.Concat(rule.Show), rule.NeverClasses);
        }

        foreach (var group in _ruleset.Conflicts)
        {
            CheckNames(group.Id, group.Of.Concat(group.Pairs.SelectMany(pair => pair)), []);
        }

        foreach (var ceiling in _ruleset.Ceilings)
        {
            CheckNames(ceiling.Id, ceiling.Suggestions, []);
        }

        foreach (var invariant in _ruleset.Invariants)
        {
            CheckNames(
                invariant.Id,
                invariant.Shown.Concat(invariant.NotShown).Concat(invariant.NotOk),
                invariant.OnlyClasses.Concat(invariant.NotOkClasses).Concat(invariant.NotShownClasses));
        }

        foreach (var points in _ruleset.Scoring.Points.Where(points => !Ruleset.Phases.Contains(points.Phase)))
        {
            Unknown(_things.Of(points), "phase", points.Phase, Ruleset.Phases);
        }
    }

    private void CheckNames(string id, IEnumerable<string> suggestions, IEnumerable<string> classes)
    {
        foreach (var suggestion in suggestions.Where(suggestion => !_suggestions.Contains(suggestion)))
        {
            Unknown(id, "suggestion", suggestion, _suggestions);
        }

        foreach (var unknown in classes.Where(name => !_classes.Contains(name)))
        {
            Unknown(id, "class", unknown, _classes);
        }
    }

    private void CheckEdges()
    {
        foreach (var edge in _ruleset.Edges)
        {
            if (!_ownFacts.Contains(edge.Rule))
            {
                Unknown(_things.Of(edge), "state or red flag", edge.Rule, Triggers);
            }

            foreach (var fact in edge.Facts.Keys.Where(fact => !_facts.ContainsKey(fact) && !_ownFacts.Contains(fact)))
            {
                Unknown(_things.Of(edge), $"fact (in an example of {edge.Rule})", fact, FactNames);
            }

            foreach (var state in edge.States.Where(state => !_states.Contains(state)))
            {
                Unknown(_things.Of(edge), $"state (in an example of {edge.Rule})", state, _states);
            }
        }
    }

    private void Unknown(string id, string what, string name, IEnumerable<string> names) => Unknown(PlaceOf(id), what, name, names);

    private void Unknown((string Path, int Line) place, string what, string name, IEnumerable<string> names) =>
        Error(place, $"there is no {what} named \"{name}\"{NearestName.Hint(name, names)}");

    private void Error(string id, string message) => Error(PlaceOf(id), message);

    private void Error((string Path, int Line) place, string message) => _problems.Error(place.Path, place.Line, message);

    private (string Path, int Line) PlaceOf(string id) => _places.GetValueOrDefault(id, ("content/consultation", 0));
}
