using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>What stands twice, and what lacks something that it must have. Source: safety rule base, inv-46.</summary>
internal sealed class CompletenessFaults(RulesetFaults faults, RuleNames names)
{
    /// <summary>Chosen options are kept as bits of one number.</summary>
    private const int MostOptions = 64;

    private readonly Ruleset _ruleset = names.Ruleset;

    public void Find()
    {
        FindTwice();
        FindItems();
        FindConditions();
        FindRules();
        var phases = Ruleset.Phases.Skip(1).Order(StringComparer.Ordinal);
        Expect(
            _ruleset.Scoring.TieOrder.Order(StringComparer.Ordinal).SequenceEqual(phases),
            _ruleset.Scoring, "scoring", "the tie order does not name each of the five phases once");
    }

    private void FindTwice()
    {
        Twice("id", _ruleset.States.Select(state => (state.Id, (object)state))
            .Concat(_ruleset.Flags.Select(flag => (flag.Id, (object)flag)))
            .Concat(_ruleset.Suggestions.Select(suggestion => (suggestion.Id, (object)suggestion)))
            .Concat(_ruleset.Classes.Select(suggestionClass => (suggestionClass.Id, (object)suggestionClass)))
            .Concat(_ruleset.HardRules.Select(rule => (rule.Id, (object)rule)))
            .Concat(_ruleset.Conflicts.Select(group => (group.Id, (object)group)))
            .Concat(_ruleset.Invariants.Select(invariant => (invariant.Id, (object)invariant)))
            .Concat(_ruleset.NeverSuggested.Select(never => (never.Id, (object)never)))
            .Concat(_ruleset.Ceilings.Select(ceiling => (ceiling.Id, (object)ceiling))));
        Twice("fact", _ruleset.Facts.Select(fact => (fact.Id, (object)fact)));
        Twice("section", _ruleset.Scoring.Sections.Select(section => (section.Id, (object)section)));
    }

    private void Twice(string what, IEnumerable<(string Id, object Thing)> defined)
    {
        foreach (var group in defined.GroupBy(one => one.Id, StringComparer.Ordinal))
        {
            Expect(group.Count() == 1, group.Last().Thing, group.Key, $"the {what} {group.Key} is defined {group.Count()} times");
        }
    }

    private void FindItems()
    {
        foreach (var item in _ruleset.Questionnaire.Items)
        {
            Expect(item.Options.Select(option => option.Code).Distinct().Count() == item.Options.Count, item, item.LinkId, "a code stands twice");
            Expect(item.Options.Count <= MostOptions, item, item.LinkId, $"has more than {MostOptions} options");
            var canBeAnswered = item.Type == ItemType.Integer ? item.Minimum <= item.Maximum : item.Options.Count > 0;
            Expect(canBeAnswered, item, item.LinkId, "has nothing to answer with");
        }
    }

    private void FindConditions()
    {
        foreach (var (rule, thing, condition, _) in AllConditions.Of(_ruleset))
        {
            Expect(!HasEmptyJoint(condition), thing, rule, "has an empty \"all\" or \"any\"");
        }
    }

    private static bool HasEmptyJoint(Condition condition) => condition switch
    {
        All all => all.Of.Count == 0 || all.Of.Any(HasEmptyJoint),
        Any any => any.Of.Count == 0 || any.Of.Any(HasEmptyJoint),
        _ => false,
    };

    private void FindRules()
    {
        foreach (var suggestionClass in _ruleset.Classes)
        {
            var isWhole = Enum.GetValues<TriageTier>().All(suggestionClass.Caps.ContainsKey);
            Expect(isWhole, suggestionClass, suggestionClass.Id, "does not say what every tier allows");
        }

        foreach (var suggestion in _ruleset.Suggestions)
        {
            Expect(suggestion.Text.Step.Length > 0, suggestion, suggestion.Id, "has no step");
            Expect(suggestion.Floor != SuggestionState.Never, suggestion, suggestion.Id, "its floor is never, so nobody could get it");
        }

        foreach (var (id, thing, sources) in _ruleset.Flags.Select(flag => (flag.Id, (object)flag, flag.Sources))
            .Concat(_ruleset.States.Select(state => (state.Id, (object)state, state.Sources)))
            .Concat(_ruleset.HardRules.Select(rule => (rule.Id, (object)rule, rule.Sources)))
            .Concat(_ruleset.Conflicts.Select(group => (group.Id, (object)group, group.Sources))))
        {
            Expect(sources.Count > 0, thing, id, "names no source");
        }
    }

    private void Expect(bool holds, object thing, string rule, string message) =>
        faults.Expect(holds, FaultClaim.Completeness, thing, rule, message);
}
