namespace GutGuide.Core.Proofs;

/// <summary>A proof that an invariant can name. All of them run for every ruleset.</summary>
/// <param name="Plain">The claim in words for a visitor, when no invariant says it in its own.</param>
/// <param name="How">Why what is tried covers every answer set.</param>
internal sealed record NamedProof(string Name, string Plain, ProofKind Kind, string How, Func<ProofContext, Tally> Prove)
{
    public const string HowPromises =
        "The real engine was run on the smallest sets of conditions and warning signs under which the promise is made. More of them only make things stricter, so the rest follows.";

    public const string HowRendered = "Tests over finished pages keep it.";

    private const string HowStored = "Tests over stored answers and rules keep it.";

    private const string HowTables = "Each rule was read for every combination of answers that it can tell apart.";

    private const string HowPairs = "The real engine was run on every condition and warning sign alone, and on every two together.";

    private const string HowFound = "An answer set was found for each, and run through the real engine.";

    private static readonly Func<ProofContext, Tally> Nothing = _ => new Tally();

    public static NamedProof Names { get; } = new(
        "ids-are-defined-once", "Every rule has one name and one meaning, and every reason has a source.", ProofKind.EverySituation,
        "Every name in the rule files was looked up.", context => new NamesProof(context.Ruleset).Prove());

    public static NamedProof Readings { get; } = new(
        "conditions-can-be-answered", "Every condition is read as it is written, and no rule denies a problem.", ProofKind.EverySituation,
        "Every comparison was held against the kind of what it reads.", context => new ReadingsProof(context.Ruleset).Prove());

    public static IReadOnlyList<NamedProof> All { get; } =
    [
        Names,
        Readings,
        new("tier-is-the-maximum", "How soon you need help is the highest level that any of your answers asks for.", ProofKind.EverySituation,
            HowPairs, context => context.Pairs.TierIsMaximum),
        new("more-flags-never-lower-the-tier", "One more warning sign never makes the advice less urgent.", ProofKind.EverySituation,
            HowPairs, context => context.Pairs.TierNeverFalls),
        new("more-problems-never-loosen-a-suggestion", "One more health problem never makes a suggestion easier to get.", ProofKind.EverySituation,
            HowPairs, context => context.Pairs.NothingLoosens),
        new("worse-answers-never-lower-the-tier", "A worse answer never makes the advice less urgent.", ProofKind.EverySituation, HowTables, RuleTableProofs.WorseAnswers),
        new("what-is-asked-keeps-caution", "Which questions you are asked never makes the advice less urgent.", ProofKind.EverySituation,
            "Every way to open and to hide a question was worked out from the conditions, and run through the real engine.", context => new VisibilityProof(context).Prove()),
        new("unsure-counts-as-yes-for-states", "\"I am not sure\" about a condition or medicine counts as yes.", ProofKind.EverySituation, HowTables, RuleTableProofs.UnsureStates),
        new("unsure-is-at-most-one-tier-lower", "\"I am not sure\" about a warning sign lowers the advice by one level at most.", ProofKind.EverySituation, HowTables, RuleTableProofs.UnsureFlags),
        new("limits-and-conflicts-hold", "One diet at most, two supplements at most, and no two ideas that clash.", ProofKind.EverySituation,
            "The real selection was run on every two ideas, every three supplements, and on all of them with the five phases in every order.", context => new SelectionProof(context).Prove()),
        new("substitute-only-when-ok", "A replacement idea is shown only when it is fine for you itself.", ProofKind.EverySituation,
            "Every condition and warning sign was tried at every level of urgency.", context => new SubstituteProof(context).Prove()),
        new("every-held-back-item-has-a-reason", "Everything left out or marked \"ask first\" says why.", ProofKind.EverySituation,
            "The reasons were asked for with every condition, warning sign and hard rule.", context => new ReasonsProof(context).Prove()),
        new("restrictions-end", "Every diet that cuts foods ends within six weeks and says how to bring foods back.", ProofKind.EverySituation,
            "Every such diet was looked at.", RestrictionsProof.Prove),
        new("hard-rules-and-rows-agree", "The hard rules are a second lock on what the ideas rule out themselves.", ProofKind.DoubleEntry,
            "Every hard rule was held against every idea that it names.", context => new HardRulesProof(context).Prove()),
        new("no-rule-is-missing", "The numbered rules have no gap.", ProofKind.DoubleEntry, "The numbers were counted.", NumberingProof.Prove),
        new("pinned-examples-hold", "Every example of a rule comes out as it is written down.", ProofKind.PinnedExamples,
            "Each example was worked out by the real rules.", context => new PinnedExamples(context).Hold()),
        new("examples-stand-on-both-sides", "Every rule with a number or several parts has examples both ways.", ProofKind.PinnedExamples,
            "The examples of each such rule were counted.", context => new PinnedExamples(context).StandOnBothSides()),
        new("every-question-matters", "Nothing is asked in vain.", ProofKind.EverySituation, "Every question, fact, section and kind of idea was looked at.", context => new UseProof(context).Prove()),
        new("every-question-is-reachable", "Every question is asked of somebody.", ProofKind.FoundExamples, HowFound, context => context.Reachability.Questions),
        new("every-flag-is-reachable", "Every warning sign can be told.", ProofKind.FoundExamples, HowFound, context => context.Reachability.Flags),
        new("every-state-is-reachable", "Every condition and medicine can be told.", ProofKind.FoundExamples, HowFound, context => context.Reachability.States),
        new("every-suggestion-is-reachable", "Every idea can be shown to somebody.", ProofKind.FoundExamples, HowFound, context => context.Reachability.Suggestions),
        new("every-tier-is-reachable", "Every level of urgency can come out.", ProofKind.FoundExamples, HowFound, context => context.Reachability.Tiers),
        new("no-rule-always-holds", "No rule is true of everyone.", ProofKind.FoundExamples, "The calmest answers were run through the real engine.", QuietProof.Prove),
        new("blank-safety-answer-gives-no-plan", "With a safety question left blank, there is no result and no plan.", ProofKind.EverySituation,
            "Each required question was left blank once.", BlankAnswersProof.Prove),
        new("healthy-adult-gets-ideas", "A healthy adult with a sure celiac test gets ideas, not a warning.", ProofKind.EverySituation,
            "Every age from 18 to 39 was tried, with every way to say that nothing is wrong.", context => new HealthyAdultProof(context).Prove()),
        new("order-does-not-matter", "The order of your answers does not matter.", ProofKind.FoundExamples,
            "Answers have no order for the engine. Each example found was decided forwards and backwards.", RepeatProof.Order),
        new("same-answers-same-decision", "The same answers always give the same result.", ProofKind.FoundExamples,
            "The engine has no clock, chance or memory. Each example found was decided twice.", RepeatProof.Again),
        new("stale-answers-show-nothing", "Old answers show no plan until they are asked again.", ProofKind.KeptByTests, HowStored, Nothing),
        new("published-rules-never-change", "A published set of rules does not change.", ProofKind.KeptByTests, HowStored, Nothing),
    ];

    public Proof Report(string id, string plain, Tally tally) => new(id, plain, Kind, How, tally.Situations, tally.Counterexamples);
}
