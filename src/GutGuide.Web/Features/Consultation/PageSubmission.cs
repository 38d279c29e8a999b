using System.Globalization;
using FluentValidation;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;
using GutGuide.Web.Data;

namespace GutGuide.Web.Features.Consultation;

/// <summary>What a person sent for one page, as sent: by linkId, unchecked.</summary>
public sealed class PageSubmission
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _values;

    /// <param name="earlier">Answers to the other pages.</param>
    public PageSubmission(QuestionFlow flow, QuestionnairePage page, Answers earlier, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        Page = page;
        _values = values;
        Items = flow.Items(page, Combine(earlier));
    }

    public QuestionnairePage Page { get; }

    /// <summary>The items that are asked, given what was sent.</summary>
    public IReadOnlyList<QuestionnaireItem> Items { get; }

    /// <summary>What was sent for an item, blanks left out.</summary>
    public IReadOnlyList<string> ValuesOf(string linkId) => _values.TryGetValue(linkId, out var values)
        ? [.. values.Select(value => value.Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)]
        : [];

    /// <summary>The page's answers, null for every item left blank or no longer asked. Only for a valid submission.</summary>
    public IReadOnlyDictionary<string, Answer?> Answers() =>
        Page.Items.ToDictionary(item => item.LinkId, item => Items.Contains(item) ? AnswerOf(item) : null, StringComparer.Ordinal);

    /// <summary>What was sent, to be shown again.</summary>
    public PageDraft Draft(PageSeen? seen) =>
        new(Page.Id, Page.Items.ToDictionary(item => item.LinkId, item => ValuesOf(item.LinkId), StringComparer.Ordinal), seen?.ToString());

    /// <summary>The answers with this page's in place, whatever in it can be read.</summary>
    public Answers Combine(Answers earlier) =>
        Page.Items.Aggregate(earlier, (sofar, item) => sofar.With(item.LinkId, AnswerOf(item)));

    public static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Null when blank or unreadable.</summary>
    private Answer? AnswerOf(QuestionnaireItem item)
    {
        var values = ValuesOf(item.LinkId);
        if (item.Type == ItemType.Integer)
        {
            return values.Count == 1 && TryReadNumber(values[0], out var number) ? Answer.Of(number) : null;
        }

        var codes = values.Where(code => item.Option(code) is not null).ToArray();
        return codes.Length > 0 ? Answer.Of(codes) : null;
    }
}

/// <summary>Checks what a person sent for a page. Each message says what to do, and names its item.</summary>
public sealed class PageSubmissionValidator : AbstractValidator<PageSubmission>
{
    public PageSubmissionValidator() => RuleFor(submission => submission).Custom((submission, context) =>
    {
        foreach (var item in submission.Items)
        {
            if (FaultOf(item, submission.ValuesOf(item.LinkId)) is { } message)
            {
                context.AddFailure(item.LinkId, message);
            }
        }
    });

    private static string? FaultOf(QuestionnaireItem item, IReadOnlyList<string> values) => item.Type switch
    {
        _ when values.Count == 0 => item.Required ? Missing(item) : null,
        ItemType.Integer => FaultOfNumber(item, values),
        _ when values.Any(code => item.Option(code) is null) => "That is not one of the choices. Please choose again.",
        ItemType.Choice when values.Count > 1 => "Please choose one answer only.",
        ItemType.MultipleChoice when values.Count > 1 && values.Select(code => item.Option(code)!).FirstOrDefault(option => option.Exclusive) is { } alone =>
            $"You chose “{alone.Display}” and something else. Please keep one or the other.",
        _ => null,
    };

    private static string Missing(QuestionnaireItem item) => item.Type switch
    {
        ItemType.Integer => "Please type a number.",
        ItemType.MultipleChoice when item.Options.FirstOrDefault(option => option.Exclusive) is { } none =>
            $"Please choose all that fit, or “{none.Display}”.",
        ItemType.MultipleChoice => "Please choose all that fit.",
        _ => "Please choose one answer.",
    };

    private static string? FaultOfNumber(QuestionnaireItem item, IReadOnlyList<string> values) =>
        values.Count > 1 || !PageSubmission.TryReadNumber(values[0], out var number) ? "Please type a whole number, such as 42."
        : number < item.Minimum || number > item.Maximum ? $"Please type a number from {item.Minimum} to {item.Maximum}."
        : null;
}
