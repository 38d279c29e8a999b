using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>Everything the parts of the result page read.</summary>
public sealed record ResultView(Decision Decision, RulesetScoring Rules, Answers Answers, Region Region, SiteContent Content)
{
    public Ruleset Ruleset => Rules.Ruleset;

    private const string EatingDisorder = "sp-ed";

    /// <summary>People with an eating-disorder history are shown no amounts, counts or sums (safety rule base hr-3).</summary>
    public bool HidesNumbers => HidesNumbersIn(Decision);

    /// <inheritdoc cref="HidesNumbers"/>
    public static bool HidesNumbersIn(Decision decision) => decision.States.Contains(EatingDisorder);

    /// <summary>Flags that hold the tier where it is.</summary>
    public IEnumerable<Core.Triage.RaisedFlag> TopFlags => Decision.RedFlags.Where(raised => raised.Tier == Decision.Tier);

    public bool HasKind(FlagKind kind) => Decision.RedFlags.Any(raised => raised.Flag.Kind == kind);

    /// <summary>What the person said, in the words they saw.</summary>
    public IReadOnlyList<AnswerInWords> InWords(IEnumerable<string> linkIds) => AnswerWords.Of(Ruleset.Questionnaire, Answers, linkIds);

    /// <summary>The smallest change of answers that would take a suggestion away, in words.</summary>
    public string ChangeOf(PlannedSuggestion planned)
    {
        if (Rules.Changes.TakesAway(Answers, planned.Suggestion.Id, planned.Because) is not { } change)
        {
            return "No change of one or two answers would take it away.";
        }

        var conditions = change.Answers.Select(answer =>
            $"you had answered “{string.Join("; ", AnswerWords.Of(answer.Item, answer.Instead).Given)}” to “{answer.Item.Text}”");
        return $"It would not be here if {string.Join(", and ", conditions)}.";
    }

    /// <summary>The reason behind an id, in plain words.</summary>
    public string WordsOf(Trigger trigger) =>
        trigger.Reason.Length > 0 ? trigger.Reason
        : trigger.Id == Trigger.Floor ? "We ask everyone to check this one with a pharmacist or doctor first."
        : Ruleset.States.FirstOrDefault(state => state.Id == trigger.Id) is { } state ? $"You told us: {state.Plain}."
        : Ruleset.Flags.FirstOrDefault(flag => flag.Id == trigger.Id) is { } flag ? $"Because of {flag.Plain}, see a doctor first."
        : trigger.Id;
}
