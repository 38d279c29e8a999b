using System.Text.Json;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Content;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using R4 = Hl7.Fhir.Model;

namespace GutGuide.Web.Tests.Fhir;

public class FhirQuestionnaireTests
{
    private static readonly SiteAddress Site = new("https://gut.example");

    private static R4.Questionnaire Shipped { get; } = FhirQuestionnaire.From(ShippedContent.Ruleset.Questionnaire, Site);

    [Fact]
    public void It_is_read_back_by_a_strict_parser_and_found_valid()
    {
        var strict = new JsonSerializerOptions().ForFhir(R4.ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

        var read = JsonSerializer.Deserialize<R4.Resource>(FhirJson.Write(Shipped), strict)!;

        Assert.Empty(read.Validate(NarrativeValidationKind.FhirXhtml));
        Assert.Equal(FhirJson.Write(Shipped), FhirJson.Write(read));
    }

    [Fact]
    public void It_names_itself_by_the_public_address_and_the_version_of_the_rules()
    {
        Assert.Equal("https://gut.example/consultation/questionnaire.fhir.json", Shipped.Url);
        Assert.Equal(ShippedContent.Ruleset.Version, Shipped.Version);
    }

    [Fact]
    public void It_is_dated_by_the_last_review()
    {
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", Shipped.Date);
    }

    [Fact]
    public void Every_linkId_is_used_once()
    {
        var twice = Shipped.AllItems().GroupBy(item => item.LinkId).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void Every_question_is_there_in_its_order()
    {
        var questions = Shipped.AllItems().Where(item => item.Type is not (R4.Questionnaire.QuestionnaireItemType.Group or R4.Questionnaire.QuestionnaireItemType.Display));

        Assert.Equal(ShippedContent.Ruleset.Questionnaire.Items.Select(item => item.LinkId), questions.Select(item => item.LinkId));
    }

    [Fact]
    public void Every_page_is_a_group_with_its_title()
    {
        var titled = Shipped.AllItems().Where(item => item.Type == R4.Questionnaire.QuestionnaireItemType.Group && item.Text is not null);

        Assert.Equal(
            ShippedContent.Ruleset.Questionnaire.Pages.Select(page => ($"page-{page.Id}", page.Title)),
            titled.Select(item => (item.LinkId!, item.Text!)));
    }

    [Fact]
    public void A_choice_carries_its_codes_under_the_question_s_own_system()
    {
        var item = Only(Choice("pain", "yes", "no"));

        Assert.Equal(R4.Questionnaire.QuestionnaireItemType.Choice, item.Type);
        Assert.Null(item.Repeats);
        Assert.Equal(
            [("https://gut.example/consultation/codes/pain", "yes", "Line yes"), ("https://gut.example/consultation/codes/pain", "no", "Line no")],
            item.AnswerOption.Select(option => (R4.Coding)option.Value!).Select(coding => (coding.System, coding.Code, coding.Display)));
    }

    [Fact]
    public void A_list_repeats_and_marks_what_stands_alone()
    {
        var list = Choice("pain", "belly", "none") with { Type = ItemType.MultipleChoice };

        var item = Only(list with { Options = [list.Options[0], list.Options[1] with { Exclusive = true }] });

        Assert.True(item.Repeats);
        Assert.Equal([false, true], item.AnswerOption.Select(option => option.Extension.Count > 0));
    }

    [Fact]
    public void A_number_carries_its_range_and_unit()
    {
        var item = Only(Number("age") with { Minimum = 1, Maximum = 120, Unit = "years" });

        Assert.Equal(R4.Questionnaire.QuestionnaireItemType.Integer, item.Type);
        Assert.Equal(1, ((R4.Integer)Extension(item, "minValue")).Value);
        Assert.Equal(120, ((R4.Integer)Extension(item, "maxValue")).Value);
        Assert.Equal("a", ((R4.Coding)Extension(item, "questionnaire-unit")).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_must_be_answered_is_marked(bool required)
    {
        Assert.Equal(required, Only(Choice("pain", "yes", "no") with { Required = required }).Required);
    }

    [Fact]
    public void Help_stands_inside_its_question()
    {
        var help = Assert.Single(Only(Choice("pain", "yes", "no") with { Help = "Since last week." }).Item);

        Assert.Equal("pain-help", help.LinkId);
        Assert.Equal("Since last week.", help.Text);
        Assert.Equal(R4.Questionnaire.QuestionnaireItemType.Display, help.Type);
    }

    [Fact]
    public void A_condition_on_one_answer_stands_on_the_item_itself()
    {
        var item = Last(Choice("pain", "yes", "no"), Choice("where", "up", "down") with { EnabledWhen = Condition.Question("pain", "yes") });

        var when = Assert.Single(item.EnableWhen);
        Assert.Equal(("pain", "yes"), (when.Question, ((R4.Coding)when.Answer!).Code));
        Assert.Null(item.EnableBehavior);
    }

    [Fact]
    public void A_condition_with_two_anys_becomes_a_group_around_the_item()
    {
        var either = Condition.AnyOf(Condition.Question("pain", "yes"), Condition.Question("gas", "yes"));
        var or = Condition.AnyOf(Condition.Question("age", ComparisonOperator.Less, 40), Condition.Question("age", ComparisonOperator.Greater, 60));

        var form = FhirQuestionnaire.From(
            OnePage(Choice("pain", "yes", "no"), Choice("gas", "yes", "no"), Number("age"), Choice("last", "a", "b") with { EnabledWhen = Condition.AllOf(either, or) }),
            Site);

        var around = form.AllItems().Single(item => item.LinkId == "last-when-1");
        Assert.Equal(["pain", "gas"], around.EnableWhen.Select(when => when.Question));
        Assert.Equal(R4.Questionnaire.EnableWhenBehavior.Any, around.EnableBehavior);
        var inside = Assert.Single(around.Item);
        Assert.Equal("last", inside.LinkId);
        Assert.Equal(["age", "age"], inside.EnableWhen.Select(when => when.Question));
    }

    [Fact]
    public void What_stands_behind_a_stop_stands_in_a_group_that_the_stop_closes()
    {
        var questionnaire = OnePage(Choice("who", "adult", "child"));
        var later = new QuestionnairePage("later", "Later", "gut", null, [Choice("pain", "yes", "no")]);

        var form = FhirQuestionnaire.From(
            questionnaire with { Pages = [.. questionnaire.Pages, later], Stops = [new QuestionnaireStop(Condition.Question("who", "child"), "child-help")] },
            Site);

        Assert.Equal(["page-first", "after-page-first"], form.Item.Select(item => item.LinkId));
        var when = Assert.Single(form.Item[1].EnableWhen);
        Assert.Equal((R4.Questionnaire.QuestionnaireItemOperator.NotEqual, "child"), (when.Operator!.Value, ((R4.Coding)when.Answer!).Code));
        Assert.Equal("page-later", Assert.Single(form.Item[1].Item).LinkId);
    }

    [Fact]
    public void A_condition_on_anything_but_answers_is_refused()
    {
        var questionnaire = OnePage(Choice("pain", "yes", "no") with { EnabledWhen = Condition.State("sp-ibd") });

        var fault = Assert.Throws<ArgumentException>(() => FhirQuestionnaire.From(questionnaire, Site));

        Assert.Equal("FHIR cannot compare the State sp-ibd; only answers can open a question.", fault.Message);
    }

    private static R4.DataType Extension(R4.Questionnaire.ItemComponent item, string name) =>
        item.Extension.Single(extension => extension.Url!.EndsWith("/" + name, StringComparison.Ordinal)).Value!;

    private static R4.Questionnaire.ItemComponent Only(QuestionnaireItem item) => Last(item);

    private static R4.Questionnaire.ItemComponent Last(params QuestionnaireItem[] items) => FhirQuestionnaire.From(OnePage(items), Site).Item[0].Item[^1];

    private static Questionnaire OnePage(params QuestionnaireItem[] items) =>
        new("test", "1", "Test", [new QuestionnairePage("first", "First", "gut", null, items)], []);

    private static QuestionnaireItem Choice(string linkId, params string[] codes) => new(
        linkId, $"Question {linkId}?", null, ItemType.Choice, true, null, null, null, null, null, null,
        [.. codes.Select(code => new AnswerOption(code, $"Line {code}", null, false, false, []))]);

    private static QuestionnaireItem Number(string linkId) => Choice(linkId) with { Type = ItemType.Integer, Minimum = 0, Maximum = 99 };
}
