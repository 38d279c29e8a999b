using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Comparisons;

/// <summary>Where an invented person of the sample comes from.</summary>
public enum SampleStratum
{
    /// <summary>A smallest example of a flag, state, suggestion, substitute, tier or question.</summary>
    Example,

    /// <summary>One answer away from such an example, or from the calmest answers.</summary>
    Neighbor,

    /// <summary>Went through the whole questionnaire at random.</summary>
    Walk,
}

/// <summary>One invented person, who has answered everything they are asked.</summary>
/// <param name="Telling">LinkIds of the answers that are not the calmest, in questionnaire order.</param>
public sealed record SampledAnswers(SampleStratum Stratum, Answers Answers, IReadOnlyList<string> Telling);

/// <summary>
/// A large, fixed, stratified sample of complete answer sets. The same rules give the same sample, on every machine: every
/// rule's smallest example, what lies one answer beside it, and whole random walks through the questionnaire. Rare rules are
/// therefore in it far more often than among visitors; it shows what a rule can do, not how often it does.
/// </summary>
public sealed class AnswerSample
{
    /// <summary>Random walks in a sample, unless another number is asked for.</summary>
    public const int Walks = 4_000;

    private AnswerSample(IReadOnlyList<SampledAnswers> all) => All = all;

    /// <summary>No two have the same answers.</summary>
    public IReadOnlyList<SampledAnswers> All { get; }

    /// <param name="reached">The smallest examples of the same ruleset, as the proofs find them.</param>
    /// <param name="walks">How many random walks.</param>
    public static AnswerSample Of(Ruleset ruleset, IReadOnlyList<ReachedRule> reached, int walks = Walks)
    {
        var scorer = new TriageScorer(ruleset);
        var walk = new AnswerWalk(scorer.Index);
        var calm = new CalmAnswers(scorer);
        var neighbors = new AnswerNeighbors(scorer.Index, walk, calm);
        var walkers = new RandomWalkers(scorer.Index, walk, calm);

        var all = new Dictionary<string, SampledAnswers>(StringComparer.Ordinal);
        foreach (var example in reached)
        {
            Add(SampleStratum.Example, example.Example.Answers);
        }

        foreach (var neighbor in all.Values.ToArray().SelectMany(neighbors.Of).Concat(neighbors.OfTheCalmest()))
        {
            Add(SampleStratum.Neighbor, neighbor);
        }

        for (var person = 0; person < walks; person++)
        {
            Add(SampleStratum.Walk, walkers.Walk(person));
        }

        return new AnswerSample([.. all.Values]);

        void Add(SampleStratum stratum, Answers answers)
        {
            var key = KeyOf(answers);
            if (!all.ContainsKey(key))
            {
                all[key] = new SampledAnswers(stratum, answers, TellingOf(scorer.Index, calm, answers));
            }
        }
    }

    internal static string KeyOf(Answers answers) => string.Join(';', answers.LinkIds.Select(linkId => $"{linkId}={answers[linkId]}"));

    internal static IReadOnlyList<string> TellingOf(RuleIndex index, CalmAnswers calm, Answers answers) =>
    [
        .. index.Items
            .Where(item => answers[item.Definition.LinkId] is { } answer && !answer.Equals(calm.CalmAnswer(item)))
            .Select(item => item.Definition.LinkId),
    ];
}
