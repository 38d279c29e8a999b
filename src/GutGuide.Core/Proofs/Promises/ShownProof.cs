using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>
/// Proves that a suggestion is always shown under a condition: the one kind of promise that adding a problem could break.
/// </summary>
/// <remarks>
/// Why this covers every answer set: a suggestion is missing from a plan only when (a) there is no plan, (b) a state, flag or
/// hard rule rules it out, (c) its class is hidden at the tier, (d) it is not relevant, or (e) the selection drops it. (a) The
/// promise must be for adults and stop below urgent, and only minors' answers may end the questions. (b) Every sign that can be there under the promise's bounds is tried by
/// itself, and every hard rule by its smallest sets; states only take maxima of these. (c) Every tier up to the bound is
/// tried. (d) The signs of the promise alone must make the relevance hold, whatever else is answered. (e) It must be pinned:
/// the selector takes pinned suggestions before it looks at any limit (proven with the limits).
/// </remarks>
internal sealed class ShownProof(ProofContext context, string rule, ProofOutcome tally)
{
    private const string Under18 = "sp-under18";
    private const string Age = "age";
    private const int OldestAge = 130;

    public void Prove(IEnumerable<string> suggestions, Condition? when, bool adult, TriageTier atMost)
    {
        if (atMost >= TriageTier.Urgent)
        {
            tally.Fail(rule, "promises to show something, but no plan is shown from urgent on; limit it to a lower tier");
            return;
        }

        CheckAdults(adult);
        foreach (var id in suggestions)
        {
            var number = context.Ruleset.Suggestions.Index().First(pair => pair.Item.Id == id).Index;
            CheckPinned(number);
            CheckRuledOut(number, Possible(adult, atMost));
            CheckTiers(number, atMost);
            CheckRelevant(number, when);
        }
    }

    /// <summary>Signs that can be there although the tier stays within the bound.</summary>
    private HashSet<int> Possible(bool adult, TriageTier atMost) =>
        [.. context.Signs.All.Where(sign => context.Signs.LowestTierOf(sign) <= atMost && !(adult && context.Signs.IdOf(sign) == Under18))];

    /// <summary>Under 18 there is no plan, so the promise must leave that out; and nothing else may take an adult's plan away.</summary>
    private void CheckAdults(bool adult)
    {
        if (context.Ruleset.States.FirstOrDefault(state => state.Id == Under18) is { } under18)
        {
            tally.Expect(adult, rule, $"promises to show something, but {Under18} shows no plan; limit it to adults");
            CheckUnder18(under18);
        }

        foreach (var stop in context.Ruleset.Questionnaire.Stops)
        {
            tally.Expect(stop.When is Comparison comparison && IsOnlyForMinors(comparison), stop.Card, $"\"{ConditionWords.Of(stop.When)}\" ends the questions of an adult without a plan");
        }
    }

    private void CheckUnder18(PatientState under18)
    {
        var readsAgeOnly = under18.When.Comparisons().All(part => part is { Subject: Subject.Fact, Id: Age });
        tally.Expect(readsAgeOnly, Under18, "reads more than the age, so an adult could have it");
        if (!readsAgeOnly)
        {
            return;
        }

        var condition = context.Index.States[context.Index.StateNumber(Under18)];
        var now = new Circumstances(context.Index);
        for (var age = TriageScorer.AdultAge; age <= OldestAge; age++)
        {
            context.Index.Fact(Age).ApplyNumber(now, age);
            tally.Expect(!condition.Holds(now), Under18, $"is set at the age of {age}");
        }
    }

    /// <summary>An answer that says the age is under 18, in so many words or as a number.</summary>
    private bool IsOnlyForMinors(Comparison stop)
    {
        if (stop.Subject != Subject.Question)
        {
            return false;
        }

        var item = context.Index.ItemOf(stop.Id).Definition;
        return stop.Code is { } code
            ? stop.Operator == ComparisonOperator.Equal && item.Option(code)!.Sets.Any(setting => setting is { Fact: Age, Number: < TriageScorer.AdultAge })
            : stop is { Operator: ComparisonOperator.LessOrEqual, Number: < TriageScorer.AdultAge } or { Operator: ComparisonOperator.Less, Number: <= TriageScorer.AdultAge }
                && context.Ruleset.Facts.Any(fact => fact is { Id: Age, From.Question: { } linkId } && linkId == stop.Id);
    }

    private void CheckPinned(int number)
    {
        var suggestion = context.Ruleset.Suggestions[number];
        tally.Expect(suggestion.Pinned, suggestion.Id, $"{rule} promises that it is shown, but it is not pinned and the limits may drop it");
    }

    private void CheckRuledOut(int number, HashSet<int> possible)
    {
        var suggestion = context.Ruleset.Suggestions[number];
        foreach (var sign in possible)
        {
            tally.Count();
            if (context.Rules.StatesByRule(context.Signs.With(sign))[number] == SuggestionState.Never)
            {
                tally.Fail(suggestion.Id, $"{rule} promises that it is shown, but {context.Signs.IdOf(sign)} rules it out", context.Search.Leading([sign]));
            }
        }

        foreach (var hard in context.Ruleset.HardRules.Where(hard => hard.Never.Contains(suggestion.Id) || hard.NeverClasses.Contains(suggestion.Class)))
        {
            foreach (var set in context.Signs.SmallestSets(hard.When))
            {
                tally.Expect(!set.All(possible.Contains), hard.Id, $"{rule} promises that {suggestion.Id} is shown, but {hard.Id} rules it out with {context.Signs.Names(set)}");
            }
        }
    }

    private void CheckTiers(int number, TriageTier atMost)
    {
        var suggestion = context.Ruleset.Suggestions[number];
        foreach (var tier in ProofContext.Tiers.Where(tier => tier <= atMost))
        {
            tally.Expect(!context.Rules.IsHiddenAt(number, tier), suggestion.Class, $"{rule} promises that {suggestion.Id} is shown, but its class is hidden at the tier {tier}");
        }
    }

    private void CheckRelevant(int number, Condition? when)
    {
        var suggestion = context.Ruleset.Suggestions[number];
        foreach (var set in context.Signs.SmallestSets(when))
        {
            var ids = set.Select(context.Signs.IdOf).ToHashSet(StringComparer.Ordinal);
            tally.Expect(
                IsImplied(suggestion.Relevant, ids),
                suggestion.Id,
                $"{rule} promises that it is shown with {context.Signs.Names(set)}, but that alone does not make it relevant");
        }
    }

    /// <summary>Whether these signs alone make the condition hold, whatever else is answered.</summary>
    private static bool IsImplied(Condition condition, HashSet<string> signs) => condition switch
    {
        All all => all.Of.All(part => IsImplied(part, signs)),
        Any any => any.Of.Any(part => IsImplied(part, signs)),
        Comparison comparison => comparison.Subject is Subject.State or Subject.Flag && signs.Contains(comparison.Id),
        _ => false,
    };
}
