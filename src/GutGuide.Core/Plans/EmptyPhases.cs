using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>The one true reason why a phase shows nothing. Source: safety rule base sel-11, hr-22.</summary>
internal static class EmptyPhases
{
    /// <param name="inPhase">Everything that could ever stand in the phase.</param>
    public static EmptyReason ReasonOf(PhasePriority priority, IEnumerable<int> inPhase, SelectionCase person)
    {
        if (priority == PhasePriority.NotNeeded)
        {
            return EmptyReason.NothingNeeded;
        }

        var relevant = inPhase.Where(number => person.Relevant[number]).ToArray();
        if (relevant.Length == 0)
        {
            return EmptyReason.NoIdea;
        }

        var known = Array.FindAll(relevant, number => person.States[number] != SuggestionState.Never || person.TriedOf(number) == TriedOutcome.Worse);
        return known.Length > 0 && Array.TrueForAll(known, number => person.TriedOf(number) == TriedOutcome.DoingAlready) ? EmptyReason.Done
            : Array.TrueForAll(relevant, number => person.ByRule[number] == SuggestionState.Never && person.TriedOf(number) != TriedOutcome.Worse) ? EmptyReason.HeldBack
            : Array.Exists(relevant, number => person.ByRule[number] != SuggestionState.Never && person.States[number] == SuggestionState.Never) ? EmptyReason.TestsFirst
            : Array.Exists(relevant, number => person.TriedOf(number) is TriedOutcome.NoHelp or TriedOutcome.Worse) ? EmptyReason.Tried
            : EmptyReason.Limit;
    }
}
