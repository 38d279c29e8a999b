using System.Security.Cryptography;
using System.Text;
using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Features.Consultation;

/// <summary>What the form of a question page shows.</summary>
/// <param name="Values">By linkId.</param>
/// <param name="Problems">By linkId: what is wrong and what to do.</param>
/// <param name="Differences">What was chosen here, where another tab has saved something else since.</param>
/// <param name="Seen">What is saved for the page, as far as the person has been shown it.</param>
/// <param name="IsDraft">Whether it shows what was sent and not accepted, instead of what is saved.</param>
public sealed record PageForm(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyDictionary<string, string> Problems,
    IReadOnlyList<AnswerDifference> Differences,
    PageSeen Seen,
    bool IsDraft)
{
    /// <summary>LinkIds whose values are what the person came with, and not an answer yet.</summary>
    public IReadOnlySet<string> Brought { get; init; } = new HashSet<string>();
}

/// <summary>Two answers to one question, in words; null for none.</summary>
public sealed record AnswerDifference(QuestionnaireItem Item, string? Saved, string? Here)
{
    /// <summary>Whether two sets of answers say different things on a page.</summary>
    public static bool IsAny(QuestionnairePage page, Answers saved, Answers here) =>
        page.Items.Any(item => !Equals(saved[item.LinkId], here[item.LinkId]));

    /// <summary>The questions of a page that two sets of answers say different things to.</summary>
    public static IReadOnlyList<AnswerDifference> Of(QuestionnairePage page, Answers saved, Answers here) =>
    [
        .. page.Items
            .Where(item => !Equals(saved[item.LinkId], here[item.LinkId]))
            .Select(item => new AnswerDifference(item, InWords(item, saved), InWords(item, here))),
    ];

    private static string? InWords(QuestionnaireItem item, Answers answers) =>
        answers[item.LinkId] is { } answer ? AnswerWords.Of(item, answer).Line : null;
}

/// <summary>
/// Which page a form is of, and a mark of the answers that were saved for it when it was shown. It goes with the form and
/// comes back with what is sent: so an answer is never taken for one to another page, and never replaces one that was saved
/// since without a word.
/// </summary>
/// <param name="Mark">Equal for equal answers.</param>
public readonly record struct PageSeen(string Page, string Mark)
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "seen";

    private const int MarkBytes = 12;
    private const char Separator = ':';

    public static PageSeen Of(QuestionnairePage page, Answers answers)
    {
        var saved = string.Join('\n', page.Items.Select(item => $"{item.LinkId}={answers[item.LinkId]}"));
        return new PageSeen(page.Id, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(saved)).AsSpan(0, MarkBytes)));
    }

    /// <summary>Null for what no form of ours sends.</summary>
    public static PageSeen? Read(string? text) =>
        text?.Split(Separator) is [{ Length: > 0 } page, { } mark] ? new PageSeen(page, mark) : null;

    public override string ToString() => $"{Page}{Separator}{Mark}";
}
