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

    /// <summary>The number that was typed for an item, in whatever form; null when none can be read.</summary>
    public TypedNumber? NumberOf(QuestionnaireItem item) =>
        ValuesOf(item.LinkId) is [var text] ? TypedNumber.Read(text, item.Unit) : null;

    /// <summary>The inches that were typed together with the feet.</summary>
    public int? InchesBesideFeet(QuestionnaireItem item) => item.Unit == TypedNumber.InchesUnit
        ? Page.Items.Where(other => other.Unit == TypedNumber.Feet).Select(feet => NumberOf(feet)?.Inches).FirstOrDefault()
        : null;

    /// <summary>Null when blank or unreadable.</summary>
    private Answer? AnswerOf(QuestionnaireItem item)
    {
        var values = ValuesOf(item.LinkId);
        if (item.Type == ItemType.Integer)
        {
            var number = values.Count == 0 ? InchesBesideFeet(item) : NumberOf(item)?.Number;
            return number is { } whole ? Answer.Of(whole) : null;
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
            if (FaultOf(submission, item, submission.ValuesOf(item.LinkId)) is { } message)
            {
                context.AddFailure(item.LinkId, message);
            }
        }
    });

    private static string? FaultOf(PageSubmission submission, QuestionnaireItem item, IReadOnlyList<string> values) => item.Type switch
    {
        _ when values.Count == 0 => item.Required ? Missing(item) : null,
        ItemType.Integer => FaultOfNumber(submission, item),
        _ when values.Any(code => item.Option(code) is null) => "That is not one of the choices. Please choose again.",
        ItemType.Choice when values.Count > 1 => "Please choose one answer only.",
        ItemType.MultipleChoice when values.Count > 1 && values.Select(code => item.Option(code)!).FirstOrDefault(option => option.Exclusive) is { } alone =>
            $"You chose “{alone.Display}” and something else. Please keep one or the other.",
        _ => null,
    };

    private static string Missing(QuestionnaireItem item) => item.Type switch
    {
        ItemType.Integer => $"Please type a number, such as {TypedNumber.Example(item.Unit)}.",
        ItemType.MultipleChoice when item.Options.FirstOrDefault(option => option.Exclusive) is { } none =>
            $"Please choose all that fit, or “{none.Display}”.",
        ItemType.MultipleChoice => "Please choose all that fit.",
        _ => "Please choose one answer.",
    };

    private static string? FaultOfNumber(PageSubmission submission, QuestionnaireItem item) => submission.NumberOf(item) switch
    {
        null => $"Please type one number, such as {TypedNumber.Example(item.Unit)}.",
        var typed when typed.Number < item.Minimum || typed.Number > item.Maximum =>
            $"Please type a number from {item.Minimum} to {item.Maximum}.",
        var typed when submission.InchesBesideFeet(item) is { } beside && beside != typed.Number =>
            $"You typed {beside} inches beside the feet and {typed.Number} here. Please keep one.",
        _ => null,
    };
}
