using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>Everything the parts of the result page read.</summary>
public sealed record ResultView(Decision Decision, Ruleset Ruleset, Answers Answers, Region Region, SiteContent Content)
{
    private const string EatingDisorder = "sp-ed";

    /// <summary>People with an eating-disorder history are shown no amounts, counts or sums (safety rule base hr-3).</summary>
    public bool HidesNumbers => Decision.States.Contains(EatingDisorder);

    /// <summary>Flags that hold the tier where it is.</summary>
    public IEnumerable<Core.Triage.RaisedFlag> TopFlags => Decision.RedFlags.Where(raised => raised.Tier == Decision.Tier);

    public bool HasKind(FlagKind kind) => Decision.RedFlags.Any(raised => raised.Flag.Kind == kind);

    /// <summary>What the person said, in the words they saw.</summary>
    public IReadOnlyList<AnswerInWords> InWords(IEnumerable<string> linkIds) => AnswerWords.Of(Ruleset.Questionnaire, Answers, linkIds);

    /// <summary>The reason behind an id, in plain words.</summary>
    public string WordsOf(Trigger trigger) =>
        trigger.Reason.Length > 0 ? trigger.Reason
        : trigger.Id == Trigger.Floor ? "We ask everyone to check this one with a pharmacist or doctor first."
        : Ruleset.States.FirstOrDefault(state => state.Id == trigger.Id) is { } state ? $"You told us: {state.Plain}."
        : Ruleset.Flags.FirstOrDefault(flag => flag.Id == trigger.Id) is { } flag ? $"Because of {flag.Plain}, see a doctor first."
        : trigger.Id;
}
