using GutGuide.Core.Conditions;

namespace GutGuide.Core.Proofs.Search;

/// <summary>Something the search still has to bring about.</summary>
/// <param name="Rank">Smaller for goals with fewer ways to reach them.</param>
internal abstract record AnswerGoal(int Rank)
{
    public static AnswerGoal Holds(Condition condition) => new Held(condition);

    public static AnswerGoal Fails(Condition condition) => new Failed(condition);

    public static AnswerGoal Asks(int item) => new Asked(item);

    /// <summary>The condition holds.</summary>
    public sealed record Held(Condition Condition) : AnswerGoal(RankOf(Condition))
    {
        private static int RankOf(Condition condition) => condition switch
        {
            Comparison { Subject: Subject.Question } => 0,
            All => 1,
            Comparison { Subject: Subject.Section } => 5,
            Comparison => 2,
            _ => 3,
        };
    }

    /// <summary>The condition does not hold, because of what is answered.</summary>
    public sealed record Failed(Condition Condition) : AnswerGoal(Condition is All ? 3 : 0);

    /// <summary>The item is met.</summary>
    public sealed record Asked(int Item) : AnswerGoal(1);

    /// <summary>Points of chosen options add up; options before <paramref name="From"/> are not looked at again.</summary>
    /// <param name="Options">Most points first.</param>
    /// <param name="LeastAnswers">Options that are still needed at least.</param>
    public sealed record Summed(IReadOnlyList<PointOption> Options, double AtLeast, int From, int LeastAnswers = 0) : AnswerGoal(5);
}

/// <summary>An option that adds points to a section or to a fact.</summary>
internal sealed record PointOption(int Item, ulong Option, double Points);

/// <summary>One way towards a goal.</summary>
/// <param name="Cost">Telling answers it takes.</param>
/// <param name="Take">Enters it into a draft; false when it contradicts the draft.</param>
/// <param name="Goals">What it leaves to do.</param>
internal sealed record AnswerStep(int Cost, Func<AnswerDraft, bool> Take, IReadOnlyList<AnswerGoal> Goals)
{
    /// <summary>Telling answers that it and its goals take at least.</summary>
    public int LeastCost => Cost + Goals.Sum(goal => goal is AnswerGoal.Summed summed ? summed.LeastAnswers : 0);

    /// <summary>Nothing to do but these goals.</summary>
    public static AnswerStep To(params AnswerGoal[] goals) => new(0, _ => true, goals);
}
