using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Editing;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Commands;

public class AnswerLineTests
{
    private static readonly AnswerLineReader Reader = new(new Questionnaire(
        "test",
        "1",
        "Test",
        [
            new QuestionnairePage("all", "All", "gut", null,
            [
                Item("pain", ItemType.Choice, "yes", "no"),
                Item("signs", ItemType.MultipleChoice, "blood", "lump", "none"),
                Item("age", ItemType.Integer) with { Minimum = 1, Maximum = 120 },
            ]),
        ],
        []), ShippedContent.Ruleset.Suggestions);

    [Theory]
    [InlineData("""{"id": "a", "answers": {"pain": "yes"}}""", "pain", "yes")]
    [InlineData("""{"id": "a", "answers": {"pain": ["yes"]}}""", "pain", "yes")]
    [InlineData("""{"id": "a", "answers": {"pain": ["yes", "yes"]}}""", "pain", "yes")]
    [InlineData("""{"id": "a", "answers": {"signs": ["lump", "blood"]}}""", "signs", "blood, lump")]
    [InlineData("""{"id": "a", "answers": {"signs": "lump"}}""", "signs", "lump")]
    [InlineData("""{"id": "a", "answers": {"age": 40}}""", "age", "40")]
    [InlineData("""{"id": "a", "answers": {"age": 4.0e1}}""", "age", "40")]
    [InlineData("""{"id": "a", "answers": {"age": 1}}""", "age", "1")]
    [InlineData("""{"id": "a", "answers": {"age": 120}}""", "age", "120")]
    public void An_answer_is_read(string line, string linkId, string answer)
    {
        var read = Reader.Read(line);

        Assert.Equal("", read.Error);
        Assert.Equal(answer, read.Answers![linkId]!.ToString());
    }

    [Fact]
    public void An_empty_list_is_no_answer()
    {
        var read = Reader.Read("""{"id": "a", "answers": {"signs": []}}""");

        Assert.Equal(0, read.Answers!.Count);
    }

    [Theory]
    [InlineData("""{"id": "Ada", "answers": {}}""", "\"Ada\"")]
    [InlineData("""{"id": 7.10, "answers": {}}""", "7.10")]
    [InlineData("""{"id": [1, null], "answers": {}}""", "[1, null]")]
    [InlineData("""{"id": "\ud83d", "answers": {}}""", "\"\\ud83d\"")]
    [InlineData("""{"answers": {}}""", "null")]
    public void Whatever_the_id_is_it_is_kept_as_it_stands(string line, string id) => Assert.Equal(id, Reader.Read(line).Id);

    [Fact]
    public void A_byte_order_mark_before_the_line_is_passed_over() => Assert.Equal("1", Reader.Read("\uFEFF{\"id\": 1, \"answers\": {}}").Id);

    [Theory]
    [InlineData("""{"answers": {"pain": "yes"}""", "the line is not valid JSON (at byte 27); an object with \"id\" and \"answers\" was expected")]
    [InlineData("""["pain"]""", "the line is a list; an object with \"id\" and \"answers\" was expected")]
    [InlineData("""{}""", "\"answers\" is missing; an object of linkIds and their answers was expected")]
    [InlineData("""{"answers": ["yes"]}""", "\"answers\" is a list; an object of linkIds and their answers was expected")]
    [InlineData("""{"answers": null}""", "\"answers\" is null; an object of linkIds and their answers was expected")]
    [InlineData("""{"answers": {"pian": "yes"}}""", "\"pian\" is not a linkId of the questionnaire; did you mean \"pain\"?")]
    [InlineData("""{"answers": {"pain": "yse"}}""", "\"yse\" is not an answer to \"pain\"; did you mean \"yes\"?")]
    [InlineData("""{"answers": {"pain": "sometimes"}}""", "\"sometimes\" is not an answer to \"pain\"; known are yes, no")]
    [InlineData("""{"answers": {"pain": 1}}""", "the answer to \"pain\" is a number; one of its codes was expected")]
    [InlineData("""{"answers": {"pain": true}}""", "the answer to \"pain\" is true; one of its codes was expected")]
    [InlineData("""{"answers": {"pain": null}}""", "the answer to \"pain\" is null; one of its codes was expected")]
    [InlineData("""{"answers": {"pain": ["yes", "no"]}}""", "the answer to \"pain\" has 2 codes (yes, no); one was expected")]
    [InlineData("""{"answers": {"signs": ["lump", 2]}}""", "the answer to \"signs\" is a number; a list of its codes was expected")]
    [InlineData("""{"answers": {"age": "40"}}""", "the answer to \"age\" is text; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"age": [40]}}""", "the answer to \"age\" is a list; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"age": 0}}""", "the answer to \"age\" is 0; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"age": 121}}""", "the answer to \"age\" is 121; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"age": 40.5}}""", "the answer to \"age\" is 40.5; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"age": 1e999}}""", "the answer to \"age\" is 1e999; a whole number from 1 to 120 was expected")]
    [InlineData("""{"answers": {"pain": "yes", "pain": "no"}}""", "\"pain\" is answered twice; one answer was expected")]
    [InlineData("""{"answers": {"pain": "\ud83d"}}""", "the line holds text that is not valid Unicode; linkIds and codes were expected")]
    public void What_cannot_be_read_is_named_with_what_was_expected(string line, string error)
    {
        var read = Reader.Read(line);

        Assert.Equal(error, read.Error);
        Assert.Null(read.Answers);
    }

    [Fact]
    public void Feedback_on_an_earlier_plan_stands_beside_the_answers()
    {
        var line = Reader.Read("""{"id": 1, "answers": {}, "feedback": {"sg-walk": "doing-already", "sg-sleep": "no-help", "sg-diary": "worse"}}""");

        Assert.Equal(TriedOutcome.DoingAlready, line.Feedback["sg-walk"]);
        Assert.Equal(TriedOutcome.NoHelp, line.Feedback["sg-sleep"]);
        Assert.Equal(TriedOutcome.Worse, line.Feedback["sg-diary"]);
        Assert.Null(line.Feedback["sg-plants"]);
    }

    [Theory]
    [InlineData("""[]""", "\"feedback\" is a list; an object of suggestions and what became of them was expected")]
    [InlineData("""{"sg-wlak": "worse"}""", "\"sg-wlak\" is not a suggestion")]
    [InlineData("""{"sg-walk": "bad"}""", "the feedback on \"sg-walk\" is \"bad\"; one of doing-already, no-help, worse was expected")]
    [InlineData("""{"sg-walk": 1}""", "the feedback on \"sg-walk\" is 1; one of doing-already, no-help, worse was expected")]
    [InlineData("""{"sg-walk": "worse", "sg-walk": "worse"}""", "\"sg-walk\" has feedback twice; one was expected")]
    public void Feedback_that_says_nothing_known_is_named(string feedback, string error)
    {
        var line = Reader.Read($$"""{"id": 1, "answers": {}, "feedback": {{feedback}}}""");

        Assert.StartsWith(error, line.Error, StringComparison.Ordinal);
    }

    private static QuestionnaireItem Item(string linkId, ItemType type, params string[] codes) => new(
        linkId, $"Question {linkId}?", null, type, true, null, null, null, null, null, null,
        [.. codes.Select(code => new AnswerOption(code, $"Line {code}", null, false, false, []))]);
}
