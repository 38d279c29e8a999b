using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>How answers order the phases. Order and pictures only: nothing here touches a tier or a suggestion's state.</summary>
/// <param name="Start">Points from which a phase may be "start here".</param>
/// <param name="Next">Points from which it is "next".</param>
/// <param name="Later">Points from which it is "later"; below, "not needed now".</param>
/// <param name="TieOrder">Phases by strength of evidence and low risk, best first.</param>
/// <param name="Goal">How a person's wish counts; absent: not at all.</param>
public sealed record ScoringRules(
    IReadOnlyList<ScoreSection> Sections,
    int Start,
    int Next,
    int Later,
    IReadOnlyList<string> TieOrder,
    IReadOnlyList<PhasePoints> Points,
    GoalRules? Goal)
{
    public SelectionRules Selection
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? SelectionRules.None;
    } = SelectionRules.None;
}

/// <summary>A section with a sum of its own. There is no total over sections.</summary>
/// <param name="Highest">The largest sum its items can give.</param>
/// <param name="Some">Sum from which the band reads "some".</param>
/// <param name="ALot">Sum from which the band reads "a lot".</param>
public sealed record ScoreSection(string Id, string Title, int Highest, int Some, int ALot, string Plain);

/// <param name="Plain">The reason in words that fit after "because".</param>
public sealed record PhasePoints(string Phase, int Points, Condition When, string Plain);

/// <summary>The question about what a person wants most. Which suggestion speaks for which answer stands with the suggestion.</summary>
/// <param name="Question">LinkId.</param>
/// <param name="Points">For every phase that has a habit for the wish.</param>
/// <param name="Plain">The reason in words that fit after "because".</param>
public sealed record GoalRules(string Question, int Points, string Plain);
