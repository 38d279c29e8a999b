using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

/// <summary>
/// The one way from answers to a decision: states, then red flags, then tier, then the state of every suggestion, then what
/// is shown. Pure and safe to share between threads. Source: safety rule base section 0.
/// </summary>
public sealed class DecisionEngine
{
    /// <summary>The question about what to change first; it only breaks ties.</summary>
    public const string GoalQuestion = "goal";

    private const string Under18 = "sp-under18";

    private readonly TriageScorer _scorer;
    private readonly PhaseRanking _ranking;
    private readonly PlanSelector _selector;
    private readonly CompiledCondition[] _relevant;
    private readonly CompiledCondition?[] _firstStepWhen;
    private readonly Dictionary<string, int> _numbers;

    /// <exception cref="ArgumentException">The ruleset names an id that it does not define.</exception>
    public DecisionEngine(Ruleset ruleset)
    {
        Ruleset = ruleset;
        _scorer = new TriageScorer(ruleset);
        Rules = new SuggestionRules(_scorer.Index);
        _ranking = new PhaseRanking(_scorer.Index, GoalQuestion);
        _selector = new PlanSelector(ruleset, Rules);
        _relevant = [.. ruleset.Suggestions.Select(suggestion => _scorer.Index.Compile(suggestion.Relevant))];
        _firstStepWhen = [.. ruleset.Suggestions.Select(suggestion => _scorer.Index.CompileOptional(suggestion.FirstStepWhen))];
        _numbers = ruleset.Suggestions.Select((suggestion, number) => (suggestion.Id, number)).ToDictionary(StringComparer.Ordinal);
    }

    public Ruleset Ruleset { get; }

    public TriageScorer Scorer => _scorer;

    internal SuggestionRules Rules { get; }

    /// <summary>Decides.</summary>
    /// <exception cref="ArgumentException">An answer names a question or code that the questionnaire does not have.</exception>
    public Decision Decide(Answers answers)
    {
        var findings = _scorer.Assess(answers);
        if (findings.Tier is not { } tier)
        {
            return new Decision(
                DecisionStatus.Incomplete, findings.Missing, null, findings.StopCard, [], [], new Dictionary<string, int>(),
                new Dictionary<string, SuggestionState>(), [], [], null, [], Ruleset.Version);
        }

        var flags = findings.Flags();
        var byRule = Rules.StatesByRule(findings.Now);
        var person = new Case(findings, tier, byRule, UnderTier(byRule, tier), Relevance(findings.Now), TriggersOfTier(tier, flags, findings));

        var showsPlan = ShowsPlan(findings, tier);
        var ranking = showsPlan ? _ranking.Rank(findings.Now) : [];
        var selection = showsPlan ? _selector.Select(person.States, person.Relevant, ranking) : PlanSelector.Selection.Empty;

        return new Decision(
            DecisionStatus.Complete,
            [],
            tier,
            findings.StopCard,
            flags,
            [.. findings.States().Select(state => state.Id)],
            findings.Sums(),
            ById(person.States),
            showsPlan ? Phases(selection, ranking, person) : [],
            showsPlan ? HeldBack(selection, person) : [],
            FirstStep(selection, person),
            Unsettled(findings),
            Ruleset.Version);
    }

    /// <summary>
    /// What becomes of one suggestion, without the words of a whole decision: for looking at many answer sets that differ
    /// in little.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The ruleset has no such suggestion.</exception>
    /// <exception cref="ArgumentException">An answer names a question or code that the questionnaire does not have.</exception>
    internal Standing StandingOf(string suggestion, Answers answers)
    {
        var findings = _scorer.Assess(answers);
        if (findings.Tier is not { } tier || !ShowsPlan(findings, tier))
        {
            return default;
        }

        var number = _numbers[suggestion];
        var byRule = Rules.StatesByRule(findings.Now);
        findings.Now.UnsureCounts = true;
        var isRelevant = _relevant[number].Holds(findings.Now);
        var isRuledOut = Rules.UnderTier(number, byRule[number], tier) == SuggestionState.Never;
        if (!isRelevant || isRuledOut || Ruleset.Suggestions[number].Pinned)
        {
            // Only what is relevant and allowed competes for a place, and what is pinned has one.
            return new Standing(HasPlan: true, isRelevant, IsShown: isRelevant && !isRuledOut, IsAllowed: !isRuledOut);
        }

        var selection = _selector.Select(UnderTier(byRule, tier), Relevance(findings.Now), _ranking.Rank(findings.Now));
        var isShown = selection.Chosen.Contains(number);
        return new Standing(HasPlan: true, isRelevant, isShown, IsAllowed: isShown || !selection.Clashing.ContainsKey(number));
    }

    /// <summary>The answers that made a suggestion relevant, as linkIds in questionnaire order.</summary>
    internal IReadOnlyList<string> LinkIdsBehindRelevance(string suggestion, Findings findings) => LinkIdsBehind(_numbers[suggestion], findings);

    /// <summary>
    /// At the two highest tiers nothing may stand beside the card; a card that ended the questions stands alone, and under
    /// 18 there is no plan at all.
    /// </summary>
    private bool ShowsPlan(Findings findings, TriageTier tier) =>
        tier < TriageTier.Urgent && findings.StopCard is null && !IsUnder18(findings.Now);

    private SuggestionState[] UnderTier(SuggestionState[] byRule, TriageTier tier)
    {
        var states = new SuggestionState[byRule.Length];
        for (var number = 0; number < states.Length; number++)
        {
            states[number] = Rules.UnderTier(number, byRule[number], tier);
        }

        return states;
    }

    private bool[] Relevance(Circumstances now)
    {
        now.UnsureCounts = true;
        var relevant = new bool[_relevant.Length];
        for (var number = 0; number < relevant.Length; number++)
        {
            relevant[number] = _relevant[number].Holds(now);
        }

        return relevant;
    }

    private bool IsUnder18(Circumstances now) => _scorer.Index.IsState(Under18) && now.States[_scorer.Index.StateNumber(Under18)];

    private List<PlannedPhase> Phases(PlanSelector.Selection selection, IReadOnlyList<PhaseRanking.Ranked> ranking, Case person)
    {
        var phases = new List<PlannedPhase>(Ruleset.Phases.Count);
        foreach (var phase in Ruleset.Phases)
        {
            var chosen = selection.Chosen
                .Where(number => Ruleset.Suggestions[number].Phase == phase)
                .Select(number => Planned(number, person))
                .ToArray();
            var ranked = ranking.FirstOrDefault(ranked => ranked.Phase == phase);
            var priority = ranked?.Priority ?? (chosen.Length > 0 ? PhasePriority.Start : PhasePriority.NotNeeded);
            phases.Add(new PlannedPhase(phase, priority, ranked?.Because ?? [], chosen));
        }

        return phases;
    }

    private PlannedSuggestion Planned(int number, Case person)
    {
        var askBecause = person.States[number] != SuggestionState.Ask ? []
            : person.ByRule[number] == SuggestionState.Ask ? Rules.TriggersOf(number, SuggestionState.Ask, person.Findings.Now)
            : person.BehindTier;
        return new PlannedSuggestion(Ruleset.Suggestions[number], person.States[number], LinkIdsBehind(number, person.Findings), askBecause);
    }

    private IReadOnlyList<string> LinkIdsBehind(int number, Findings findings)
    {
        findings.Now.UnsureCounts = true;
        return findings.LinkIds(ItemsBehind.Of(_scorer.Index, _relevant[number], findings.Now));
    }

    private List<HeldBack> HeldBack(PlanSelector.Selection selection, Case person)
    {
        var held = new List<HeldBack>();
        for (var number = 0; number < person.States.Length; number++)
        {
            var because =
                person.ByRule[number] == SuggestionState.Never ? Rules.TriggersOf(number, SuggestionState.Never, person.Findings.Now)
                : person.Relevant[number] && Rules.IsHiddenAt(number, person.Tier) ? person.BehindTier
                : selection.Clashing.TryGetValue(number, out var clash) && !selection.Chosen.Contains(number) ? [new Trigger(clash.Id, clash.Why)]
                : null;
            if (because is not null)
            {
                held.Add(new HeldBack(Ruleset.Suggestions[number], because, SubstituteOf(number, person.States), person.Relevant[number]));
            }
        }

        return held;
    }

    internal Suggestion? SubstituteOf(int number, SuggestionState[] states) =>
        Ruleset.Suggestions[number].Substitute is { } id && states[_numbers[id]] == SuggestionState.Ok
            ? Ruleset.Suggestions[_numbers[id]]
            : null;

    /// <summary>The flags and states that hold the tier where it is.</summary>
    private static IReadOnlyList<Trigger> TriggersOfTier(TriageTier tier, IReadOnlyList<RaisedFlag> flags, Findings findings) =>
    [
        .. flags.Where(raised => raised.Tier == tier).Select(raised => new Trigger(raised.Flag.Id, "")),
        .. findings.States().Where(state => state.Floor == tier).Select(state => new Trigger(state.Id, "")),
    ];

    private string? FirstStep(PlanSelector.Selection selection, Case person)
    {
        person.Findings.Now.UnsureCounts = true;
        foreach (var number in selection.Chosen)
        {
            var suggestion = Ruleset.Suggestions[number];
            if (suggestion.FirstStep && person.States[number] == SuggestionState.Ok && (_firstStepWhen[number]?.Holds(person.Findings.Now) ?? true))
            {
                return suggestion.Id;
            }
        }

        return null;
    }

    private Dictionary<string, SuggestionState> ById(SuggestionState[] states)
    {
        var byId = new Dictionary<string, SuggestionState>(states.Length, StringComparer.Ordinal);
        for (var number = 0; number < states.Length; number++)
        {
            byId[Ruleset.Suggestions[number].Id] = states[number];
        }

        return byId;
    }

    /// <summary>Answers that set a fact to unsure, or an "I don't know" that left a section's sum short.</summary>
    private IReadOnlyList<string> Unsettled(Findings findings) => findings.LinkIds(_scorer.Index.Items
        .Where(item => (findings.Now.Chosen[item.Number] & item.Doubts) != 0)
        .Select(item => item.Number));

    /// <param name="HasPlan">Whether there is a plan at all; everything else is false without one.</param>
    /// <param name="IsAllowed">Neither ruled out nor left out for a clash, whether it is relevant or not.</param>
    internal readonly record struct Standing(bool HasPlan, bool IsRelevant, bool IsShown, bool IsAllowed);

    /// <summary>One person's findings, and what the rules make of every suggestion for them.</summary>
    /// <param name="ByRule">Before the tier has its say.</param>
    /// <param name="States">After the tier has had its say.</param>
    /// <param name="BehindTier">What holds the tier where it is.</param>
    private sealed record Case(
        Findings Findings,
        TriageTier Tier,
        SuggestionState[] ByRule,
        SuggestionState[] States,
        bool[] Relevant,
        IReadOnlyList<Trigger> BehindTier);
}
