using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>Everything the parts of the result page read.</summary>
public sealed record ResultView(Decision Decision, RulesetScoring Rules, Answers Answers, Region Region, SiteContent Content)
{
    public Ruleset Ruleset => Rules.Ruleset;

    /// <summary>The day of the last answer, from which a date to be seen by counts.</summary>
    public required DateOnly Answered { get; init; }

    private const string EatingDisorder = "sp-ed";

    /// <summary>How the ids of states begin that stand for a medicine.</summary>
    private const string MedicineState = "med-";

    /// <summary>People with an eating-disorder history are shown no amounts, counts or sums (safety rule base hr-3).</summary>
    public bool HidesNumbers => HidesNumbersIn(Decision);

    /// <inheritdoc cref="HidesNumbers"/>
    public static bool HidesNumbersIn(Decision decision) => decision.States.Contains(EatingDisorder);

    /// <summary>Flags that hold the tier where it is.</summary>
    public IEnumerable<Core.Triage.RaisedFlag> TopFlags => Decision.RedFlags.Where(raised => raised.Tier == Decision.Tier);

    public bool HasKind(FlagKind kind) => Decision.RedFlags.Any(raised => raised.Flag.Kind == kind);

    /// <summary>What the person said, in the words they saw.</summary>
    public IReadOnlyList<AnswerInWords> InWords(IEnumerable<string> linkIds) => AnswerWords.Of(Ruleset.Questionnaire, Answers, linkIds);

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
        : Ruleset.States.FirstOrDefault(state => state.Id == trigger.Id) is { } state ? $"You told us: {state.Plain}."
        : Ruleset.Flags.FirstOrDefault(flag => flag.Id == trigger.Id) is { } flag ? $"Because of {flag.Plain}, see a doctor first."
        : trigger.Id;
}
