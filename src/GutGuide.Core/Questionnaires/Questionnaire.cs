using GutGuide.Core.Conditions;

namespace GutGuide.Core.Questionnaires;

/// <summary>The consultation's form: pages in order, each with one question or a few that belong together.</summary>
/// <param name="Version">Changes whenever an item, code or condition does; a response keeps the version it was given to.</param>
/// <param name="Stops">When the person has said enough: nothing after the page that made it true is asked.</param>
public sealed record Questionnaire(
    string Id,
    string Version,
    string Title,
    IReadOnlyList<QuestionnairePage> Pages,
    IReadOnlyList<QuestionnaireStop> Stops)
{
    /// <summary>When its words and rules were last looked over as a whole.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>
    /// Whether a question that is not asked counts as "not sure", unless a gate was closed or another question replaces it
    /// (safety rule base 0.6). False only for rules that were published before gates were declared.
    /// </summary>
    public bool HiddenIsUnsure { get; init; }

    /// <summary>Answers that hardly go together. They are pointed out and never stop anybody.</summary>
    public IReadOnlyList<AnswerHint> Hints
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];

    public IEnumerable<QuestionnaireItem> Items => Pages.SelectMany(page => page.Items);

    /// <summary>Where a question is asked; null for a linkId that is no question of this form.</summary>
    public QuestionnairePage? PageOf(string linkId) => Pages.FirstOrDefault(page => page.Items.Any(item => item.LinkId == linkId));
}

/// <summary>One address of the consultation.</summary>
/// <param name="Section">Safety, about, gut and so on: the heading it stands under on the check-your-answers page.</param>
/// <param name="EnabledWhen">Absent: everyone meets the page. May only look at earlier pages.</param>
public sealed record QuestionnairePage(
    string Id,
    string Title,
    string Section,
    Condition? EnabledWhen,
    IReadOnlyList<QuestionnaireItem> Items)
{
    /// <summary>One of its questions apart from its page. Many lists ask in the same words; the title of their page tells them apart.</summary>
    public string NameOf(QuestionnaireItem item) => item.Text == Title ? item.Text : $"{Title}: {item.Text}";
}

/// <summary>Ends the questions early.</summary>
/// <param name="Card">The care card shown instead of a plan.</param>
public sealed record QuestionnaireStop(Condition When, string Card);

/// <summary>Two answers or more that hardly go together. Both may still be right.</summary>
/// <param name="When">Reads questions only, and counts once all of them that are asked have an answer.</param>
/// <param name="Text">What does not fit, in whole sentences.</param>
/// <param name="Change">LinkIds to look at again; the first that is asked is offered.</param>
public sealed record AnswerHint(string Id, Condition When, string Text, IReadOnlyList<string> Change);

public enum ItemType
{
    /// <summary>One option.</summary>
    Choice,

    /// <summary>Any number of options; an exclusive one stands alone.</summary>
    MultipleChoice,

    /// <summary>A whole number within the item's range.</summary>
    Integer,
}

/// <summary>One question.</summary>
/// <param name="LinkId">Stable key, never renamed or reused once published.</param>
/// <param name="Required">A required item without an answer leaves the consultation incomplete.</param>
/// <param name="EnabledWhen">Absent: asked whenever its page is. May look at earlier items only.</param>
/// <param name="Section">The section whose sum takes this item's weights; absent when it adds to none.</param>
/// <param name="Minimum">Smallest whole number accepted, of an integer item.</param>
/// <param name="Maximum">Largest whole number accepted, of an integer item.</param>
/// <param name="DoubtsOf">The list this item clears up: set on the "Which ones are you not sure about?" question of a list.</param>
public sealed record QuestionnaireItem(
    string LinkId,
    string Text,
    string? Help,
    ItemType Type,
    bool Required,
    Condition? EnabledWhen,
    string? Section,
    int? Minimum,
    int? Maximum,
    string? Unit,
    string? DoubtsOf,
    IReadOnlyList<AnswerOption> Options)
{
    /// <summary>Questions that an answer to this one makes needless.</summary>
    public IReadOnlyList<Replacement> Replaces
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];

    /// <summary>What opens the answers that few need; null when all stand in sight.</summary>
    public string? Fold { get; init; }

    /// <summary>Whether an answer is one that this question takes.</summary>
    public bool Fits(Answer answer) => answer.Number is not null ? Type == ItemType.Integer : Type != ItemType.Integer && answer.Codes.All(code => Option(code) is not null);

    public AnswerOption? Option(string code) => Options.FirstOrDefault(option => option.Code == code);
}

/// <summary>One choice.</summary>
/// <param name="Code">Stable key, never renamed or reused once published.</param>
/// <param name="Display">What the person reads.</param>
/// <param name="Weight">Points for the item's section; absent when it adds none.</param>
/// <param name="Exclusive">"None of these": stands alone in a list.</param>
/// <param name="Unsure">"I'm not sure" and its like.</param>
/// <param name="Sets">The facts that choosing it sets.</param>
public sealed record AnswerOption(
    string Code,
    string Display,
    int? Weight,
    bool Exclusive,
    bool Unsure,
    IReadOnlyList<FactSetting> Sets)
{
    /// <summary>Shown behind <see cref="QuestionnaireItem.Fold"/>. Never one that could tell of a problem.</summary>
    public bool Folded { get; init; }

    /// <summary>Facts that its words name. Whoever does not choose it has said no to them, though the questions that it opens are not asked.</summary>
    public IReadOnlyList<string> Covers
    {
        get;
        // Code written ahead for reading JSON sets what the JSON lacks to null.
        init => field = value ?? [];
    } = [];
}

/// <summary>Why a question need not be asked: another one makes it impossible, or asks the same more exactly.</summary>
/// <param name="Question">LinkId of the question that is not asked.</param>
/// <param name="Answers">Codes that replace it; empty: any answer does.</param>
/// <param name="Flags">
/// Empty: the hidden question counts as no. Otherwise it counts as unsure as ever, and only these flags may be lost with it, because
/// this question asks for them in its own words.
/// </param>
/// <param name="Reason">For people, in a sentence.</param>
public sealed record Replacement(string Question, IReadOnlyList<string> Answers, IReadOnlyList<string> Flags, string Reason);

/// <summary>What one answer says about one fact.</summary>
/// <param name="Code">yes, no or unsure for a problem; one of the fact's own codes for a code fact.</param>
/// <param name="Number">For counts and scores.</param>
/// <param name="Adds">The number is added to the others of this fact instead of competing with them.</param>
public sealed record FactSetting(string Fact, string? Code, double? Number, bool Adds = false);
