using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Every id is defined exactly once and before it is needed, every rule has what it must have, and every cell with something in
/// it names a source. Until this holds nothing else can be tried, because the engine could not be built.
/// </summary>
internal sealed class NamesProof
{
    private static readonly string[] Certainties = ["yes", "no", "unsure"];

    private readonly Ruleset _ruleset;
    private readonly Tally _tally = new();
    private readonly HashSet<string> _states;
    private readonly HashSet<string> _flags;
    private readonly HashSet<string> _suggestions;
    private readonly HashSet<string> _classes;
    private readonly HashSet<string> _sections;
    private readonly Dictionary<string, FactDefinition?> _facts;
    private readonly Dictionary<string, QuestionnaireItem> _items;

    public NamesProof(Ruleset ruleset)
    {
        _ruleset = ruleset;
        _states = [.. ruleset.States.Select(state => state.Id)];
        _flags = [.. ruleset.Flags.Select(flag => flag.Id)];
        _suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];
        _classes = [.. ruleset.Classes.Select(suggestionClass => suggestionClass.Id)];
        _sections = [.. ruleset.Scoring.Sections.Select(section => section.Id)];
        _facts = ruleset.Facts.DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id, FactDefinition? (fact) => fact, StringComparer.Ordinal);
        _items = ruleset.Questionnaire.Items.DistinctBy(item => item.LinkId).ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        foreach (var own in _states.Concat(_flags))
        {
            _facts.TryAdd(own, null);
        }
    }

    public Tally Prove()
    {
        CheckUnique();
        CheckFacts();
        CheckQuestionnaire();
        CheckConditions();
        CheckOrder();
        CheckMustHaves();
        CheckTriggers();
        CheckNamed();
        CheckScoring();
        CheckExamples();
        return _tally;
    }

    private void CheckUnique()
    {
        Unique("id", _ruleset.States.Select(state => state.Id)
            .Concat(_ruleset.Flags.Select(flag => flag.Id))
            .Concat(_ruleset.Suggestions.Select(suggestion => suggestion.Id))
            .Concat(_ruleset.Classes.Select(suggestionClass => suggestionClass.Id))
            .Concat(_ruleset.HardRules.Select(rule => rule.Id))
            .Concat(_ruleset.Conflicts.Select(group => group.Id))
            .Concat(_ruleset.Invariants.Select(invariant => invariant.Id))
            .Concat(_ruleset.NeverSuggested.Select(never => never.Id))
            .Concat(_ruleset.Ceilings.Select(ceiling => ceiling.Id)));
        Unique("fact", _ruleset.Facts.Select(fact => fact.Id));
        Unique("linkId", _ruleset.Questionnaire.Items.Select(item => item.LinkId));
        Unique("page", _ruleset.Questionnaire.Pages.Select(page => page.Id));
        Unique("section", _ruleset.Scoring.Sections.Select(section => section.Id));
    }

    private void Unique(string what, IEnumerable<string> ids)
    {
        foreach (var group in ids.GroupBy(id => id))
        {
            _tally.Expect(group.Count() == 1, group.Key, $"the {what} is defined {group.Count()} times");
        }
    }

    private void CheckFacts()
    {
        foreach (var fact in _ruleset.Facts)
        {
            Known(fact.Id, "question", fact.From?.LinkIds ?? [], _items.ContainsKey);
            Known(fact.Id, "value (as default)", fact.Default is { } code ? [code] : [], code => ValuesOf(fact.Id)?.Contains(code) ?? false);
        }
    }

    /// <summary>Null for facts that are numbers.</summary>
    private IEnumerable<string>? ValuesOf(string fact) => _facts[fact] is not { } definition ? Certainties : definition.Kind switch
    {
        FactKind.Problem or FactKind.Presence or FactKind.Held or FactKind.Reassurance => Certainties,
        FactKind.Code => definition.Values.Keys,
        _ => null,
    };

    private void CheckQuestionnaire()
    {
        foreach (var item in _ruleset.Questionnaire.Items)
        {
            Known(item.LinkId, "section", item.Section is { } section ? [section] : [], _sections.Contains);
            _tally.Expect(item.Options.Select(option => option.Code).Distinct().Count() == item.Options.Count, item.LinkId, "a code stands twice");
            _tally.Expect(item.Options.Count <= 64, item.LinkId, "has more than 64 options");
            _tally.Expect(item.Type == ItemType.Integer ? item.Minimum <= item.Maximum : item.Options.Count > 0, item.LinkId, "has nothing to answer with");
            foreach (var setting in item.Options.SelectMany(option => option.Sets))
            {
                Known(item.LinkId, "fact", [setting.Fact], _facts.ContainsKey);
                if (_facts.ContainsKey(setting.Fact))
                {
                    var isFit = ValuesOf(setting.Fact) is { } values ? setting.Code is { } code && values.Contains(code) : setting.Number is not null;
                    _tally.Expect(isFit, item.LinkId, $"sets {setting.Fact} to {setting.Code ?? "a number"}, which it cannot be");
                }
            }
        }
    }

    private void CheckConditions()
    {
        foreach (var (rule, condition, _) in AllConditions.Of(_ruleset))
        {
            CheckCondition(rule, condition);
        }

        foreach (var invariant in _ruleset.Invariants.Where(invariant => invariant.When is not null))
        {
            CheckCondition(invariant.Id, invariant.When!);
        }
    }

    private void CheckCondition(string rule, Condition condition)
    {
        _tally.Expect(!HasEmptyJoint(condition), rule, "has an empty \"all\" or \"any\"");
        foreach (var part in condition.Comparisons())
        {
            switch (part.Subject)
            {
                case Subject.State:
                    Known(rule, "state", [part.Id], _states.Contains);
                    break;
                case Subject.Flag:
                    Known(rule, "red flag", [part.Id], _flags.Contains);
                    break;
                case Subject.Section:
                    Known(rule, "section", [part.Id], _sections.Contains);
                    break;
                case Subject.Question:
                    Known(rule, "question", [part.Id], _items.ContainsKey);
                    Known(rule, $"answer to {part.Id}", part.Code is { } answer ? [answer] : [], answer => !_items.TryGetValue(part.Id, out var item) || item.Option(answer) is not null);
                    break;
                default:
                    Known(rule, "fact", [part.Id], _facts.ContainsKey);
                    Known(rule, $"value of {part.Id}", _facts.ContainsKey(part.Id) && ValuesOf(part.Id) is not null ? [part.Code ?? "(none)"] : [], code => ValuesOf(part.Id)!.Contains(code));
                    break;
            }
        }
    }

    private static bool HasEmptyJoint(Condition condition) => condition switch
    {
        All all => all.Of.Count == 0 || all.Of.Any(HasEmptyJoint),
        Any any => any.Of.Count == 0 || any.Of.Any(HasEmptyJoint),
        _ => false,
    };

    /// <summary>States come before the flags unless they read one; each rule reads only what stands before it, each question only earlier answers.</summary>
    private void CheckOrder()
    {
        var isLate = RuleIndex.AllLateStates(_ruleset);
        var inOrder = _ruleset.States.Where((_, number) => !isLate[number]).Select(state => (state.Id, state.When))
            .Concat(_ruleset.Flags.Select(flag => (flag.Id, flag.When)))
            .Concat(_ruleset.States.Where((_, number) => isLate[number]).Select(state => (state.Id, state.When)));
        var known = new HashSet<string>();
        foreach (var (id, when) in inOrder)
        {
            Earlier(id, when, part => part.Subject is Subject.State or Subject.Flag, known);
            known.Add(id);
        }

        var asked = new HashSet<string>();
        foreach (var page in _ruleset.Questionnaire.Pages)
        {
            Earlier(page.Id, page.EnabledWhen, _ => true, asked);
            foreach (var item in page.Items)
            {
                Earlier(item.LinkId, item.EnabledWhen, _ => true, asked);
                asked.Add(item.LinkId);
            }
        }
    }

    private void Earlier(string rule, Condition? condition, Func<Comparison, bool> isMeant, HashSet<string> known)
    {
        foreach (var part in condition?.Comparisons().Where(isMeant) ?? [])
        {
            _tally.Expect(known.Contains(part.Id), rule, $"reads {part.Id}, which does not come before it");
        }
    }

    private void CheckMustHaves()
    {
        foreach (var suggestionClass in _ruleset.Classes)
        {
            _tally.Expect(Enum.GetValues<TriageTier>().All(suggestionClass.Caps.ContainsKey), suggestionClass.Id, "does not say what every tier allows");
        }

        foreach (var suggestion in _ruleset.Suggestions)
        {
            Known(suggestion.Id, "class", [suggestion.Class], _classes.Contains);
            Known(suggestion.Id, "phase", [suggestion.Phase], Ruleset.Phases.Contains);
            Known(suggestion.Id, "suggestion (as substitute)", suggestion.Substitute is { } substitute ? [substitute] : [], _suggestions.Contains);
            _tally.Expect(suggestion.Text.Step.Length > 0, suggestion.Id, "has no step");
            _tally.Expect(suggestion.Floor != SuggestionState.Never, suggestion.Id, "its floor is never, so nobody could get it");
        }

        foreach (var (id, sources) in _ruleset.Flags.Select(flag => (flag.Id, flag.Sources))
            .Concat(_ruleset.States.Select(state => (state.Id, state.Sources)))
            .Concat(_ruleset.HardRules.Select(rule => (rule.Id, rule.Sources)))
            .Concat(_ruleset.Conflicts.Select(group => (group.Id, group.Sources))))
        {
            _tally.Expect(sources.Count > 0, id, "names no source");
        }
    }

    private void CheckTriggers()
    {
        foreach (var (id, triggers) in _ruleset.Suggestions.SelectMany(suggestion => new[] { (suggestion.Id, suggestion.Never), (suggestion.Id, suggestion.Ask) })
            .Concat(_ruleset.Classes.SelectMany(suggestionClass => new[] { (suggestionClass.Id, suggestionClass.Never), (suggestionClass.Id, suggestionClass.Ask) })))
        {
            Known(id, "state or red flag", triggers.Reasons.Keys, trigger => _states.Contains(trigger) || _flags.Contains(trigger));
            _tally.Expect(triggers.Reasons.Count == 0 || triggers.Sources.Count > 0, id, "lists triggers without a source");
        }
    }

    private void CheckNamed()
    {
        foreach (var rule in _ruleset.HardRules)
        {
            Known(rule.Id, "suggestion", rule.Never.Concat(rule.Show), _suggestions.Contains);
            Known(rule.Id, "class", rule.NeverClasses, _classes.Contains);
        }

        foreach (var group in _ruleset.Conflicts)
        {
            Known(group.Id, "suggestion", group.Of.Concat(group.Pairs.SelectMany(pair => pair)), _suggestions.Contains);
        }

        foreach (var invariant in _ruleset.Invariants)
        {
            Known(invariant.Id, "suggestion", invariant.Shown.Concat(invariant.NotShown).Concat(invariant.NotOk), _suggestions.Contains);
            Known(invariant.Id, "class", invariant.OnlyClasses.Concat(invariant.NotShownClasses).Concat(invariant.NotOkClasses), _classes.Contains);
        }
    }

    private void CheckScoring()
    {
        var scoring = _ruleset.Scoring;
        var phases = Ruleset.Phases.Skip(1).ToArray();
        Known("scoring", "phase", scoring.Points.Select(points => points.Phase).Concat(scoring.Selection.StayingWell?.Phases ?? []), phases.Contains);
        _tally.Expect(scoring.TieOrder.Order().SequenceEqual(phases.Order()), "scoring", "the tie order does not name each of the five phases once");
        Known("scoring", "suggestion", scoring.Selection.Suggestions(), _suggestions.Contains);
        Known("scoring", "question", scoring.Goal is { } named ? [named.Question] : [], _items.ContainsKey);
        foreach (var suggestion in _ruleset.Suggestions.Where(suggestion => suggestion.Goals.Count > 0))
        {
            Known(suggestion.Id, "answer to the question about a person's wish", suggestion.Goals, code => scoring.Goal is { } goal && _items.TryGetValue(goal.Question, out var item) && item.Option(code) is not null);
        }
    }

    private void CheckExamples()
    {
        foreach (var edge in _ruleset.Edges)
        {
            Known(edge.Rule, "state or red flag (in a pinned example)", [edge.Rule], rule => _states.Contains(rule) || _flags.Contains(rule));
            Known(edge.Rule, "state (in a pinned example)", edge.States, _states.Contains);
            Known(edge.Rule, "fact (in a pinned example)", edge.Facts.Keys, _facts.ContainsKey);
            foreach (var (fact, value) in edge.Facts.Where(fact => _facts.ContainsKey(fact.Key)))
            {
                _tally.Expect(ValuesOf(fact)?.Contains(value) ?? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), edge.Rule, $"a pinned example sets {fact} to {value}, which it cannot be");
            }
        }
    }

    private void Known(string rule, string what, IEnumerable<string> names, Func<string, bool> isKnown)
    {
        foreach (var name in names)
        {
            _tally.Expect(isKnown(name), rule, $"there is no {what} named {name}");
        }
    }
}
