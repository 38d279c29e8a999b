using GutGuide.Core.Proofs.Examples;
using GutGuide.Core.Proofs.Promises;
using GutGuide.Core.Proofs.Tables;

namespace GutGuide.Core.Proofs.Claims;

/// <summary>A proof that an invariant can name. All of them run for every ruleset.</summary>
/// <param name="Plain">The claim in words for a visitor, when no invariant says it in its own.</param>
/// <param name="How">Why what is tried covers every answer set.</param>
internal sealed record NamedProof(string Name, string Plain, string How, Func<ProofRun, ProofOutcome> Prove)
{
    public const string HowPromises =
        "The real engine was run on the smallest sets of conditions and warning signs under which the promise is made. More of them only make things stricter, so the rest follows.";

    public const string HowTiers =
        "The real rules were run on the smallest sets of answers under which the promise is made. More of them never make the advice less urgent, so the rest follows.";

    public const string HowTests = "Tests keep it, which run before each release.";

    public const string HowSampled = "Tests try it on rules and people at random.";

    private const string HowTables = "Each rule was read for every combination of answers that it can tell apart.";

    private const string HowPairs = "The real engine was run on every condition and warning sign alone, and on every two together.";

    private const string HowFound = "An answer set was found for each, and run through the real engine.";

    private const string HowSelected =
        "The real selection was run on every two ideas, every three products, every kind of offer in each of the five steps, every order of the steps, and every first step that a rule can ask for.";

    public static NamedProof Names { get; } = new(
        "ids-are-defined-once", "Every rule has one name and one meaning, and every reason has a source.",
        "Every name in the rule files was looked up.", context => FaultsProof.Names(context.Ruleset));

    public static NamedProof Readings { get; } = new(
        "conditions-can-be-answered", "Every condition is read as it is written, and no rule denies a problem.",
        "Every comparison was held against the kind of what it reads.", context => FaultsProof.Readings(context.Ruleset));

    public static IReadOnlyList<NamedProof> All { get; } =
    [
        Names,
        Readings,
        new("more-problems-never-loosen-a-suggestion", "One more health problem never makes a suggestion easier to get.",
            HowPairs, context => context.Pairs.NothingLoosens),
        new("worse-answers-never-lower-the-tier", "A worse answer never makes the advice less urgent.", HowTables, RuleTableProofs.WorseAnswers),
        new("what-is-asked-keeps-caution", "Which questions you are asked never makes the advice less urgent.",
            "Every way to open and to hide a question was worked out from the conditions, and run through the real engine.", context => new VisibilityProof(context).Prove()),
        new("held-facts-count-until-denied", "A reassuring answer counts only when it was clearly given.",
            "Every such answer was left out, hidden and doubted, and read by the real rules.", HeldFactsProof.Prove),
        new("unsure-counts-as-yes-for-states", "\"I am not sure\" about a condition or medicine counts as yes.", HowTables, RuleTableProofs.UnsureStates),
        new("unsure-is-at-most-one-tier-lower", "\"I am not sure\" about a warning sign lowers the advice by one level at most.", HowTables, RuleTableProofs.UnsureFlags),
        new("limits-and-conflicts-hold", "Eight ideas at most, two in a step, one diet, two products, and no two ideas that clash.",
            HowSelected, context => context.Selection.Limits),
        new("every-step-called-for-holds-something", "Every step that your answers call for holds an idea, where one is allowed.",
            HowSelected, context => context.Selection.Coverage),
        new("an-empty-step-says-why", "A step with nothing in it says the one true reason.",
            HowSelected, context => context.Selection.Reasons),
        new("the-four-weeks-hold", "One new thing a week, no product before the third week, no diet before the fourth or while a test is open.",
            HowSelected, context => context.Selection.Weeks),
        new("tests-and-talks-take-no-place", "Every test that is due is shown, and takes no other idea's place.",
            HowSelected, context => context.Selection.TestsApart),
        new("reading-only-stays-out", "What is only for reading is never part of a plan.",
            HowSelected, context => context.Selection.ReadingOnly),
        new("a-gentle-plan-is-short", "With trouble with eating, now or ever, the plan stays short and lists nothing for reading.",
            HowSelected, context => context.Selection.Gentle),
        new("selection-changes-no-state", "Choosing what to show never makes an idea more or less allowed.",
            HowSelected, context => context.Selection.Purity),
        new("substitute-only-when-ok", "A replacement idea is shown only when it is fine for you itself.",
            "Each replacement was looked at.", SubstituteProof.Prove),
        new("every-held-back-item-has-a-reason", "Everything left out or marked \"ask first\" says why.",
            "The reasons were asked for with every condition, warning sign and hard rule.", context => new ReasonsProof(context).Prove()),
        new("restrictions-end", "Every diet that cuts foods ends within six weeks and says how to bring foods back.",
            "Every such diet was looked at.", RestrictionsProof.Prove),
        new("hard-rules-and-rows-agree", "The hard rules are a second lock on what the ideas rule out themselves.",
            "Every hard rule was held against every idea that it names.", context => new HardRulesProof(context).Prove()),
        new("pinned-examples-hold", "Every example of a rule comes out as it is written down.",
            "Each example was worked out by the real rules.", context => new PinnedExamples(context).Hold()),
        new("examples-stand-on-both-sides", "Every rule with a number or several parts has examples both ways.",
            "The examples of each such rule were counted.", context => new PinnedExamples(context).StandOnBothSides()),
        new("every-question-matters", "Nothing is asked in vain.", "Every question, fact, section and kind of idea was looked at.", context => new UseProof(context).Prove()),
        new("every-question-is-reachable", "Every question is asked of somebody.", HowFound, context => context.Reachability.Questions),
        new("every-flag-is-reachable", "Every warning sign can be told.", HowFound, context => context.Reachability.Flags),
        new("every-state-is-reachable", "Every condition and medicine can be told.", HowFound, context => context.Reachability.States),
        new("every-suggestion-is-reachable", "Every idea can be shown to somebody.", HowFound, context => context.Reachability.Suggestions),
        new("every-tier-is-reachable", "Every level of urgency can come out.", HowFound, context => context.Reachability.Tiers),
        new("no-rule-always-holds", "No rule is true of everyone.", "The calmest answers were run through the real engine.", QuietProof.Prove),
        new("blank-safety-answer-gives-no-plan", "With a safety question left blank, there is no result and no plan.",
            "Each required question was left blank once.", run => BlankAnswersProof.Prove(run, run.Reachability)),
        new("healthy-adult-gets-ideas", "A healthy adult with a sure celiac test gets ideas, not a warning.",
            "Every age from 18 to 39 was tried, with every way to say that nothing is wrong.", context => new HealthyAdultProof(context).Prove()),
    ];

    public Proof Report(string id, string plain, ProofOutcome tally) => new(id, plain, tally.Kind, How, tally.Situations, tally.Counterexamples);
}
