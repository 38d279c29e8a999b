using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>What the proof of a claim covers. It comes from what the proof goes through, and is never written down beside it.</summary>
public enum ProofKind
{
    /// <summary>Every combination that the rules can tell apart, or every smallest one where more can only be stricter.</summary>
    AllSituations,

    /// <summary>Every sign alone, and every two together.</summary>
    AllPairs,

    /// <summary>Each rule, question or example once.</summary>
    EachOnce,

    /// <summary>Rules and people at random, by tests.</summary>
    AtRandom,

    /// <summary>Not proven here: tests over finished pages or stored rulesets keep it.</summary>
    KeptByTests,
}

/// <summary>Everything the checker says about one ruleset.</summary>
/// <param name="Ruleset">Version of the rules.</param>
/// <param name="Proofs">Invariants in their own order, then what is proven of every ruleset.</param>
/// <param name="Reached">A smallest example for each flag, state, suggestion, substitute, tier and question.</param>
public sealed record ProofReport(string Ruleset, IReadOnlyList<Proof> Proofs, IReadOnlyList<ReachedRule> Reached)
{
    public bool Holds => Proofs.All(proof => proof.Holds);

    /// <summary>Situations covered, all proofs together.</summary>
    public long Situations => Proofs.Sum(proof => proof.Situations);

    public IEnumerable<Counterexample> Counterexamples => Proofs.SelectMany(proof => proof.Counterexamples);
}

/// <summary>One claim and what became of it.</summary>
/// <param name="Id">Of an invariant, or the name of the proof.</param>
/// <param name="Plain">The claim in words for a visitor.</param>
/// <param name="How">Why what was tried covers every answer set.</param>
/// <param name="Situations">How many situations were tried.</param>
/// <param name="Counterexamples">Empty when the claim holds.</param>
public sealed record Proof(
    string Id,
    string Plain,
    ProofKind Kind,
    string How,
    long Situations,
    IReadOnlyList<Counterexample> Counterexamples)
{
    /// <summary>Tests that keep the claim, or help to.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    public bool Holds => Counterexamples.Count == 0;
}

/// <summary>Where a claim breaks.</summary>
/// <param name="Rule">Id of the flag, state, class, suggestion, rule, fact or question to look at.</param>
/// <param name="Message">What was found, with the ids that play a part.</param>
/// <param name="Example">A smallest answer set that leads there; null when the fault is not about answers.</param>
public sealed record Counterexample(string Rule, string Message, AnswerExample? Example = null)
{
    /// <summary>The pinned example that does not come out; null when the fault is not in one.</summary>
    public PinnedExample? Pinned { get; init; }

    public override string ToString() => Example is null ? $"{Rule}: {Message}" : $"{Rule}: {Message} (example: {Example.Words})";
}

/// <summary>A complete answer set in which only a few answers tell anything.</summary>
/// <param name="Answers">Everything the person would be asked.</param>
/// <param name="Telling">LinkIds of the answers that matter, in questionnaire order; every other answer is the calmest one.</param>
public sealed record AnswerExample(Answers Answers, IReadOnlyList<string> Telling)
{
    /// <summary>The telling answers as ids, such as <c>gut = loose, pain; age = 40</c>.</summary>
    public string Words => Telling.Count == 0 ? "the calmest answers" : string.Join("; ", Telling.Select(linkId => $"{linkId} = {Answers[linkId]}"));
}

public enum ReachedKind
{
    Flag,
    State,
    Suggestion,
    Substitute,
    Tier,
    Question,
}

/// <summary>Something that some answer set leads to, with the smallest one found.</summary>
/// <param name="Id">Of the flag, state, suggestion (offered as a substitute, too), tier or question.</param>
public sealed record ReachedRule(ReachedKind Kind, string Id, AnswerExample Example);
