using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using GutGuide.Web.Content;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>Everything the parts of the result page read.</summary>
public sealed record ResultView(Decision Decision, RulesetScoring Rules, Answers Answers, Region Region, SiteContent Content)
{
    public Ruleset Ruleset => Rules.Ruleset;

    /// <summary>The day of the last answer, from which a date to be seen by counts.</summary>
    public required DateOnly Answered { get; init; }

    private const string RegionQuestion = "region";
    private const string EatingDisorder = "sp-ed";

    /// <summary>How the ids of states begin that stand for a medicine.</summary>
    private const string MedicineState = "med-";

    public static ResultView Of(ConsultationService.ResultOutcome outcome, Data.Consultation consultation, SiteContent content) =>
        new(outcome.Decision, outcome.Rules, consultation.Content.Answers, content.Regions[consultation.Content.Answers[RegionQuestion] is { Codes: [var region, ..] } ? region : null], content)
        {
            Answered = DateOnly.FromDateTime((consultation.Content.LastAnsweredAt ?? consultation.ChangedAt).UtcDateTime),
        };

    /// <summary>The page on which a person says where they are.</summary>
    public string? RegionPage => Ruleset.Questionnaire.PageOf(RegionQuestion) is { } page ? Addresses.Question(page.Id) : null;

    /// <summary>People with an eating-disorder history are shown no amounts, counts or sums (safety rule base hr-3).</summary>
    public bool HidesNumbers => HidesNumbersIn(Decision);

    /// <inheritdoc cref="HidesNumbers"/>
    public static bool HidesNumbersIn(Decision decision) => decision.States.Contains(EatingDisorder);

    /// <summary>Flags that hold the tier where it is.</summary>
    public IEnumerable<RaisedFlag> TopFlags => Decision.RedFlags.Where(raised => raised.Tier == Decision.Tier);

    public bool HasKind(FlagKind kind) => Decision.RedFlags.Any(raised => raised.Flag.Kind == kind);

    /// <summary>What the person said, in the words they saw.</summary>
    public IReadOnlyList<AnswerInWords> InWords(IEnumerable<string> linkIds) => AnswerWords.Of(Ruleset.Questionnaire, Answers, linkIds);

    /// <summary>What the answers mean before any suggestion is looked at; worked out when something first asks for it.</summary>
    private Findings Findings => field ??= Rules.Engine.Scorer.Assess(Answers);

    /// <summary>Whether a state is set by doubt alone, so that nobody may be told they said it.</summary>
    public bool IsInDoubt(PatientState state) => Findings.IsInDoubt(state.Id);

    /// <summary>The answers behind a state, in the words the person saw.</summary>
    public IReadOnlyList<AnswerInWords> AnswersBehind(PatientState state) => InWords(Rules.Changes.LinkIdsBehind(state.Id, Findings));

    /// <summary>Everything that has a page of its own with what would change it. The address holds a place in this list and no name.</summary>
    public IReadOnlyList<Suggestion> Explained => field ??=
    [
        .. Decision.Offered.Select(planned => planned.Suggestion),
        .. Decision.HeldBack.Where(held => held.Relevant).Select(held => held.Suggestion),
    ];

    /// <summary>Where a person reads what would change a suggestion.</summary>
    public string WhyOf(Suggestion suggestion) => Addresses.Why(Explained.Index().First(explained => explained.Item == suggestion).Index + 1);

    /// <summary>The smallest change of the answers behind a suggestion that would take it away, in words.</summary>
    public string ChangeOf(PlannedSuggestion planned) =>
        Rules.Changes.TakesAway(Answers, planned.Suggestion.Id, planned.Because) is { } change
            ? change.TakesDangerSignAway ? "It rests on a sign that a doctor should know about, so there is nothing to change here." : $"It would not be here if {Words(change)}."
        : planned.Because.Count == 0 ? "None of your answers would take it away."
        : "No small change would: not even three of these answers together.";

    /// <summary>The smallest change of the answers behind a hold that would lift it, in words.</summary>
    public string ChangeOf(HeldBack held)
    {
        if (Rules.Changes.Allows(Answers, held) is not { } change)
        {
            return "No small change of your answers would change this.";
        }

        if (change.TakesDangerSignAway)
        {
            return "This waits until a doctor has looked at the sign behind it.";
        }

        var words = $"By the rules it would be allowed if {Words(change)}.";
        return change.Answers.Any(answer => IsAboutMedicines(answer.Item)) ? $"{words} Your medicine comes first: do not stop or change it for this." : words;
    }

    private static string Words(AnswerChange change) => string.Join(", and ", change.Answers.Select(answer => answer.Words));

    private static bool IsAboutMedicines(QuestionnaireItem item) =>
        item.Options.SelectMany(option => option.Sets).Any(setting => setting.Fact.StartsWith(MedicineState, StringComparison.Ordinal));

    /// <summary>The reason behind an id, in plain words.</summary>
    public string WordsOf(Trigger trigger) =>
        trigger.Reason.Length > 0 ? trigger.Reason
        : trigger.Id == Trigger.Floor ? "We ask everyone to check this one with a pharmacist or doctor first."
        : Ruleset.States.FirstOrDefault(state => state.Id == trigger.Id) is { } state ? IsInDoubt(state) ? $"We couldn't rule out {state.Plain}." : $"You told us: {state.Plain}."
        : Ruleset.Flags.FirstOrDefault(flag => flag.Id == trigger.Id) is { } flag ? $"Because of {flag.Plain}, see a doctor first."
        : trigger.Id;
}
