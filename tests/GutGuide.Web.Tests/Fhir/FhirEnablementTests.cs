using CsCheck;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Fhir;

public class FhirEnablementTests
{
    [Fact]
    public void The_form_asks_what_the_site_asks()
    {
        var questionnaire = ShippedContent.Ruleset.Questionnaire;
        var form = FhirQuestionnaire.From(questionnaire, SiteAddress.Local);
        var core = new AskedByCore(questionnaire);

        Gen.Int.Select(Gen.Double[0.5, 1]).Sample(
            (seed, answered) =>
            {
                var answers = AnyAnswers.To(questionnaire, new Random(seed), answered);

                Assert.Equal(core.LinkIds(answers), form.Shown(answers));
            },
            iter: 300);
    }

    [Fact]
    public void However_conditions_nest_the_form_asks_what_the_site_asks()
    {
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var questionnaire = AnyQuestionnaire.From(random);
                var form = FhirQuestionnaire.From(questionnaire, SiteAddress.Local);
                var core = new AskedByCore(questionnaire);

                for (var person = 0; person < 10; person++)
                {
                    var answers = AnyAnswers.To(questionnaire, random, answered: 0.8);

                    Assert.Equal(core.LinkIds(answers), form.Shown(answers));
                }
            },
            iter: 500);
    }

    [Fact]
    public void A_person_who_has_said_nothing_yet_meets_the_same_questions()
    {
        var questionnaire = ShippedContent.Ruleset.Questionnaire;

        var shown = FhirQuestionnaire.From(questionnaire, SiteAddress.Local).Shown(Answers.None);

        Assert.Equal(new AskedByCore(questionnaire).LinkIds(Answers.None), shown);
    }
}
