using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>Why a phase shows nothing: exactly one true reason. Source: safety rule base sel-11.</summary>
public enum EmptyReason
{
    NothingNeeded,

    /// <summary>The person does already what would be suggested.</summary>
    Done,

    /// <summary>Something points here, and an answer rules out all of it.</summary>
    HeldBack,

    /// <summary>It waits for the visit.</summary>
    TestsFirst,

    /// <summary>It was tried, and did not help or made things worse.</summary>
    Tried,

    /// <summary>Other things come first.</summary>
    Limit,

    /// <summary>Nothing with fair evidence fits the answers.</summary>
    NoIdea,
}

/// <summary>What is shown of everything that is allowed; suggestions by number.</summary>
/// <param name="First">Tests and talks, in order.</param>
/// <param name="FurtherTalks">For the doctor's page.</param>
/// <param name="Phases">The five, most pressing first.</param>
/// <param name="Clashing">Fitting, but never beside something that is offered.</param>
/// <param name="Weeks">What is new in each of the four weeks.</param>
/// <param name="ReadingOnly">What people also ask about.</param>
/// <param name="KeepGoing">What the person does already.</param>
internal sealed record Selection(
    IReadOnlyList<int> First,
    IReadOnlyList<int> FurtherTalks,
    IReadOnlyList<SelectedPhase> Phases,
    IReadOnlyDictionary<int, ConflictGroup> Clashing,
    int? FirstStep,
    IReadOnlyList<IReadOnlyList<int>> Weeks,
    IReadOnlyList<int> ReadingOnly,
    IReadOnlyList<int> KeepGoing)
{
    public static Selection Empty { get; } = new([], [], [], new Dictionary<int, ConflictGroup>(), null, FourWeeks.NothingNew, [], []);

    public bool Offers(int number)
    {
        if (First.Contains(number) || FurtherTalks.Contains(number))
        {
            return true;
        }

        foreach (var phase in Phases)
        {
            if (phase.Chosen.Contains(number) || phase.More.Contains(number))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Chosen">What it shows, two at most.</param>
/// <param name="More">What would fit, too.</param>
/// <param name="Empty">Set exactly when nothing is chosen.</param>
internal sealed record SelectedPhase(PhaseRanking.Ranked Ranked, IReadOnlyList<int> Chosen, IReadOnlyList<int> More, EmptyReason? Empty);
