using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Tests.Content;

public sealed class DoubleQuestionTests
{
    private static readonly string[] BareAnswers = ["Yes", "No", "I'm not sure"];

    private static readonly string[] OtherAnswers = ["Never", "Some days", "Most days"];

    [Theory]
    [InlineData("Do you have belly pain and fever?", "and fever")]
    [InlineData("Did your lips swell, and is it over now?", "and is it over now")]
    [InlineData("Do you lose weight or feel full fast, and have pain?", "and have pain")]
    [InlineData("On lithium: are you shaking and muddled?", "and muddled")]
    [InlineData("Do you smoke? Do you drink?", "Do you drink?")]
    public void One_yes_to_two_things_is_a_double_question(string text, string second) =>
        Assert.Equal(second, DoubleQuestion.In(Question(text, BareAnswers)));

    [Theory]
    [InlineData("Do you have belly pain, fever, or shivers?")]
    [InlineData("Do you feel very weak, faint, or cold and shaky?")]
    [InlineData("Do you have both belly pain and fever?")]
    [InlineData("Do sweating, shaking, and loose poop come together?")]
    [InlineData("Do you take steroid pills (prednisone and the like)?")]
    [InlineData("After food and drink, do you have belly pain?")]
    [InlineData("With Crohn's and a stoma: do you have a fever?")]
    [InlineData("And do you smoke?")]
    public void One_yes_to_one_thing_is_a_single_question(string text) =>
        Assert.Null(DoubleQuestion.In(Question(text, BareAnswers)));

    [Fact]
    public void Answers_that_say_both_things_make_one_question_of_two() =>
        Assert.Null(DoubleQuestion.In(Question("Did a doctor check your pain, and is it still the same?", "Yes, and it has not changed", "No, or it has changed")));

    [Theory]
    [InlineData("How often do you drink and how much?", "and how much")]
    [InlineData("Which pills do you take, and do they help?", "and do they help")]
    public void A_second_question_behind_and_is_one_too_many_for_any_answers(string text, string second) =>
        Assert.Equal(second, DoubleQuestion.In(Question(text, OtherAnswers)));

    [Theory]
    [InlineData("How often do you eat bread and cake?")]
    [InlineData("How many pills and shots do you take?")]
    [InlineData("In the last 2 weeks, how often did you feel down and without hope?")]
    public void Things_that_are_counted_as_one_are_a_single_question(string text) =>
        Assert.Null(DoubleQuestion.In(Question(text, OtherAnswers)));

    [Fact]
    public void No_question_of_the_site_asks_two_things() =>
        Assert.Empty(ShippedContent.Ruleset.Questionnaire.Items.Where(item => DoubleQuestion.In(item) is not null).Select(item => item.LinkId));

    private static QuestionnaireItem Question(string text, params string[] answers) => new(
        "question", text, null, ItemType.Choice, true, null, null, null, null, null, null, [.. answers.Select((answer, i) => new AnswerOption($"a{i}", answer, null, false, false, []))]);
}
