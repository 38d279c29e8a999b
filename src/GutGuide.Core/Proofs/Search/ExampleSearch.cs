using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Proofs.Search;

/// <summary>
/// Looks for a smallest answer set that leads somewhere: backwards from a condition to the options that make it hold and the
/// questions that must appear for them, one telling answer at first, then two, and so on. Everything else is answered as calmly
/// as it can be. Whatever is found is run through the real engine before it counts.
/// </summary>
internal sealed class ExampleSearch
{
    private const int MostTellingAnswers = 16;
    private const int MostDeviations = 5;
    private const int StepsForFirst = 8_000;
    private const int StepsForSmaller = 2_000;
    private const int TriesForOne = 300;
    private const int TriesForShort = 8;

    private readonly DecisionEngine _engine;
    private readonly AnswerGoals _goals;
    private readonly CalmAnswers _calm;
    private int _stepsLeft;
    private int _triesLeft;

    /// <summary>For all searches together: a questionnaire that is broken at its root must not be searched to the end a hundred times.</summary>
    private long _stepsLeftInAll = 1_000_000;

    public ExampleSearch(DecisionEngine engine)
    {
        _engine = engine;
        _calm = new CalmAnswers(engine.Scorer);
        _goals = new AnswerGoals(engine.Scorer.Index, _calm);
    }

    public CalmAnswers Calm => _calm;

    /// <summary>A smallest answer set under which the condition holds and <paramref name="leadsThere"/> agrees; null when none was found.</summary>
    public AnswerExample? Find(Condition goal, Func<Answers, bool> leadsThere) => Find([AnswerGoal.Holds(goal)], leadsThere);

    /// <summary>A smallest answer set that meets this question.</summary>
    public AnswerExample? FindAsking(string linkId) => Find(
        [AnswerGoal.Asks(_engine.Scorer.Index.ItemOf(linkId).Number)],
        answers => _engine.Scorer.Assess(answers).Live.Contains(linkId));

    /// <summary>A smallest answer set with these states set and flags up; null when there are none to ask for, or none was found.</summary>
    public AnswerExample? Leading(int[] signs)
    {
        var ids = signs.Select(new SignIndex(_engine.Scorer.Index).IdOf).ToArray();
        return ids.Length == 0 ? null : Find(
            new All([.. ids.Select(id => _engine.Scorer.Index.IsFlag(id) ? Condition.Flag(id) : Condition.State(id))]),
            answers => _engine.Decide(answers) is var decision && ids.All(id => decision.States.Contains(id) || decision.RedFlags.Any(raised => raised.Flag.Id == id)));
    }

    /// <summary>These answers, and the calmest ones to everything else they lead to.</summary>
    public Answers? Around(params IEnumerable<(string LinkId, Answer Answer)> given)
    {
        var draft = new AnswerDraft(_engine.Scorer.Index.Items.Count);
        foreach (var (linkId, answer) in given)
        {
            var item = _engine.Scorer.Index.ItemOf(linkId);
            draft.Ask(item.Number);
            if (answer.Number is { } number ? !draft.Narrow(item, number, number) : answer.Codes.Any(code => !draft.Choose(item, item.MaskOf(code))))
            {
                return null;
            }
        }

        return _calm.Complete(draft);
    }

    /// <summary>Any example, which is quick: straying from the likeliest way never, then once, then twice and so on.</summary>
    public AnswerExample? First(AnswerGoal[] goals, Func<Answers, bool> leadsThere) =>
        First(_goals.WithoutStops(), goals, leadsThere) ?? First(_goals.Anything(), goals, leadsThere);

    /// <summary>For what may well not exist: a few tries, then null.</summary>
    public AnswerExample? Short(AnswerGoal[] goals, Func<Answers, bool> leadsThere) =>
        First(_goals.WithoutStops(), goals, leadsThere, TriesForShort) is { } found ? Shrunk(found, leadsThere) : null;

    private AnswerExample? First(AnswerDraft start, AnswerGoal[] goals, Func<Answers, bool> leadsThere, int tries = TriesForOne) =>
        WithSteps(StepsForFirst, tries, () => Enumerable.Range(0, MostDeviations)
            .Select(deviations => Solve(start, goals, MostTellingAnswers, deviations, leadsThere))
            .FirstOrDefault(example => example is not null));

    /// <summary>Any example first, without what it can do without; then with no telling answer, with one, with two, up to what is known.</summary>
    private AnswerExample? Find(AnswerGoal[] goals, Func<Answers, bool> leadsThere)
    {
        if (First(goals, leadsThere) is not { } first)
        {
            return null;
        }

        var shrunk = Shrunk(first, leadsThere);
        return WithSteps(StepsForSmaller, TriesForOne, () => Enumerable.Range(0, CostOf(shrunk))
            .Select(most => Solve(_goals.Anything(), goals, most, int.MaxValue, leadsThere))
            .FirstOrDefault(smaller => smaller is not null)) ?? shrunk;
    }

    private static int CostOf(AnswerExample example) => example.Telling.Sum(linkId => Math.Max(example.Answers[linkId]!.Codes.Count, 1));

    /// <summary>Takes back every answer that the example can do without.</summary>
    public AnswerExample Shrunk(AnswerExample example, Func<Answers, bool> leadsThere)
    {
        foreach (var linkId in example.Telling.Reverse())
        {
            var others = example.Telling.Where(other => other != linkId && example.Answers[other] is not null).Select(other => (other, example.Answers[other]!)).ToArray();
            var smaller = Fewer(example.Answers[linkId])
                .Select(fewer => Around(fewer is null ? others : [.. others, (linkId, fewer)]))
                .FirstOrDefault(answers => answers is not null && leadsThere(answers));
            example = smaller is null ? example : _calm.Example(smaller);
        }

        return example;
    }

    /// <summary>No answer at all, which means the calmest one; or one choice less.</summary>
    private static IEnumerable<Answer?> Fewer(Answer? answer) =>
        answer is { Codes.Count: > 1 } ? answer.Codes.Select(code => Answer.Of(answer.Codes.Where(other => other != code))).Prepend(null) : [null];

    private AnswerExample? WithSteps(int steps, int tries, Func<AnswerExample?> search)
    {
        _stepsLeft = (int)Math.Min(steps, _stepsLeftInAll);
        _triesLeft = tries;
        _stepsLeftInAll -= _stepsLeft;
        var found = search();
        _stepsLeftInAll += Math.Max(_stepsLeft, 0);
        return found;
    }

    private AnswerExample? Solve(AnswerDraft draft, AnswerGoal[] open, int answersLeft, int deviationsLeft, Func<Answers, bool> leadsThere)
    {
        if (--_stepsLeft < 0 || _triesLeft <= 0)
        {
            return null;
        }

        if (open.Length == 0)
        {
            _triesLeft--;
            return _calm.Complete(draft) is { } answers && leadsThere(answers) ? _calm.Example(answers) : null;
        }

        foreach (var step in _goals.StepsTo(open[0], draft).Where(step => step.LeastCost <= answersLeft))
        {
            var next = draft.Copy();
            if (step.Take(next))
            {
                if (Solve(next, Merge(open, step.Goals), answersLeft - step.Cost, deviationsLeft, leadsThere) is { } found)
                {
                    return found;
                }

                if (--deviationsLeft < 0)
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Goals with fewer ways to reach them come first, so that a dead end shows early.</summary>
    private static AnswerGoal[] Merge(AnswerGoal[] open, IReadOnlyList<AnswerGoal> added) =>
        added.Count == 0 ? open[1..] : [.. added.Concat(open.Skip(1)).OrderBy(goal => goal.Rank)];
}
