using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>What selection knows of one person; every array goes by the suggestion's number.</summary>
/// <param name="ByRule">Before the tier has its say.</param>
/// <param name="States">After the tier has had its say: never also for what it hides.</param>
/// <param name="Wished">Speaks for what the person wants most.</param>
/// <param name="MayBegin">Meant as a first step of this person.</param>
/// <param name="Tried">Empty when the person has said nothing of any suggestion.</param>
internal sealed record SelectionCase(
    TriageTier Tier,
    SuggestionState[] ByRule,
    SuggestionState[] States,
    bool[] Relevant,
    bool[] Wished,
    bool[] MayBegin,
    TriedOutcome?[] Tried)
{
    /// <summary>The most that a plan holds over its five phases. Source: safety rule base sel-6.</summary>
    public const int MostItems = 8;

    /// <summary>The first step, where a rule says it and not the order of the plan.</summary>
    public int? Lead { get; init; }

    /// <summary>Nothing else is new until the person is well.</summary>
    public bool IsAlone { get; init; }

    public int Most { get; init; } = MostItems;

    /// <summary>A shorter plan, without what is only for reading.</summary>
    public bool IsGentle { get; init; }

    /// <summary>A test that a diet could spoil may still be open.</summary>
    public bool DietsWait { get; init; }

    /// <summary>Takes products already.</summary>
    public bool TakesProducts { get; init; }

    /// <summary>Talks that stand first, in their order.</summary>
    public IReadOnlyList<int> OnTop { get; init; } = [];

    public TriedOutcome? TriedOf(int number) => Tried.Length > 0 ? Tried[number] : null;

    /// <summary>Whether it points to the person, is allowed, and is no old story for them.</summary>
    public bool IsOpen(int number) => Relevant[number] && States[number] != SuggestionState.Never && TriedOf(number) is null;
}
