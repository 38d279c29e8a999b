using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

/// <summary>Points to priorities: which of the five phases to start with. Never changes a tier or a state.</summary>
internal sealed class PhaseRanking
{
    private readonly ScoringRules _scoring;
    private readonly (int Phase, PhasePoints Points, CompiledCondition When)[] _points;
    private readonly int[] _byTie;
    private readonly bool[] _keepsWell;

    public PhaseRanking(RuleIndex index)
    {
        _scoring = index.Ruleset.Scoring;
        _points =
        [
            .. _scoring.Points
                .Select(points => (CandidateOrder.PhaseNumber(points.Phase), points, index.Compile(points.When)))
                .OrderByDescending(points => points.points.Points),
        ];
        _byTie = [.. _scoring.TieOrder.Concat(Ruleset.Phases.Skip(1)).Distinct().Select(CandidateOrder.PhaseNumber).Where(phase => phase >= 0)];
        _keepsWell = [.. Ruleset.Phases.Skip(1).Select(phase => _scoring.Selection.StayingWell?.Phases.Contains(phase) == true)];
    }

    /// <summary>One of the five phases for one person.</summary>
    /// <param name="Number">From zero, in reading order.</param>
    public sealed record Ranked(int Number, string Phase, PhasePriority Priority, IReadOnlyList<string> Because);

    /// <summary>The five phases: start before next before later, and in a tie the fixed tie order.</summary>
    /// <param name="IsForStayingWell">Nothing that is called for has anything for this person.</param>
    public readonly record struct Ranking(IReadOnlyList<Ranked> Phases, bool IsForStayingWell);

    /// <param name="candidates">Of each phase, in reading order.</param>
    public Ranking Rank(Circumstances now, SelectionCase person, CandidateOrder order, int[][] candidates)
    {
        var held = Held(now);
        var hasWish = Array.ConvertAll(candidates, phase => _scoring.Goal is not null && Array.Exists(phase, number => IsWishedHabit(number, person, order)));
        var points = Sums(held, hasWish);
        var priorities = Priorities(points, hasWish);
        if (person.Lead is { } lead && order.PhaseOf(lead) is >= 0 and var leading)
        {
            priorities[leading] = PhasePriority.Start;
        }

        var isForStayingWell = IsNothingCalledFor(priorities, candidates);
        var ranked = new List<Ranked>(priorities.Length);
        for (var priority = PhasePriority.Start; priority <= PhasePriority.NotNeeded; priority++)
        {
            foreach (var phase in _byTie)
            {
                var keepsWell = isForStayingWell && _keepsWell[phase] && priorities[phase] == PhasePriority.NotNeeded;
                if ((keepsWell ? PhasePriority.Later : priorities[phase]) == priority)
                {
                    ranked.Add(new Ranked(phase, Ruleset.Phases[phase + 1], priority, Reasons(phase, held, hasWish[phase], keepsWell)));
                }
            }
        }

        return new Ranking(ranked, isForStayingWell);
    }

    private static bool IsWishedHabit(int number, SelectionCase person, CandidateOrder order) =>
        person.Wished[number] && person.States[number] == SuggestionState.Ok && order.Kinds[number] == SuggestionKind.Habit;

    private List<(int Phase, PhasePoints Points)> Held(Circumstances now)
    {
        now.UnsureCounts = true;
        var held = new List<(int, PhasePoints)>();
        foreach (var (phase, points, when) in _points)
        {
            if (when.Holds(now))
            {
                held.Add((phase, points));
            }
        }

        return held;
    }

    private int[] Sums(List<(int Phase, PhasePoints Points)> held, bool[] hasWish)
    {
        var sums = Array.ConvertAll(hasWish, wish => wish ? _scoring.Goal!.Points : 0);
        foreach (var (phase, points) in held)
        {
            sums[phase] += points.Points;
        }

        return sums;
    }

    /// <summary>The first may start when it reaches the bar for "next"; a second only when it has the same points, at the start bar.</summary>
    private PhasePriority[] Priorities(int[] points, bool[] hasWish)
    {
        var byPoints = _byTie.OrderByDescending(phase => (2 * points[phase]) + (hasWish[phase] ? 1 : 0)).ToArray();
        var priorities = new PhasePriority[points.Length];
        for (var rank = 0; rank < byPoints.Length; rank++)
        {
            var sum = points[byPoints[rank]];
            priorities[byPoints[rank]] =
                (rank == 0 && sum >= _scoring.Next) || (rank == 1 && sum == points[byPoints[0]] && sum >= _scoring.Start) ? PhasePriority.Start
                : sum >= _scoring.Next ? PhasePriority.Next
                : sum >= _scoring.Later ? PhasePriority.Later
                : PhasePriority.NotNeeded;
        }

        return priorities;
    }

    private bool IsNothingCalledFor(PhasePriority[] priorities, int[][] candidates)
    {
        for (var phase = 0; phase < priorities.Length; phase++)
        {
            if (priorities[phase] != PhasePriority.NotNeeded && candidates[phase].Length > 0)
            {
                return false;
            }
        }

        return _scoring.Selection.StayingWell is not null;
    }

    private List<string> Reasons(int phase, List<(int Phase, PhasePoints Points)> held, bool hasWish, bool keepsWell)
    {
        var reasons = new List<string>();
        if (hasWish)
        {
            reasons.Add(_scoring.Goal!.Plain);
        }

        foreach (var (other, points) in held)
        {
            if (other == phase && !reasons.Contains(points.Plain))
            {
                reasons.Add(points.Plain);
            }
        }

        if (keepsWell)
        {
            reasons.Add(_scoring.Selection.StayingWell!.Plain);
        }

        return reasons;
    }
}
