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
    private const string Under18 = "sp-under18";

    private readonly TriageScorer _scorer;
    private readonly PhaseRanking _ranking;
    private readonly PlanSelector _selector;
    private readonly LeadingSteps _leading;
    private readonly CompiledCondition[] _relevant;
    private readonly CompiledCondition?[] _firstStepWhen;
    private readonly CompiledCondition?[] _wished;
    private readonly Dictionary<string, int> _numbers;

    /// <exception cref="ArgumentException">The ruleset names an id that it does not define.</exception>
    public DecisionEngine(Ruleset ruleset)
    {
        Ruleset = ruleset;
        _scorer = new TriageScorer(ruleset);
        Rules = new SuggestionRules(_scorer.Index);
        _ranking = new PhaseRanking(_scorer.Index);
        _selector = new PlanSelector(ruleset, Rules);
        _leading = new LeadingSteps(_scorer.Index);
        _relevant = [.. ruleset.Suggestions.Select(suggestion => _scorer.Index.Compile(suggestion.Relevant))];
        _firstStepWhen = [.. ruleset.Suggestions.Select(suggestion => _scorer.Index.CompileOptional(suggestion.FirstStepWhen))];
        _wished = [.. ruleset.Suggestions.Select(suggestion => _scorer.Index.CompileOptional(WishFor(ruleset, suggestion)))];
        _numbers = ruleset.Suggestions.Select((suggestion, number) => (suggestion.Id, number)).ToDictionary(StringComparer.Ordinal);
    }

    public Ruleset Ruleset { get; }

    public TriageScorer Scorer => _scorer;

    internal SuggestionRules Rules { get; }

    /// <summary>Decides.</summary>
    /// <param name="feedback">What the person says of an earlier plan; it can only take suggestions away.</param>
    /// <exception cref="ArgumentException">
    /// An answer names a question or code that the questionnaire does not have, or the feedback a suggestion that there is not.
    /// </exception>
    public Decision Decide(Answers answers, Feedback? feedback = null)
    {
        var tried = TriedBy(feedback ?? Feedback.None);
        var findings = _scorer.Assess(answers);
        if (findings.Tier is not { } tier)
        {
            return new Decision(
                DecisionStatus.Incomplete, findings.Missing, null, findings.StopCard, [], [], new Dictionary<string, int>(),
                new Dictionary<string, SuggestionState>(), [], [], null, [], Ruleset.Version);
        }

        var flags = findings.Flags();
        var now = findings.Now;
        var person = new Case(findings, _leading.Apply(StatesAndRelevance(now, tier, tried), now), TriggersOfTier(tier, flags, findings));
        var showsPlan = ShowsPlan(findings, tier);
        var (selection, isForStayingWell) = showsPlan ? Select(person.Selecting, now) : (Selection.Empty, false);

        return new Decision(
            DecisionStatus.Complete,
            [],
            tier,
            findings.StopCard,
            flags,
            [.. findings.States().Select(state => state.Id)],
            findings.Sums(),
            ById(person.Selecting.States),
            showsPlan ? Phases(selection, person) : [],
            showsPlan ? HeldBack(selection, person) : [],
            selection.FirstStep is { } step ? Ruleset.Suggestions[step].Id : null,
            Unsettled(findings),
            Ruleset.Version)
        {
            Weeks = [.. selection.Weeks.Select(Suggestions)],
            IsFirstStepAlone = showsPlan && person.Selecting.IsAlone,
            IsForStayingWell = isForStayingWell,
            DietsWait = showsPlan && person.Selecting.DietsWait,
            ReadingOnly = [.. selection.ReadingOnly.Select(number => Planned(number, person))],
            KeepGoing = Suggestions(selection.KeepGoing),
        };
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
            return new Standing(findings);
        }

        var number = _numbers[suggestion];
        var selecting = _leading.Apply(StatesAndRelevance(findings.Now, tier, []), findings.Now);
        var isRuledOut = selecting.States[number] == SuggestionState.Never;
        if (isRuledOut || !(selecting.Relevant[number] || selecting.Lead == number || selecting.OnTop.Contains(number)))
        {
            // Only what is relevant, or asked for by a rule, and allowed competes for a place.
            return new Standing(findings) { HasPlan = true, IsRelevant = selecting.Relevant[number], IsAllowed = !isRuledOut };
        }

        var (selection, _) = Select(selecting, findings.Now);
        return new Standing(findings) { HasPlan = true, IsRelevant = selecting.Relevant[number], IsOffered = selection.Offers(number), IsAllowed = !selection.Clashing.ContainsKey(number) };
    }

    /// <summary>The answers that made a suggestion relevant, as linkIds in questionnaire order.</summary>
    internal IReadOnlyList<string> LinkIdsBehindRelevance(string suggestion, Findings findings) => LinkIdsBehind(_numbers[suggestion], findings);

    /// <summary>
    /// At the two highest tiers nothing may stand beside the card; a card that ended the questions stands alone, and under
    /// 18 there is no plan at all.
    /// </summary>
    private bool ShowsPlan(Findings findings, TriageTier tier) =>
        tier < TriageTier.Urgent && findings.StopCard is null && !IsUnder18(findings.Now);

    private SelectionCase StatesAndRelevance(Circumstances now, TriageTier tier, TriedOutcome?[] tried)
    {
        var byRule = Rules.StatesByRule(now);
        now.UnsureCounts = true;
        var count = byRule.Length;
        var states = new SuggestionState[count];
        var relevant = new bool[count];
        var wished = new bool[count];
        var begins = new bool[count];
        for (var number = 0; number < count; number++)
        {
            if (tried.Length > 0 && tried[number] == TriedOutcome.Worse)
            {
                byRule[number] = SuggestionState.Never;
            }

            states[number] = Rules.UnderTier(number, byRule[number], tier);
            relevant[number] = _relevant[number].Holds(now);
            wished[number] = _wished[number]?.Holds(now) == true;
            begins[number] = Ruleset.Suggestions[number].FirstStep && _firstStepWhen[number]?.Holds(now) != false;
        }

        return new SelectionCase(tier, byRule, states, relevant, wished, begins, tried);
    }

    private (Selection Selection, bool IsForStayingWell) Select(SelectionCase person, Circumstances now)
    {
        var candidates = _selector.Order.Candidates(person);
        var ranking = _ranking.Rank(now, person, _selector.Order, candidates);
        return (_selector.Select(person, candidates, ranking.Phases), ranking.IsForStayingWell);
    }

    private static Conditions.Condition? WishFor(Ruleset ruleset, Suggestion suggestion) => ruleset.Scoring.Goal is { } goal && suggestion.Goals.Count > 0
        ? Conditions.Condition.AnyOf([.. suggestion.Goals.Select(code => Conditions.Condition.Question(goal.Question, code))])
        : null;

    private TriedOutcome?[] TriedBy(Feedback feedback)
    {
        if (feedback.Count == 0)
        {
            return [];
        }

        var tried = new TriedOutcome?[Ruleset.Suggestions.Count];
        foreach (var (id, outcome) in feedback.All)
        {
            tried[_numbers.TryGetValue(id, out var number) ? number : throw new ArgumentException($"There is no suggestion named {id}.", nameof(feedback))] = outcome;
        }

        return tried;
    }

    private IReadOnlyList<Suggestion> Suggestions(IReadOnlyList<int> numbers) => [.. numbers.Select(number => Ruleset.Suggestions[number])];

    private bool IsUnder18(Circumstances now) => _scorer.Index.IsState(Under18) && now.States[_scorer.Index.StateNumber(Under18)];

    private List<PlannedPhase> Phases(Selection selection, Case person)
    {
        var first = Planned(selection.First, person);
        var phases = new List<PlannedPhase>(Ruleset.Phases.Count)
        {
            new(Ruleset.Phases[0], first.Count > 0 ? PhasePriority.Start : PhasePriority.NotNeeded, [], first, Planned(selection.FurtherTalks, person), null),
        };
        phases.AddRange(selection.Phases
            .OrderBy(phase => phase.Ranked.Number)
            .Select(phase => new PlannedPhase(
                phase.Ranked.Phase, phase.Ranked.Priority, phase.Ranked.Because, Planned(phase.Chosen, person), Planned(phase.More, person), phase.Empty)));
        return phases;
    }

    private IReadOnlyList<PlannedSuggestion> Planned(IReadOnlyList<int> numbers, Case person) => [.. numbers.Select(number => Planned(number, person))];

    private PlannedSuggestion Planned(int number, Case person)
    {
        var (state, byRule) = (person.Selecting.States[number], person.Selecting.ByRule[number]);
        var because = state == SuggestionState.Ok ? [] : state == byRule ? (IReadOnlyList<Trigger>)TriggersOf(number, state, person) : person.BehindTier;
        return new PlannedSuggestion(Ruleset.Suggestions[number], state, LinkIdsBehind(number, person.Findings), because)
        {
            CountTaken = person.Selecting.TakesProducts && _selector.Order.Kinds[number] == SuggestionKind.Product ? Ruleset.Scoring.Selection.CountTaken!.Plain : null,
        };
    }

    private List<Trigger> TriggersOf(int number, SuggestionState state, Case person)
    {
        var triggers = Rules.TriggersOf(number, state, person.Findings.Now);
        if (person.Selecting.TriedOf(number) == TriedOutcome.Worse)
        {
            triggers.Add(new Trigger(Trigger.Tried, "You told us that it made you worse."));
        }

        return triggers;
    }

    private IReadOnlyList<string> LinkIdsBehind(int number, Findings findings)
    {
        findings.Now.UnsureCounts = true;
        return findings.LinkIds(ItemsBehind.Of(_scorer.Index, _relevant[number], findings.Now));
    }

    private List<HeldBack> HeldBack(Selection selection, Case person)
    {
        var held = new List<HeldBack>();
        var selecting = person.Selecting;
        for (var number = 0; number < selecting.States.Length; number++)
        {
            var because =
                Ruleset.Suggestions[number].ReadingOnly ? null
                : selecting.ByRule[number] == SuggestionState.Never ? (IReadOnlyList<Trigger>)TriggersOf(number, SuggestionState.Never, person)
                : selecting.Relevant[number] && Rules.IsHiddenAt(number, selecting.Tier) ? person.BehindTier
                : selection.Clashing.TryGetValue(number, out var clash) ? [new Trigger(clash.Id, clash.Why)]
                : null;
            if (because is not null)
            {
                held.Add(new HeldBack(Ruleset.Suggestions[number], because, SubstituteOf(number, selecting), selecting.Relevant[number]));
            }
        }

        return held;
    }

    /// <summary>Ok itself, called for by the answers, and neither tried nor done already.</summary>
    internal Suggestion? SubstituteOf(int number, SelectionCase person) =>
        Ruleset.Suggestions[number].Substitute is { } id
        && _numbers[id] is var substitute
        && person.States[substitute] == SuggestionState.Ok
        && person.IsOpen(substitute)
        && !Ruleset.Suggestions[substitute].ReadingOnly
            ? Ruleset.Suggestions[substitute]
            : null;

    /// <summary>The flags and states that hold the tier where it is.</summary>
    private static IReadOnlyList<Trigger> TriggersOfTier(TriageTier tier, IReadOnlyList<RaisedFlag> flags, Findings findings) =>
    [
        .. flags.Where(raised => raised.Tier == tier).Select(raised => new Trigger(raised.Flag.Id, "")),
        .. findings.States().Where(state => state.Floor == tier).Select(state => new Trigger(state.Id, "")),
    ];

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

    /// <summary>What one answer set makes of one suggestion. Without a plan everything is false.</summary>
    internal readonly record struct Standing(Findings Findings)
    {
        public bool HasPlan { get; init; }

        public bool IsRelevant { get; init; }

        public bool IsOffered { get; init; }

        /// <summary>Neither ruled out nor left out for a clash, whether it is relevant or not.</summary>
        public bool IsAllowed { get; init; }
    }

    /// <summary>One person's findings, and what the rules make of every suggestion for them.</summary>
    /// <param name="BehindTier">What holds the tier where it is.</param>
    private sealed record Case(Findings Findings, SelectionCase Selecting, IReadOnlyList<Trigger> BehindTier);
}
