using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>Holds one selection against what selection promises.</summary>
internal sealed class SelectionCheck(Ruleset ruleset, CandidateOrder order, SelectionProof proof)
{
    private const int MostInAll = 8;
    private const int MostPerPhase = 2;
    private const int MostProducts = 2;

    private readonly ConflictGroup?[,] _clashes = Clashes(ruleset, isSameStart: false);
    private readonly ConflictGroup?[,] _sameStart = Clashes(ruleset, isSameStart: true);

    public ConflictGroup? ClashOf(int one, int other) => _clashes[one, other];

    public void Check(SelectionCase person, Selection selection)
    {
        var chosen = selection.Phases.SelectMany(phase => phase.Chosen).ToArray();
        CheckLimits(person, selection, chosen);
        CheckFirst(person, selection);
        foreach (var phase in selection.Phases)
        {
            CheckCoverage(person, selection, phase, chosen);
            CheckReason(person, phase);
        }

        CheckWeeks(person, selection, chosen);
        proof.ReadingOnly.Expect(
            !selection.Phases.Any(phase => phase.Chosen.Concat(phase.More).Any(IsReadingOnly)) && !selection.Weeks.Any(week => week.Any(IsReadingOnly)),
            "selection",
            "something that is only for reading has a place in the plan");
        if (person.IsGentle)
        {
            proof.Gentle.Expect(chosen.Length <= person.Most, "selection", $"a gentle plan holds {chosen.Length} items");
            proof.Gentle.Expect(selection.ReadingOnly.Count == 0, "selection", "a gentle plan lists what is only for reading");
        }
    }

    private void CheckLimits(SelectionCase person, Selection selection, int[] chosen)
    {
        proof.Limits.Count();
        if (chosen.Length > MostInAll || selection.Phases.Any(phase => phase.Chosen.Count > MostPerPhase))
        {
            proof.Limits.Fail("hr-9", $"the plan is too long: {Names(chosen)}");
        }

        if (CountOf(chosen, SuggestionKind.Diet) > 1 || CountOf(chosen, SuggestionKind.Product) > MostProducts || selection.Phases.Any(phase => CountOf(phase.Chosen, SuggestionKind.Product) > 1))
        {
            proof.Limits.Fail("hr-9", $"too many diets or products are shown together: {Names(chosen)}");
        }

        var offered = chosen.Concat(selection.Phases.SelectMany(phase => phase.More)).ToArray();
        for (var i = 0; i < offered.Length; i++)
        {
            for (var j = i + 1; j < offered.Length; j++)
            {
                if (_clashes[offered[i], offered[j]] is { } clash)
                {
                    proof.Limits.Fail(clash.Id, $"{Name(offered[i])} and {Name(offered[j])} clash, and are offered together");
                }
            }
        }

        foreach (var number in chosen.Where(number => number != person.Lead && !person.IsOpen(number)))
        {
            proof.Limits.Fail(Name(number), "is withheld, not relevant or an old story, and still selected");
        }
    }

    private void CheckFirst(SelectionCase person, Selection selection)
    {
        foreach (var number in order.TestsAndTalks.Where(person.IsOpen))
        {
            var isOwed = order.Kinds[number] == SuggestionKind.Test || ruleset.Suggestions[number].Pinned;
            proof.TestsApart.Count();
            if (!selection.First.Contains(number) && (isOwed || !selection.FurtherTalks.Contains(number)))
            {
                proof.TestsApart.Fail(Name(number), "is due, and is shown nowhere");
            }
        }
    }

    private void CheckCoverage(SelectionCase person, Selection selection, SelectedPhase phase, int[] chosen)
    {
        proof.Coverage.Count();
        if (phase.Ranked.Priority == PhasePriority.NotNeeded)
        {
            if (phase.Chosen.Count + phase.More.Count > 0)
            {
                proof.Coverage.Fail(phase.Ranked.Phase, "is not called for, and shows something");
            }

            return;
        }

        if (phase.Chosen.Any(number => person.States[number] == SuggestionState.Ok))
        {
            return;
        }

        for (var number = 0; number < person.States.Length; number++)
        {
            var isWanted = phase.Chosen.Count == 0 || person.States[number] == SuggestionState.Ok;
            if (isWanted && order.PhaseOf(number) == phase.Ranked.Number && person.IsOpen(number) && !phase.Chosen.Contains(number) && HasRoom(number, person, phase, chosen))
            {
                proof.Coverage.Fail(phase.Ranked.Phase, $"has room for {Name(number)}, and shows {(phase.Chosen.Count == 0 ? "nothing" : "only what to ask about")}");
            }
        }
    }

    private bool HasRoom(int number, SelectionCase person, SelectedPhase phase, int[] chosen) =>
        chosen.Length < person.Most
        && phase.Chosen.Count < MostPerPhase
        && !(order.Kinds[number] == SuggestionKind.Diet && CountOf(chosen, SuggestionKind.Diet) > 0)
        && !(order.Kinds[number] == SuggestionKind.Product && (CountOf(chosen, SuggestionKind.Product) == MostProducts || CountOf(phase.Chosen, SuggestionKind.Product) > 0))
        && !Array.Exists(chosen, other => _clashes[number, other] is not null);

    private void CheckReason(SelectionCase person, SelectedPhase phase)
    {
        var inPhase = Enumerable.Range(0, person.States.Length).Where(number => order.PhaseOf(number) == phase.Ranked.Number && person.Relevant[number]).ToArray();
        var isTrue = phase.Empty switch
        {
            null => phase.Chosen.Count > 0,
            EmptyReason.NothingNeeded => phase.Ranked.Priority == PhasePriority.NotNeeded,
            EmptyReason.Done => inPhase.Any(number => person.TriedOf(number) == TriedOutcome.DoingAlready) && !inPhase.Any(person.IsOpen),
            EmptyReason.HeldBack => inPhase.Length > 0 && inPhase.All(number => person.ByRule[number] == SuggestionState.Never),
            EmptyReason.TestsFirst => inPhase.Any(number => person.ByRule[number] != SuggestionState.Never && person.States[number] == SuggestionState.Never),
            EmptyReason.Tried => inPhase.Any(number => person.TriedOf(number) is TriedOutcome.NoHelp or TriedOutcome.Worse),
            EmptyReason.Limit => inPhase.Any(person.IsOpen),
            _ => inPhase.Length == 0,
        };
        proof.Reasons.Expect(isTrue && (phase.Empty is null) == (phase.Chosen.Count > 0), phase.Ranked.Phase, $"shows {phase.Chosen.Count} items, and gives the reason {phase.Empty}");
    }

    private void CheckWeeks(SelectionCase person, Selection selection, int[] chosen)
    {
        var weeks = selection.Weeks;
        var isSound = weeks.Count == FourWeeks.NothingNew.Count
            && weeks.Skip(1).All(week => week.Count <= 1)
            && weeks.SelectMany(week => week).All(number => person.States[number] == SuggestionState.Ok && (chosen.Contains(number) || selection.First.Contains(number)))
            && weeks.SelectMany(week => week).Distinct().Count() == weeks.Sum(week => week.Count)
            && weeks[0].Concat(weeks[1]).All(number => order.Kinds[number] is not (SuggestionKind.Product or SuggestionKind.Diet))
            && weeks[2].All(number => order.Kinds[number] != SuggestionKind.Diet)
            && !(person.DietsWait && CountOf(weeks[3], SuggestionKind.Diet) > 0)
            && CountOf([.. weeks.SelectMany(week => week)], SuggestionKind.Product) + CountOf(weeks[3], SuggestionKind.Diet) <= 1
            && weeks[0].Count(number => order.Kinds[number] == SuggestionKind.Habit) <= 2
            && !weeks[0].Any(one => weeks[0].Any(other => _sameStart[one, other] is not null));
        proof.Weeks.Expect(isSound, "selection", $"the four weeks break a rule: {string.Join("; ", weeks.Select(week => Names(week)))}");
        proof.Weeks.Expect(selection.FirstStep is not { } step || weeks[0].Contains(step), "selection", "the first step is not in the first week");
        proof.Weeks.Expect(!person.IsAlone || weeks.Skip(1).All(week => week.Count == 0), "selection", "something new stands beside a first step that must stand alone");
    }

    private bool IsReadingOnly(int number) => ruleset.Suggestions[number].ReadingOnly;

    private int CountOf(IReadOnlyList<int> numbers, SuggestionKind kind) => numbers.Count(number => order.Kinds[number] == kind);

    private string Name(int number) => ruleset.Suggestions[number].Id;

    private string Names(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(Name));

    private static ConflictGroup?[,] Clashes(Ruleset ruleset, bool isSameStart)
    {
        var clashes = new ConflictGroup?[ruleset.Suggestions.Count, ruleset.Suggestions.Count];
        foreach (var (number, suggestion) in ruleset.Suggestions.Index())
        {
            foreach (var (another, other) in ruleset.Suggestions.Index())
            {
                clashes[number, another] = ruleset.Conflicts.FirstOrDefault(group => group.SameStart == isSameStart && group.Forbids(suggestion.Id, other.Id));
            }
        }

        return clashes;
    }
}
