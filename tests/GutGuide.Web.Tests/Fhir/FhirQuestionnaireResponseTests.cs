using System.Text.Json;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using R4 = Hl7.Fhir.Model;

namespace GutGuide.Web.Tests.Fhir;

public class FhirQuestionnaireResponseTests
{
    private static readonly DateTimeOffset Authored = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private static R4.Questionnaire Form { get; } = FhirQuestionnaire.From(ShippedContent.Ruleset.Questionnaire, new SiteAddress("https://gut.example"));

    private static Persona WithBellyPain => Persona.AllWell.Saying("gut", "pain", "bloating").Saying("pain-often", "some");

    [Fact]
    public void It_is_read_back_by_a_strict_parser_and_found_valid()
    {
        var response = Response(WithBellyPain.Answers());
        var strict = new JsonSerializerOptions().ForFhir(R4.ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

        var read = JsonSerializer.Deserialize<R4.Resource>(FhirJson.Write(response), strict)!;

        Assert.Empty(read.Validate(NarrativeValidationKind.FhirXhtml));
        Assert.Equal(FhirJson.Write(response), FhirJson.Write(read));
    }

    [Fact]
    public void It_says_which_questionnaire_it_answers_and_when()
    {
        var response = Response(Persona.AllWell.Answers());

        Assert.Equal($"https://gut.example/consultation/questionnaire.fhir.json|{ShippedContent.Ruleset.Version}", response.Questionnaire);
        Assert.Equal(Authored, response.AuthoredElement!.ToDateTimeOffset(TimeSpan.Zero));
    }

    [Fact]
    public void It_names_nobody()
    {
        var response = Response(Persona.AllWell.Answers());

        Assert.Null(response.Subject);
        Assert.Null(response.Author);
        Assert.Null(response.Source);
    }

    [Fact]
    public void Codes_and_numbers_come_as_they_were_given()
    {
        var given = Answered(Response(WithBellyPain.Answers()));

        Assert.Equal(["pain", "bloating"], given["gut"].Select(value => ((R4.Coding)value).Code));
        Assert.Equal([35], given["age"].Select(value => ((R4.Integer)value).Value));
    }

    [Fact]
    public void An_answer_left_on_a_question_that_is_no_longer_asked_is_left_out()
    {
        var answers = WithBellyPain.Answers().With("gut", Answer.Of("none"));

        Assert.DoesNotContain("pain-often", Answered(Response(answers)).Keys);
    }

    [Fact]
    public void Answers_stand_where_the_questionnaire_has_their_questions()
    {
        var response = Response(WithBellyPain.Answers());

        AssertWithin(Form.Item, response.Item);
    }

    [Fact]
    public void A_finished_consultation_is_completed() =>
        Assert.Equal(R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed, Response(Persona.AllWell.Answers()).Status);

    [Fact]
    public void An_unfinished_consultation_is_in_progress()
    {
        var answers = Persona.AllWell.Answers().With("age", null);

        Assert.Equal(R4.QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, Response(answers).Status);
    }

    [Fact]
    public void A_consultation_that_an_emergency_ended_is_stopped()
    {
        var answers = Persona.AllWell.Saying("now-head", "chest").Answers();

        Assert.Equal(R4.QuestionnaireResponse.QuestionnaireResponseStatus.Stopped, Response(answers).Status);
    }

    [Fact]
    public void A_consultation_that_a_stop_ended_is_completed()
    {
        var answers = Persona.AllWell.Saying("who", "child").Answers();

        Assert.Equal(R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed, Response(answers).Status);
    }

    private static R4.QuestionnaireResponse Response(Answers answers) =>
        FhirQuestionnaireResponse.From(Form, answers, Persona.Engine.Scorer.Assess(answers), Authored);

    private static Dictionary<string, List<R4.DataType>> Answered(R4.QuestionnaireResponse response)
    {
        var answered = new Dictionary<string, List<R4.DataType>>(StringComparer.Ordinal);
        Read(response.Item);
        return answered;

        void Read(IEnumerable<R4.QuestionnaireResponse.ItemComponent> items)
        {
            foreach (var item in items)
            {
                if (item.Answer.Count > 0)
                {
                    answered.Add(item.LinkId!, [.. item.Answer.Select(answer => answer.Value!)]);
                }

                Read(item.Item);
            }
        }
    }

    private static void AssertWithin(List<R4.Questionnaire.ItemComponent> form, List<R4.QuestionnaireResponse.ItemComponent> response)
    {
        var places = response.ConvertAll(answered => form.FindIndex(item => item.LinkId == answered.LinkId));
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        foreach (var (answered, place) in response.Zip(places))
        {
            AssertWithin(form[place].Item, answered.Item);
        }
    }
}
