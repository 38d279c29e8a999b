using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>Counts the situations one proof tries, and keeps what breaks the claim.</summary>
/// <param name="kind">What those who count here go through.</param>
internal sealed class ProofOutcome(ProofKind kind = ProofKind.EachOnce)
{
    /// <summary>Enough to see what is wrong; a fault at the root would otherwise be told thousands of times.</summary>
    private const int MostCounterexamples = 40;

    private readonly List<Counterexample> _counterexamples = [];
    private readonly HashSet<(string Rule, string Message)> _told = [];

    public ProofKind Kind => kind;

    public long Situations { get; private set; }

    public IReadOnlyList<Counterexample> Counterexamples => _counterexamples;

    public void Count(long situations = 1) => Situations += situations;

    public void Fail(string rule, string message, AnswerExample? example = null, PinnedExample? pinned = null)
    {
        if (_told.Add((rule, message)) && _counterexamples.Count < MostCounterexamples)
        {
            _counterexamples.Add(new Counterexample(rule, message, example) { Pinned = pinned });
        }
    }

    /// <summary>Counts a situation and notes a counterexample when the claim does not hold in it.</summary>
    public void Expect(bool holds, string rule, string message)
    {
        Count();
        if (!holds)
        {
            Fail(rule, message);
        }
    }
}
