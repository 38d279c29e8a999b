using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Tests.Building;

/// <summary>
/// A questionnaire in the order in which its questions are named. Each question is required, always asked and on a page of its
/// own until something else is said of it.
/// </summary>
public sealed class QuestionnaireBuilder
{
    private readonly List<QuestionnairePage> _pages = [];
    private readonly List<QuestionnaireStop> _stops = [];
    private bool _sharesPage;
    private bool _hiddenIsUnsure;

    /// <summary>Opens a page that takes every question from here on.</summary>
    public QuestionnaireBuilder Page(string id, Condition? enabledWhen = null)
    {
        _pages.Add(new QuestionnairePage(id, $"Title of {id}", "gut", enabledWhen, []));
        _sharesPage = true;
        return this;
    }

    public QuestionnaireBuilder Choice(string linkId, params Option[] options) => Add(linkId, ItemType.Choice, options);

    public QuestionnaireBuilder MultipleChoice(string linkId, params Option[] options) => Add(linkId, ItemType.MultipleChoice, options);

    public QuestionnaireBuilder Integer(string linkId, int minimum = 0, int maximum = 999, string? unit = null) =>
        Add(linkId, ItemType.Integer, []).Change(item => item with { Minimum = minimum, Maximum = maximum, Unit = unit });

    /// <summary>Asks the question just named only when an earlier one was answered so.</summary>
    public QuestionnaireBuilder EnabledWhen(string linkId, string code) => EnabledWhen(Condition.Question(linkId, code));

    /// <summary>Asks the question just named only when this holds.</summary>
    public QuestionnaireBuilder EnabledWhen(Condition when) => Change(item => item with { EnabledWhen = when });

    /// <summary>Lets the question just named stay blank.</summary>
    public QuestionnaireBuilder Optional() => Change(item => item with { Required = false });

    /// <summary>Adds the weights of the question just named to a section.</summary>
    public QuestionnaireBuilder AddsTo(string section) => Change(item => item with { Section = section });

    /// <summary>Says that the question just named clears up the doubts of a list.</summary>
    public QuestionnaireBuilder DoubtsOf(string linkId) => Change(item => item with { DoubtsOf = linkId });

    /// <summary>An answer to the question just named makes another one needless; without codes any answer does.</summary>
    public QuestionnaireBuilder Replaces(string linkId, params string[] answers) =>
        Change(item => item with { Replaces = [.. item.Replaces, new Replacement(linkId, answers, [], $"Why {linkId} is not needed.")] });

    /// <summary>A question that is not asked counts as "not sure", unless a gate is closed or another question replaces it.</summary>
    public QuestionnaireBuilder HiddenIsUnsure()
    {
        _hiddenIsUnsure = true;
        return this;
    }

    public QuestionnaireBuilder Stop(Condition when, string card = "child-help")
    {
        _stops.Add(new QuestionnaireStop(when, card));
        return this;
    }

    public Questionnaire Build() => new("test-questionnaire", "1", "Test questionnaire", _pages, _stops) { HiddenIsUnsure = _hiddenIsUnsure };

    private QuestionnaireBuilder Add(string linkId, ItemType type, Option[] options)
    {
        if (!_sharesPage)
        {
            _pages.Add(new QuestionnairePage(linkId, $"Title of {linkId}", "gut", null, []));
        }

        var item = new QuestionnaireItem(
            linkId, $"Text of {linkId}?", null, type, true, null, null, null, null, null, null, [.. options.Select(option => option.Build())]);
        _pages[^1] = _pages[^1] with { Items = [.. _pages[^1].Items, item] };
        return this;
    }

    private QuestionnaireBuilder Change(Func<QuestionnaireItem, QuestionnaireItem> change)
    {
        var items = _pages[^1].Items;
        _pages[^1] = _pages[^1] with { Items = [.. items.SkipLast(1), change(items[^1])] };
        return this;
    }
}
