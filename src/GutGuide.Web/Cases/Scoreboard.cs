using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Cases;

/// <summary>How one ruleset does on a set of cases.</summary>
/// <param name="Ruleset">Version of the rules.</param>
/// <param name="Results">In the order of the cases.</param>
/// <param name="LeftOut">Cases that do not fit the ruleset and were not tried.</param>
public sealed record Scoreboard(string Ruleset, IReadOnlyList<CaseResult> Results, int LeftOut)
{
    /// <summary>Given less help than expected.</summary>
    public IReadOnlyList<CaseResult> UnderTriage => [.. Results.Where(result => result.Given < result.Case.Expected)];

    /// <summary>Given more help than expected.</summary>
    public IReadOnlyList<CaseResult> OverTriage => [.. Results.Where(result => result.Given > result.Case.Expected)];

    /// <summary>Shown something they must not be shown.</summary>
    public IReadOnlyList<CaseResult> WronglyShown => [.. Results.Where(result => result.WronglyShown.Count > 0)];

    /// <summary>Not shown something they must be shown.</summary>
    public IReadOnlyList<CaseResult> NotShown => [.. Results.Where(result => result.NotShown.Count > 0)];

    /// <summary>Tries every case.</summary>
    public static Scoreboard Of(CaseSet cases, DecisionEngine engine)
    {
        var calm = new CalmPerson(engine.Ruleset);
        return new Scoreboard(
            engine.Ruleset.Version,
            [.. cases.Cases.Select(triageCase => CaseResult.Of(triageCase, engine.Decide(calm.Saying(triageCase.Answers))))],
            cases.LeftOut);
    }

    public int Count(CaseOutcome expected) => Results.Count(result => result.Case.Expected == expected);

    public int Count(CaseOutcome expected, CaseOutcome given) => Results.Count(result => result.Case.Expected == expected && result.Given == given);

    public int Count(CaseTrap trap) => Results.Count(result => result.Case.Trap == trap);
}

/// <summary>What the rules said of one case.</summary>
/// <param name="WronglyShown">Suggestions shown that must not be.</param>
/// <param name="NotShown">Suggestions that must be shown and are not.</param>
/// <param name="RulesMissing">Flags and states that should be behind the outcome and are not.</param>
public sealed record CaseResult(
    TriageCase Case,
    CaseOutcome Given,
    IReadOnlyList<string> WronglyShown,
    IReadOnlyList<string> NotShown,
    IReadOnlyList<string> RulesMissing)
{
    public bool IsAsExpected => Given == Case.Expected && WronglyShown.Count + NotShown.Count + RulesMissing.Count == 0;

    /// <exception cref="InvalidOperationException">The decision has no tier: a required answer is missing.</exception>
    public static CaseResult Of(TriageCase triageCase, Decision decision)
    {
        var shown = decision.Shown.Select(planned => planned.Suggestion.Id).ToArray();
        var raised = decision.RedFlags.Select(raised => raised.Flag.Id).Concat(decision.States);
        return new CaseResult(
            triageCase,
            OutcomeOf(decision),
            triageCase.ExpectsNoPlan ? shown : [.. shown.Intersect(triageCase.MustNot)],
            [.. triageCase.Must.Except(shown)],
            [.. triageCase.Rules.Except(raised)]);
    }

    private static CaseOutcome OutcomeOf(Decision decision) => decision.Tier switch
    {
        TriageTier.Emergency => CaseOutcome.Emergency,
        TriageTier.Urgent => CaseOutcome.Urgent,
        not null when decision.StopCard is not null => CaseOutcome.Under18,
        TriageTier.Soon => CaseOutcome.Soon,
        TriageTier.Routine => CaseOutcome.Routine,
        TriageTier.SelfCare => CaseOutcome.SelfCare,
        _ => throw new InvalidOperationException($"The case leaves these unanswered: {string.Join(", ", decision.Missing)}."),
    };
}
