using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Comparisons;

/// <summary>How many answer sets of the sample reach each rule.</summary>
/// <param name="Size">Answer sets in the sample.</param>
/// <param name="Raised">By id of a flag or state: in how many it is up.</param>
/// <param name="Shown">By id of a suggestion: in how many it is shown.</param>
/// <param name="HeldBack">By id of a suggestion: in how many it is relevant and held back.</param>
/// <param name="Tiers">In how many each tier comes out.</param>
/// <param name="Met">By linkId: how many meet the question.</param>
public sealed record SampleSurvey(
    int Size,
    IReadOnlyDictionary<string, int> Raised,
    IReadOnlyDictionary<string, int> Shown,
    IReadOnlyDictionary<string, int> HeldBack,
    IReadOnlyDictionary<TriageTier, int> Tiers,
    IReadOnlyDictionary<string, int> Met)
{
    public static SampleSurvey Of(Ruleset ruleset, IReadOnlyList<ReachedRule> reached)
    {
        var engine = new DecisionEngine(ruleset);
        var sample = AnswerSample.Of(ruleset, reached);
        var (raised, shown, held, met) = (Counts(), Counts(), Counts(), Counts());
        var tiers = new Dictionary<TriageTier, int>();
        foreach (var person in sample.All)
        {
            var decision = engine.Decide(person.Answers);
            Count(raised, decision.RedFlags.Select(flag => flag.Flag.Id).Concat(decision.States));
            Count(shown, decision.Shown.Select(planned => planned.Suggestion.Id));
            Count(held, decision.HeldBack.Where(back => back.Relevant).Select(back => back.Suggestion.Id));
            Count(met, person.Answers.All.Select(answer => answer.Key));
            if (decision.Tier is { } tier)
            {
                tiers[tier] = tiers.GetValueOrDefault(tier) + 1;
            }
        }

        return new SampleSurvey(sample.All.Count, raised, shown, held, tiers, met);
    }

    private static Dictionary<string, int> Counts() => new(StringComparer.Ordinal);

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
    }
}
