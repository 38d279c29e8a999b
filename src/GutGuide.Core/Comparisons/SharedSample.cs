using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Comparisons;

/// <summary>
/// Puts two versions' samples together, and lets each person answer under both: a question that only one version asks is
/// answered calmly where the person has said nothing to it.
/// </summary>
internal sealed class SharedSample(DecisionEngine before, IReadOnlyList<ReachedRule> reachedBefore, DecisionEngine after, IReadOnlyList<ReachedRule> reachedAfter, int walks)
{
    /// <returns>How many cannot be told in one of the versions; and the rest, each person once.</returns>
    public (int SetAside, IReadOnlyList<ComparedAnswers> Compared) Pair()
    {
        var samples = new AnswerSample[2];
        Parallel.Invoke(
            () => samples[0] = AnswerSample.Of(before.Ruleset, reachedBefore, walks),
            () => samples[1] = AnswerSample.Of(after.Ruleset, reachedAfter, walks));

        var (intoBefore, intoAfter) = (new Reteller(before), new Reteller(after));
        var setAside = 0;
        var compared = new Dictionary<string, ComparedAnswers>(StringComparer.Ordinal);
        foreach (var (person, retold) in samples[0].All.AsParallel().AsOrdered().Select(person => (person, intoAfter.Retell(person.Answers))))
        {
            Add(person, person.Answers, retold);
        }

        foreach (var (person, retold) in samples[1].All.AsParallel().AsOrdered().Select(person => (person, intoBefore.Retell(person.Answers))))
        {
            Add(person, retold, person.Answers);
        }

        return (setAside, [.. compared.Values]);

        void Add(SampledAnswers person, Answers? first, Answers? second)
        {
            if (first is null || second is null)
            {
                setAside++;
            }
            else
            {
                compared.TryAdd($"{AnswerSample.KeyOf(first)}|{AnswerSample.KeyOf(second)}", new ComparedAnswers(person, first, second));
            }
        }
    }

    /// <summary>Answers given under one version, told to another.</summary>
    private sealed class Reteller(DecisionEngine engine)
    {
        private readonly Dictionary<string, QuestionnaireItem> _items = engine.Ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        private readonly AnswerWalk _walk = new(engine.Scorer.Index);
        private readonly CalmAnswers _calm = new(engine.Scorer);

        public Answers? Retell(Answers answers) => QuestionnaireDifference.Translate(answers, _items) is { } known
            ? _walk.Of(item => known[item.Definition.LinkId] ?? (item.Definition.Required ? _calm.CalmAnswer(item) : null))
            : null;
    }
}
