using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;
using GutGuide.Core.Triage;
using GutGuide.Web.Features.Consultation;

namespace GutGuide.Web.Tests.Consultation;

public sealed class PageSubmissionTests
{
    private static readonly QuestionFlow Flow = new(new TriageScorer(new RulesetBuilder()
        .Page("page")
        .Choice("often", "never", "most")
        .Choice("way", "no", "lot").EnabledWhen(Condition.Question("often", "never", ComparisonOperator.NotEqual))
        .MultipleChoice("list", "a", "b", new Option("none").Exclusive()).Optional()
        .Integer("age", 18, 120).Optional()
        .Integer("height-feet", 3, 8, "feet").Optional()
        .Integer("height-inches", 0, 11, "inches").Optional()
        .Build()));

    [Fact]
    public void A_complete_page_has_no_problem()
    {
        Assert.Empty(ProblemsOf(("often", "most"), ("way", "no"), ("list", "a"), ("list", "b"), ("age", "42")));
    }

    [Fact]
    public void A_blank_required_question_is_a_problem_of_that_question()
    {
        Assert.Equal("Please choose one answer.", ProblemsOf(("way", "no"))["often"]);
    }

    [Fact]
    public void A_question_that_the_page_itself_makes_needless_may_stay_blank()
    {
        Assert.Empty(ProblemsOf(("often", "never")));
    }

    [Fact]
    public void An_answer_to_a_needless_question_is_not_kept()
    {
        Assert.Null(Submission(("often", "never"), ("way", "lot")).Answers()["way"]);
    }

    [Fact]
    public void Two_answers_to_a_question_that_takes_one_are_a_problem()
    {
        Assert.Equal("Please choose one answer only.", ProblemsOf(("often", "never"), ("often", "most"), ("way", "no"))["often"]);
    }

    [Fact]
    public void None_of_these_and_something_else_are_a_problem()
    {
        Assert.Equal(
            "You chose “Display of none” and something else. Please keep one or the other.",
            ProblemsOf(("often", "never"), ("list", "none"), ("list", "a"))["list"]);
    }

    [Theory]
    [InlineData("17", "Please type a number from 18 to 120.")]
    [InlineData("121", "Please type a number from 18 to 120.")]
    [InlineData("forty", "Please type one number, such as 42.")]
    [InlineData("42.5", "Please type one number, such as 42.")]
    public void A_number_that_cannot_be_says_what_to_type(string typed, string message)
    {
        Assert.Equal(message, ProblemsOf(("often", "never"), ("age", typed))["age"]);
    }

    [Theory]
    [InlineData("18")]
    [InlineData("120")]
    [InlineData(" 42 ")]
    public void A_number_within_its_range_is_taken(string typed)
    {
        Assert.Empty(ProblemsOf(("often", "never"), ("age", typed)));
    }

    [Fact]
    public void Feet_and_inches_typed_into_the_field_for_feet_fill_both()
    {
        var answers = Submission(("often", "never"), ("height-feet", "5'10")).Answers();

        Assert.Equal((Answer.Of(5), Answer.Of(10)), (answers["height-feet"], answers["height-inches"]));
    }

    [Fact]
    public void Inches_typed_twice_and_differently_are_a_problem()
    {
        Assert.Empty(ProblemsOf(("often", "never"), ("height-feet", "5'10"), ("height-inches", "10")));
        Assert.Equal(
            "You typed 10 inches beside the feet and 9 here. Please keep one.",
            ProblemsOf(("often", "never"), ("height-feet", "5'10"), ("height-inches", "9"))["height-inches"]);
    }

    [Fact]
    public void A_number_that_cannot_be_read_gets_an_example_in_its_own_unit()
    {
        Assert.Equal("Please type one number, such as 5 ft 10.", ProblemsOf(("often", "never"), ("height-feet", "5.10"))["height-feet"]);
    }

    [Fact]
    public void An_unknown_code_is_a_problem()
    {
        Assert.Equal("That is not one of the choices. Please choose again.", ProblemsOf(("often", "sometimes"), ("way", "no"))["often"]);
    }

    [Fact]
    public void Several_codes_become_one_answer()
    {
        Assert.Equal(Answer.Of("a", "b"), Submission(("often", "never"), ("list", "b"), ("list", "a")).Answers()["list"]);
    }

    private static PageSubmission Submission(params (string Name, string Value)[] fields)
    {
        var page = Flow.Pages(Answers.None)[0];
        var values = fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(field => field.Value)]);
        return new PageSubmission(Flow, page, Answers.None, values);
    }

    private static Dictionary<string, string> ProblemsOf(params (string Name, string Value)[] fields) =>
        new PageSubmissionValidator().Validate(Submission(fields)).Errors.ToDictionary(error => error.PropertyName, error => error.ErrorMessage);
}
