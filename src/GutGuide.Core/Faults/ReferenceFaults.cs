using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>
/// The names in conditions, in what answers set, and in pinned examples. States, flags and hard rules read no answer itself: only
/// facts, states and flags, which a proof can put in place. Source: safety rule base 0.2.
/// </summary>
internal sealed class ReferenceFaults(RulesetFaults faults, RuleNames names)
{
    private readonly ComparisonKinds _kinds = new(names.Facts, names.Items);

    public void Find()
    {
        foreach (var (rule, thing, condition, isSafety) in AllConditions.Of(names.Ruleset))
        {
            FindIn(condition, rule, thing, isSafety, FaultClaim.Readings);
        }

        foreach (var hint in names.Ruleset.Questionnaire.Hints)
        {
            FindIn(hint.When, hint.Id, hint, isSafety: false, FaultClaim.Editing);
        }

        foreach (var invariant in names.Ruleset.Invariants.Where(invariant => invariant.When is not null))
        {
            FindIn(invariant.When!, invariant.Id, invariant, isSafety: false, FaultClaim.Editing);
        }

        foreach (var rule in names.Ruleset.HardRules.Where(rule => rule.When is not null))
        {
            var readsSignsOnly = rule.When!.Comparisons().All(part => part.Subject is Subject.State or Subject.Flag);
            faults.Expect(readsSignsOnly, FaultClaim.Readings, rule, rule.Id, $"{rule.Id} reads more than states and flags");
        }

        FindFacts();
        FindExamples();
    }

    private void FindIn(Condition condition, string rule, object thing, bool isSafety, FaultClaim claim)
    {
        foreach (var part in condition.Comparisons())
        {
            if (!FindName(part, rule, thing))
            {
                continue;
            }

            if (isSafety && part.Subject is Subject.Question or Subject.Section)
            {
                faults.Expect(
                    false, claim, part, rule, $"{rule} reads {part.Id}, which is no fact; states, flags and hard rules read facts only", thing);
            }
            else
            {
                faults.Expect(
                    _kinds.IsAnswerable(part), claim, part, rule, $"{part.Id} cannot be compared like that: {_kinds.Answers(part)}", thing);
            }
        }
    }

    /// <summary>Whether the name leads somewhere, so that it can be asked how it is compared.</summary>
    private bool FindName(Comparison part, string rule, object thing)
    {
        var before = faults.All.Count;
        switch (part.Subject)
        {
            case Subject.State:
                faults.Known([part.Id], names.States, NameKind.State, "state", part, rule, thing);
                break;
            case Subject.Flag:
                faults.Known([part.Id], names.Flags, NameKind.Flag, "red flag", part, rule, thing);
                break;
            case Subject.Section:
                faults.Known([part.Id], names.Sections, NameKind.Section, "section", part, rule, thing);
                break;
            case Subject.Question when names.Items.TryGetValue(part.Id, out var item) && part.Code is { } code:
                string[] codes = [.. item.Options.Select(option => option.Code)];
                faults.Known([code], codes, NameKind.Question, $"answer to {part.Id}", part, rule, thing);
                break;
            case Subject.Question:
                faults.Known([part.Id], names.Items.Keys, NameKind.Question, "question", part, rule, thing);
                break;
            case Subject.Fact when names.FactNames.Contains(part.Id) && part.Code is { } code && names.ValuesOf(part.Id) is { } values:
                faults.Known([code], values, NameKind.Fact, $"value of the fact {part.Id}", part, rule, thing);
                break;
            default:
                faults.Known([part.Id], names.FactNames, NameKind.Fact, "fact", part, rule, thing);
                break;
        }

        return faults.All.Count == before;
    }

    private void FindFacts()
    {
        foreach (var fact in names.Ruleset.Facts)
        {
            faults.Known(fact.From?.LinkIds ?? [], names.Items.Keys, NameKind.Question, $"question (behind {fact.Id})", fact, fact.Id);
            if (fact.Default is { } code)
            {
                faults.Known([code], names.ValuesOf(fact.Id) ?? [], NameKind.Fact, $"value of the fact {fact.Id} (default)", fact, fact.Id);
            }
        }
    }

    private void FindExamples()
    {
        foreach (var example in names.Ruleset.Edges)
        {
            faults.Known([example.Rule], names.Triggers, NameKind.Trigger, "state or red flag", example, example.Rule);
            faults.Known(example.States, names.States, NameKind.State, $"state (in an example of {example.Rule})", example, example.Rule);
            faults.Known(example.Facts.Keys, names.FactNames, NameKind.Fact, $"fact (in an example of {example.Rule})", example, example.Rule);
            foreach (var (fact, value) in example.Facts.Where(fact => names.FactNames.Contains(fact.Key)))
            {
                var isFit = names.ValuesOf(fact)?.Contains(value) ?? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
                faults.Expect(isFit, FaultClaim.Names, example, example.Rule, $"an example of {example.Rule} sets {fact} to {value}, which it cannot be");
            }
        }
    }
}
