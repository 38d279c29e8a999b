using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

/// <summary>
/// Floor, class rules, row rules, hard rules and tier cap: the state of every suggestion for one set of states and flags.
/// Only maxima are taken, so nothing loosens a state. Source: safety rule base E5 and E6.
/// </summary>
internal sealed class SuggestionRules
{
    private readonly RuleIndex _index;
    private readonly Effect[][] _effectsOfState;
    private readonly Effect[][] _effectsOfFlag;
    private readonly Reason[][] _reasonsOf;
    private readonly (HardRule Rule, CompiledCondition When, int[] Never)[] _hardRules;
    private readonly TierCap[][] _caps;

    public SuggestionRules(RuleIndex index)
    {
        _index = index;
        var suggestions = index.Ruleset.Suggestions;
        var classes = index.Ruleset.Classes.ToDictionary(suggestionClass => suggestionClass.Id, StringComparer.Ordinal);
        ClassOf = [.. suggestions.Select(suggestion => classes[suggestion.Class])];
        _caps = [.. ClassOf.Select(suggestionClass => Enum.GetValues<TriageTier>().Select(tier => suggestionClass.Caps[tier]).ToArray())];

        var effects = suggestions.SelectMany((suggestion, number) => EffectsOn(number, suggestion, ClassOf[number])).ToArray();
        foreach (var effect in effects.Where(effect => !index.IsState(effect.Trigger) && !index.IsFlag(effect.Trigger)))
        {
            throw new ArgumentException($"There is no state or red flag named {effect.Trigger}.");
        }

        var byTrigger = effects.ToLookup(effect => effect.Trigger);
        _effectsOfState = [.. index.Ruleset.States.Select(state => byTrigger[state.Id].ToArray())];
        _effectsOfFlag = [.. index.Ruleset.Flags.Select(flag => byTrigger[flag.Id].ToArray())];
        var bySuggestion = effects.ToLookup(effect => effect.Suggestion);
        _reasonsOf = [.. suggestions.Select((_, number) => Reasons(bySuggestion[number]))];
        _hardRules =
        [
            .. index.Ruleset.HardRules
                .Where(rule => rule.When is not null && rule.Never.Count + rule.NeverClasses.Count > 0)
                .Select(rule => (rule, index.Compile(rule.When!), NumbersRuledOut(rule))),
        ];
    }

    /// <summary>The class of each suggestion, by number.</summary>
    public IReadOnlyList<SuggestionClass> ClassOf { get; }

    /// <summary>Of each suggestion, the state that its rules give it, before the tier has its say.</summary>
    public SuggestionState[] StatesByRule(Circumstances now)
    {
        var states = new SuggestionState[ClassOf.Count];
        for (var number = 0; number < states.Length; number++)
        {
            states[number] = _index.Ruleset.Suggestions[number].Floor;
        }

        Apply(now.States, _effectsOfState, states);
        Apply(now.Flags, _effectsOfFlag, states);
        foreach (var (_, when, never) in _hardRules)
        {
            if (when.Holds(now))
            {
                foreach (var number in never)
                {
                    states[number] = SuggestionState.Never;
                }
            }
        }

        return states;
    }

    /// <summary>The strictest of the state by rule and what the tier allows the class.</summary>
    public SuggestionState UnderTier(int number, SuggestionState byRule, TriageTier tier)
    {
        var cap = (SuggestionState)_caps[number][(int)tier];
        return byRule > cap ? byRule : cap;
    }

    public bool IsHiddenAt(int number, TriageTier tier) => _caps[number][(int)tier] == TierCap.Hide;

    /// <summary>What gives a suggestion a state by rule, in the ruleset's order, hard rules last.</summary>
    public List<Trigger> TriggersOf(int number, SuggestionState state, Circumstances now)
    {
        var triggers = new List<Trigger>();
        foreach (var reason in _reasonsOf[number])
        {
            if (reason.State == state && (reason.IsFlag ? now.Flags : now.States)[reason.Number])
            {
                triggers.Add(reason.Trigger);
            }
        }

        foreach (var (rule, when, never) in _hardRules)
        {
            if (state == SuggestionState.Never && never.Contains(number) && when.Holds(now))
            {
                triggers.Add(new Trigger(rule.Id, rule.Plain));
            }
        }

        var suggestion = _index.Ruleset.Suggestions[number];
        if (suggestion.Floor == state)
        {
            triggers.Add(suggestion.UnderReview is { } why ? new Trigger(Trigger.Review, why) : new Trigger(Trigger.Floor, ""));
        }

        return triggers;
    }

    private static void Apply(bool[] set, Effect[][] effects, SuggestionState[] states)
    {
        for (var trigger = 0; trigger < set.Length; trigger++)
        {
            if (set[trigger])
            {
                foreach (var effect in effects[trigger])
                {
                    if (effect.State > states[effect.Suggestion])
                    {
                        states[effect.Suggestion] = effect.State;
                    }
                }
            }
        }
    }

    private static IEnumerable<Effect> EffectsOn(int number, Suggestion suggestion, SuggestionClass suggestionClass)
    {
        return Of(suggestion.Never, SuggestionState.Never, true)
            .Concat(Of(suggestionClass.Never, SuggestionState.Never, false))
            .Concat(Of(suggestion.Ask, SuggestionState.Ask, true))
            .Concat(Of(suggestionClass.Ask, SuggestionState.Ask, false));

        IEnumerable<Effect> Of(TriggerSet triggers, SuggestionState state, bool isOwn) =>
            triggers.Reasons.Select(reason => new Effect(reason.Key, number, state, reason.Value, isOwn));
    }

    private Reason[] Reasons(IEnumerable<Effect> effects)
    {
        return
        [
            .. effects
                .GroupBy(effect => (effect.Trigger, effect.State), (key, same) => ReasonOf(key.State, new Trigger(key.Trigger, PlainestWords(same))))
                .OrderBy(reason => reason.IsFlag)
                .ThenBy(reason => reason.Number),
        ];

        Reason ReasonOf(SuggestionState state, Trigger trigger) => _index.IsFlag(trigger.Id)
            ? new Reason(state, true, _index.FlagNumber(trigger.Id), trigger)
            : new Reason(state, false, _index.StateNumber(trigger.Id), trigger);

        // A row rule speaks more plainly of its suggestion than the class rule does, unless it is silent.
        string PlainestWords(IEnumerable<Effect> same) =>
            same.OrderByDescending(effect => effect.Reason.Length > 0).ThenByDescending(effect => effect.IsOwn).First().Reason;
    }

    private int[] NumbersRuledOut(HardRule rule) =>
    [
        .. _index.Ruleset.Suggestions
            .Select((suggestion, number) => (suggestion, number))
            .Where(pair => rule.Never.Contains(pair.suggestion.Id) || rule.NeverClasses.Contains(pair.suggestion.Class))
            .Select(pair => pair.number),
    ];

    /// <param name="IsOwn">From the suggestion's row, not its class.</param>
    private readonly record struct Effect(string Trigger, int Suggestion, SuggestionState State, string Reason, bool IsOwn);

    /// <param name="Number">Of the flag or state.</param>
    private readonly record struct Reason(SuggestionState State, bool IsFlag, int Number, Trigger Trigger);
}
