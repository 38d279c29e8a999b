using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

/// <summary>Points to priorities: which of the five phases to start with. Never looks at a tier.</summary>
internal sealed class PhaseRanking
{
    private readonly ScoringRules _scoring;
    private readonly (PhasePoints Points, CompiledCondition When)[] _points;
    private readonly (string Phase, CompiledCondition When)[] _goals;

    /// <param name="goalQuestion">LinkId of the question about what to change first.</param>
    public PhaseRanking(RuleIndex index, string goalQuestion)
    {
        _scoring = index.Ruleset.Scoring;
        _points = [.. _scoring.Points.Select(points => (points, index.Compile(points.When)))];
        _goals = [.. _scoring.Goals.Select(goal => (goal.Value, index.Compile(Conditions.Condition.Question(goalQuestion, goal.Key))))];
    }

    /// <summary>One of the five phases for one person.</summary>
    /// <param name="Rank">Zero for the phase to look at first.</param>
    public sealed record Ranked(string Phase, PhasePriority Priority, int Rank, IReadOnlyList<string> Because);

    /// <summary>The five phases, most pressing first.</summary>
    public IReadOnlyList<Ranked> Rank(Circumstances now)
    {
        now.UnsureCounts = true;
        var held = _points.Where(points => points.When.Holds(now)).Select(points => points.Points).ToArray();
        var goal = _goals.FirstOrDefault(goal => goal.When.Holds(now)).Phase;
        var phases = _scoring.TieOrder
            .Select((phase, tie) => (Phase: phase, Tie: tie, Points: held.Where(points => points.Phase == phase).Sum(points => points.Points)))
            .OrderByDescending(phase => phase.Points + (phase.Phase == goal ? 0.5 : 0))
            .ThenBy(phase => phase.Tie)
            .ToArray();

        // The first may start when it reaches the bar for "next"; a second only when it has the same points, at the start bar.
        var best = phases[0].Points;
        return [.. phases.Select((phase, rank) => new Ranked(phase.Phase, PriorityOf(phase.Points, rank), rank, Reasons(phase.Phase)))];

        PhasePriority PriorityOf(int points, int rank) =>
            (rank == 0 && points >= _scoring.Next) || (rank == 1 && points == best && points >= _scoring.Start) ? PhasePriority.Start
            : points >= _scoring.Next ? PhasePriority.Next
            : points >= _scoring.Later ? PhasePriority.Later
            : PhasePriority.NotNeeded;

        IReadOnlyList<string> Reasons(string phase) =>
            [.. held.Where(points => points.Phase == phase).OrderByDescending(points => points.Points).Select(points => points.Plain)];
    }
}
