using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Settings;
using R4 = Hl7.Fhir.Model;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>
/// The questionnaire as a FHIR R4 Questionnaire. Pages are groups. FHIR's enableWhen is flat, so a condition with more than
/// one "any" becomes a chain of groups around what it opens. A stop becomes a condition of everything behind it.
/// </summary>
/// <remarks>
/// Left out: the stop at an emergency, which only the rules can tell. A form filled elsewhere asks on; its answers count all
/// the same.
/// </remarks>
public sealed class FhirQuestionnaire
{
    private const string PagePrefix = "page-";
    private const string WrapperInfix = "-when-";
    private const string HelpSuffix = "-help";
    private const string Machine = "GutGuideConsultation";

    /// <summary>From here on a page leaves its condition to its questions rather than nest any deeper.</summary>
    private const int DeepestPage = 4;

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["years"] = "a",
        ["feet"] = "[ft_i]",
        ["inches"] = "[in_i]",
        ["pounds"] = "[lb_av]",
        ["cm"] = "cm",
        ["kg"] = "kg",
    };

    private readonly Questionnaire _questionnaire;
    private readonly SiteAddress _site;
    private readonly HashSet<string> _alwaysAnswered = new(StringComparer.Ordinal);

    private FhirQuestionnaire(Questionnaire questionnaire, SiteAddress site)
    {
        _questionnaire = questionnaire;
        _site = site;
    }

    /// <exception cref="ArgumentException">A condition reads something else than answers.</exception>
    public static R4.Questionnaire From(Questionnaire questionnaire, SiteAddress site) => new FhirQuestionnaire(questionnaire, site).Build();

    private R4.Questionnaire Build() => new()
    {
        Language = "en-US",
        Url = FhirNames.Questionnaire(_site),
        Version = _questionnaire.Version,
        Name = Machine,
        Title = _questionnaire.Title,
        Status = R4.PublicationStatus.Active,
        SubjectType = [R4.ResourceType.Patient],
        Date = _questionnaire.Reviewed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Item = Groups(),
    };

    /// <summary>The pages in order; those behind a stop stand together in a group that the stop closes.</summary>
    private List<R4.Questionnaire.ItemComponent> Groups()
    {
        var top = new List<R4.Questionnaire.ItemComponent>();
        var place = top;
        var open = ConjunctiveForm.Always;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        QuestionnairePage? before = null;
        foreach (var page in _questionnaire.Pages)
        {
            var stillOpen = before is null ? open : StillOpen(asked).Given(open, _alwaysAnswered);
            if (stillOpen.Clauses.Count > 0)
            {
                var behind = new R4.Questionnaire.ItemComponent { LinkId = $"after-{PagePrefix}{before!.Id}", Type = R4.Questionnaire.QuestionnaireItemType.Group };
                place.Add(Enabled(behind, stillOpen));
                place = behind.Item;
                open = open.And(stillOpen);
            }

            place.Add(Group(page, open));
            asked.UnionWith(page.Items.Select(item => item.LinkId));
            before = page;
        }

        return top;
    }

    /// <summary>No stop holds, given answers to these items.</summary>
    private ConjunctiveForm StillOpen(IReadOnlySet<string> asked) => _questionnaire.Stops
        .Select(stop => ConjunctiveForm.OfNot(stop.When).WithAnswersOnlyTo(asked))
        .Aggregate(ConjunctiveForm.Always, (all, one) => all.And(one));

    private R4.Questionnaire.ItemComponent Group(QuestionnairePage page, ConjunctiveForm open)
    {
        var when = ConjunctiveForm.Of(page.EnabledWhen).Given(open, _alwaysAnswered);
        var forms = page.Items.Select(item => ConjunctiveForm.Of(item.EnabledWhen)).ToArray();
        if (Levels(when).Count > DeepestPage && forms.All(form => form.Implies(when)))
        {
            when = when.Weakened();
        }

        var group = new R4.Questionnaire.ItemComponent
        {
            LinkId = PagePrefix + page.Id,
            Type = R4.Questionnaire.QuestionnaireItemType.Group,
            Text = page.Title,
        };
        var known = open.And(when);
        foreach (var (item, form) in page.Items.Zip(forms))
        {
            group.Item.Add(Enabled(Item(item), form.Given(known, _alwaysAnswered)));
            if (item.Required && item.EnabledWhen is null && page.EnabledWhen is null)
            {
                _alwaysAnswered.Add(item.LinkId);
            }
        }

        return Enabled(group, when);
    }

    private R4.Questionnaire.ItemComponent Item(QuestionnaireItem item)
    {
        var isMultiple = item.Type == ItemType.MultipleChoice;
        var component = new R4.Questionnaire.ItemComponent
        {
            LinkId = item.LinkId,
            Text = item.Text,
            Type = item.Type == ItemType.Integer ? R4.Questionnaire.QuestionnaireItemType.Integer : R4.Questionnaire.QuestionnaireItemType.Choice,
            Required = item.Required,
            Repeats = isMultiple ? true : null,
            AnswerOption = [.. item.Options.Select(option => Option(item, option))],
        };
        if (item.Type == ItemType.Integer)
        {
            AddRange(component, item);
        }
        else
        {
            component.Extension.Add(new R4.Extension(FhirNames.ItemControl, Control(isMultiple ? "check-box" : "radio-button")));
        }

        if (item.Help is { } help)
        {
            component.Item.Add(Help(item.LinkId, help));
        }

        return component;
    }

    private R4.Questionnaire.AnswerOptionComponent Option(QuestionnaireItem item, AnswerOption option)
    {
        var component = new R4.Questionnaire.AnswerOptionComponent { Value = Coding(item.LinkId, option.Code, option.Display) };
        if (option.Exclusive && item.Type == ItemType.MultipleChoice)
        {
            component.Extension.Add(new R4.Extension(FhirNames.OptionExclusive, new R4.FhirBoolean(true)));
        }

        return component;
    }

    private R4.Coding Coding(string linkId, string code, string? display = null) => new(FhirNames.CodeSystem(_site, linkId), code, display);

    private static void AddRange(R4.Questionnaire.ItemComponent component, QuestionnaireItem item)
    {
        component.Extension.Add(new R4.Extension(FhirNames.MinValue, new R4.Integer(item.Minimum)));
        component.Extension.Add(new R4.Extension(FhirNames.MaxValue, new R4.Integer(item.Maximum)));
        if (item.Unit is { } unit)
        {
            var coding = Units.TryGetValue(unit, out var code) ? new R4.Coding(FhirNames.UnitsOfMeasure, code, unit) : new R4.Coding { Display = unit };
            component.Extension.Add(new R4.Extension(FhirNames.Unit, coding));
        }
    }

    private static R4.Questionnaire.ItemComponent Help(string linkId, string help)
    {
        var component = new R4.Questionnaire.ItemComponent
        {
            LinkId = linkId + HelpSuffix,
            Text = help,
            Type = R4.Questionnaire.QuestionnaireItemType.Display,
        };
        component.Extension.Add(new R4.Extension(FhirNames.ItemControl, Control("help")));
        return component;
    }

    private static R4.CodeableConcept Control(string code) => new(FhirNames.ItemControlCodes, code);

    /// <summary>The item as it is enabled: the last level stands on the item itself, the others on groups around it.</summary>
    private R4.Questionnaire.ItemComponent Enabled(R4.Questionnaire.ItemComponent item, ConjunctiveForm when)
    {
        var outermost = item;
        var levels = Levels(when);
        for (var level = levels.Count; level > 0; level--)
        {
            if (level < levels.Count)
            {
                outermost = new R4.Questionnaire.ItemComponent
                {
                    LinkId = $"{item.LinkId}{WrapperInfix}{level}",
                    Type = R4.Questionnaire.QuestionnaireItemType.Group,
                    Item = [outermost],
                };
            }

            var (terms, isAny) = levels[level - 1];
            outermost.EnableWhen = [.. terms.Select(EnableWhen)];
            outermost.EnableBehavior = terms.Length == 1 ? null
                : isAny ? R4.Questionnaire.EnableWhenBehavior.Any
                : R4.Questionnaire.EnableWhenBehavior.All;
        }

        return outermost;
    }

    /// <summary>
    /// What one enableWhen can say at a time, outermost first: all the single terms, and each clause by itself. What takes an
    /// answer to hold stands outside, or a form without answers would show empty groups.
    /// </summary>
    private static IReadOnlyList<Level> Levels(ConjunctiveForm when)
    {
        var single = when.Clauses.Where(clause => clause.Length == 1).Select(clause => clause[0]).ToArray();
        var levels = when.Clauses.Where(clause => clause.Length > 1).Select(clause => new Level(clause, IsAny: true));
        return [.. levels.Prepend(new Level(single, IsAny: false)).Where(level => level.Terms.Length > 0).OrderBy(level => !level.NeedsAnswer)];
    }

    private sealed record Level(EnablementTerm[] Terms, bool IsAny)
    {
        public bool NeedsAnswer => IsAny ? Terms.All(term => term.NeedsAnswer) : Terms.Any(term => term.NeedsAnswer);
    }

    private R4.Questionnaire.EnableWhenComponent EnableWhen(EnablementTerm term) => new()
    {
        Question = term.LinkId,
        Operator = Operator(term.Operator),
        Answer = term switch
        {
            { Operator: ComparisonOperator.Exists } => new R4.FhirBoolean(term.IsAnswered),
            { Code: { } code } => Coding(term.LinkId, code),
            _ => new R4.Integer(WholeNumber(term)),
        },
    };

    private static int WholeNumber(EnablementTerm term) => term.Number is { } number && double.IsInteger(number)
        ? (int)number
        : throw new ArgumentException($"The comparison of {term.LinkId} with {term.Number} needs a whole number.");

    private static R4.Questionnaire.QuestionnaireItemOperator Operator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Exists => R4.Questionnaire.QuestionnaireItemOperator.Exists,
        ComparisonOperator.Equal => R4.Questionnaire.QuestionnaireItemOperator.Equal,
        ComparisonOperator.NotEqual => R4.Questionnaire.QuestionnaireItemOperator.NotEqual,
        ComparisonOperator.Greater => R4.Questionnaire.QuestionnaireItemOperator.GreaterThan,
        ComparisonOperator.Less => R4.Questionnaire.QuestionnaireItemOperator.LessThan,
        ComparisonOperator.GreaterOrEqual => R4.Questionnaire.QuestionnaireItemOperator.GreaterOrEqual,
        _ => R4.Questionnaire.QuestionnaireItemOperator.LessOrEqual,
    };
}
