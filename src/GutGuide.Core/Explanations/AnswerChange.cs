using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Explanations;

/// <summary>Answers that would have to be different.</summary>
/// <remarks>
/// Its size is the number of its steps. A step takes back one line chosen in a list, chooses one more, or gives another
/// option to a question that takes one. The smaller change is the one with fewer steps.
/// </remarks>
/// <param name="Answers">One entry for each question; a list may differ in several lines.</param>
/// <param name="Steps">From 1 to <see cref="WhatWouldChange.MostSteps"/>.</param>
public sealed record AnswerChange(IReadOnlyList<ChangedAnswer> Answers, int Steps)
{
    /// <summary>It would take a danger sign away: nothing to tell a person.</summary>
    public bool TakesDangerSignAway { get; init; }

    /// <summary>The answers as they would then be.</summary>
    public Answers AppliedTo(Answers answers) => Answers.Aggregate(answers, (sofar, changed) => sofar.With(changed.Item.LinkId, changed.Instead));
}

/// <summary>One question with another answer.</summary>
public sealed record ChangedAnswer(QuestionnaireItem Item, Answer Given, Answer Instead)
{
    /// <summary>Lines of a list that would not be chosen, in the words of the questionnaire.</summary>
    public IReadOnlyList<string> TakenBack => Displays(Given, Instead);

    /// <summary>Lines of a list that would be chosen besides; "None of these" is no such line.</summary>
    public IReadOnlyList<string> Added => Displays(Instead, Given);

    /// <summary>In words that fit after "if".</summary>
    public string Words => Item.Type switch
    {
        ItemType.MultipleChoice when TakenBack.Count == 0 => $"you had also chosen {Quoted(Added)}{Place}",
        ItemType.MultipleChoice when Added.Count == 0 => $"you had not chosen {Quoted(TakenBack)}{Place}",
        ItemType.MultipleChoice => $"you had chosen {Quoted(Added)} and not {Quoted(TakenBack)}{Place}",
        _ => $"you had answered {Quoted(Added)} to “{Item.Text}”",
    };

    /// <summary>A line of a list speaks for itself, unless it says "I'm not sure": of what?</summary>
    private string Place => Item.Options.Any(option => option.Unsure && Given.Has(option.Code) != Instead.Has(option.Code)) ? $" under “{Item.Text}”" : "";

    private string[] Displays(Answer one, Answer other) =>
        [.. Item.Options.Where(option => !option.Exclusive || Item.Type == ItemType.Choice).Where(option => one.Has(option.Code) && !other.Has(option.Code)).Select(option => option.Display)];

    private static string Quoted(IReadOnlyList<string> displays) => string.Join(" and ", displays.Select(display => $"“{display}”"));
}
