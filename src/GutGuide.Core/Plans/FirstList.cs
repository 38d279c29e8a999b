using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>
/// Tests and talks stand apart from the phases and take no place there. All tests are shown, and every talk that is pinned or
/// asked for; of the others three, and the rest goes to the doctor's page. Source: safety rule base sel-2.
/// </summary>
internal sealed class FirstList(Ruleset ruleset, CandidateOrder order)
{
    private const int OtherTalks = 3;

    public (List<int> Shown, List<int> Further) Of(SelectionCase person)
    {
        var shown = new List<int>();
        var further = new List<int>();
        foreach (var number in person.OnTop)
        {
            if (IsOpen(number, person) && !shown.Contains(number))
            {
                shown.Add(number);
            }
        }

        var talks = 0;
        foreach (var number in order.TestsAndTalks)
        {
            if (shown.Contains(number) || !IsOpen(number, person))
            {
                continue;
            }

            var isCounted = order.Kinds[number] == SuggestionKind.Talk && !ruleset.Suggestions[number].Pinned && number != person.Lead;
            if (isCounted && talks == OtherTalks)
            {
                further.Add(number);
                continue;
            }

            talks += isCounted ? 1 : 0;
            shown.Add(number);
        }

        return (shown, further);
    }

    /// <summary>What a rule asks for is shown even when no other answer points to it.</summary>
    private static bool IsOpen(int number, SelectionCase person) =>
        person.IsOpen(number) || ((number == person.Lead || person.OnTop.Contains(number)) && person.States[number] != SuggestionState.Never && person.TriedOf(number) is null);
}
