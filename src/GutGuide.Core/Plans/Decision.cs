using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Plans;

public enum DecisionStatus
{
    Complete,

    /// <summary>A required answer is missing, so there is no tier and no plan.</summary>
    Incomplete,
}

/// <summary>How soon a phase is worth a look for this person.</summary>
public enum PhasePriority
{
    Start,
    Next,
    Later,
    NotNeeded,
}

/// <summary>The whole outcome of a consultation. Equal answers and equal rules give an equal decision.</summary>
/// <param name="Missing">LinkIds of required, enabled items without an answer.</param>
/// <param name="StopCard">The care card that stands instead of a plan, when an answer ended the questions early.</param>
/// <param name="SuggestionStates">Of every suggestion of the ruleset, by id, after every rule and the tier.</param>
/// <param name="Phases">What the result page shows: six parts in reading order, empty ones included; none at a tier that shows no plan.</param>
/// <param name="HeldBack">Everything withheld from this person, with reasons; what is only for reading stands by itself.</param>
/// <param name="FirstStep">The one thing for this week; null when nothing is offered outright.</param>
/// <param name="Unsettled">LinkIds answered with a doubt that could matter: these would settle what could not be told.</param>
/// <param name="Ruleset">Version of the rules.</param>
public sealed record Decision(
    DecisionStatus Status,
    IReadOnlyList<string> Missing,
    TriageTier? Tier,
    string? StopCard,
    IReadOnlyList<RaisedFlag> RedFlags,
    IReadOnlyList<string> States,
    IReadOnlyDictionary<string, int> Scores,
    IReadOnlyDictionary<string, SuggestionState> SuggestionStates,
    IReadOnlyList<PlannedPhase> Phases,
    IReadOnlyList<HeldBack> HeldBack,
    string? FirstStep,
    IReadOnlyList<string> Unsettled,
    string Ruleset)
{
    /// <summary>What is new in each of the four weeks; always four. In the first stand the tests and talks to book, too.</summary>
    public IReadOnlyList<IReadOnlyList<Suggestion>> Weeks { get; init; } = [[], [], [], []];

    /// <summary>Nothing new beside the first step until the person is well.</summary>
    public bool IsFirstStepAlone { get; init; }

    /// <summary>Nothing that the answers call for has anything for this person: what is shown is for staying well.</summary>
    public bool IsForStayingWell { get; init; }

    /// <summary>A diet of the plan waits for a test.</summary>
    public bool DietsWait { get; init; }

    /// <summary>Relevant, but told about at most.</summary>
    public IReadOnlyList<PlannedSuggestion> ReadingOnly { get; init; } = [];

    /// <summary>What the person does already.</summary>
    public IReadOnlyList<Suggestion> KeepGoing { get; init; } = [];

    /// <summary>Tests and talks.</summary>
    public IReadOnlyList<PlannedSuggestion> First => Phases.Count > 0 ? Phases[0].Suggestions : [];

    /// <summary>The five phases in reading order.</summary>
    public IEnumerable<PlannedPhase> FivePhases => Phases.Skip(1);

    /// <summary>Every suggestion that has a place, "Ask first" included.</summary>
    public IEnumerable<PlannedSuggestion> Shown => Phases.SelectMany(phase => phase.Suggestions);

    /// <summary>Every suggestion that is shown, and what would fit, too.</summary>
    public IEnumerable<PlannedSuggestion> Offered => Phases.SelectMany(phase => phase.Suggestions.Concat(phase.More));

    /// <summary>What began last by the end of a week: the first thing to drop when a person feels worse. Never a test or talk.</summary>
    /// <param name="week">From one to four.</param>
    public Suggestion? NewestBy(int week) => Weeks.Take(week).SelectMany(begun => begun).LastOrDefault(suggestion => First.All(first => first.Suggestion != suggestion));
}

/// <param name="Because">Why it has its priority, in words that fit after "because".</param>
/// <param name="Suggestions">Two at most, but for tests and talks.</param>
/// <param name="More">What would fit, too; of tests and talks, what is for the doctor's page.</param>
/// <param name="Empty">Why one of the five shows nothing; null when it shows something.</param>
public sealed record PlannedPhase(
    string Phase,
    PhasePriority Priority,
    IReadOnlyList<string> Because,
    IReadOnlyList<PlannedSuggestion> Suggestions,
    IReadOnlyList<PlannedSuggestion> More,
    EmptyReason? Empty);

/// <param name="State">Ok, or Ask: only inside the "Ask first" box. Never: only for reading, and ruled out for this person.</param>
/// <param name="Because">LinkIds of the answers that made it relevant.</param>
/// <param name="AskBecause">Of an ask item, and of one that is ruled out: ids of the states, flags or tier that say so; "floor" when it is ask for everyone.</param>
public sealed record PlannedSuggestion(
    Suggestion Suggestion,
    SuggestionState State,
    IReadOnlyList<string> Because,
    IReadOnlyList<Trigger> AskBecause)
{
    /// <summary>Of a product, what to mind beside the products that the person takes already; null when there are none.</summary>
    public string? CountTaken { get; init; }
}

/// <param name="Because">Ids of the flags, states or rules that hold it back, with a reason each.</param>
/// <param name="Substitute">What is allowed instead; null when there is nothing.</param>
/// <param name="Relevant">Whether the answers pointed to it at all.</param>
public sealed record HeldBack(
    Suggestion Suggestion,
    IReadOnlyList<Trigger> Because,
    Suggestion? Substitute,
    bool Relevant);

/// <summary>What holds a suggestion back or makes it a matter for a clinician.</summary>
/// <param name="Id">Of a flag, state, hard rule or conflict group; <see cref="Floor"/> for the suggestion's own floor, <see cref="Review"/> for one set by a review that is overdue; <see cref="Tried"/> for what made the person worse.</param>
/// <param name="Reason">In plain words; empty when the id's own words say enough.</param>
public sealed record Trigger(string Id, string Reason)
{
    public const string Floor = "floor";
    public const string Review = "review";
    public const string Tried = "tried";
}
