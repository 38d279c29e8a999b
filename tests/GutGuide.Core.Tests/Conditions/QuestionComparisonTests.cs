using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Conditions;

public class QuestionComparisonTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Equal_holds_for_the_code_that_was_chosen(string answer, bool expected)
    {
        var when = Condition.Question("pain", "yes");

        Assert.Equal(expected, Holds(when, ("pain", answer)));
    }

    [Theory]
    [InlineData("yes", false)]
    [InlineData("no", true)]
    public void Not_equal_holds_for_every_other_code(string answer, bool expected)
    {
        var when = Condition.Question("pain", "yes", ComparisonOperator.NotEqual);

        Assert.Equal(expected, Holds(when, ("pain", answer)));
    }

    [Fact]
    public void Equal_does_not_hold_for_a_blank()
    {
        var when = Condition.Question("pain", "yes");

        Assert.False(Holds(when));
    }

    [Fact]
    public void Not_equal_holds_for_a_blank()
    {
        var when = Condition.Question("pain", "yes", ComparisonOperator.NotEqual);

        Assert.True(Holds(when));
    }

    [Fact]
    public void Not_equal_holds_for_an_answer_left_on_a_hidden_question()
    {
        var when = Condition.Question("where", "upper", ComparisonOperator.NotEqual);

        Assert.True(Holds(when, ("pain", "no"), ("where", "upper")));
    }

    [Fact]
    public void Equal_does_not_hold_for_an_answer_left_on_a_hidden_question()
    {
        var when = Condition.Question("where", "upper");

        Assert.False(Holds(when, ("pain", "no"), ("where", "upper")));
    }

    [Theory]
    [InlineData("wind", true)]
    [InlineData("bloating", true)]
    [InlineData("cramps", false)]
    public void Equal_on_a_list_means_among_those_ticked(string code, bool expected)
    {
        var when = Condition.Question("gut", code);

        Assert.Equal(expected, Holds(when, ("gut", Answer.Of("wind", "bloating"))));
    }

    [Theory]
    [InlineData("wind", false)]
    [InlineData("bloating", false)]
    [InlineData("cramps", true)]
    public void Not_equal_on_a_list_means_not_among_those_ticked(string code, bool expected)
    {
        var when = Condition.Question("gut", code, ComparisonOperator.NotEqual);

        Assert.Equal(expected, Holds(when, ("gut", Answer.Of("wind", "bloating"))));
    }

    [Fact]
    public void Exists_holds_for_any_answer() => Assert.True(Holds(Exists("pain"), ("pain", "no")));

    [Fact]
    public void Exists_does_not_hold_for_a_blank() => Assert.False(Holds(Exists("pain")));

    [Fact]
    public void Exists_holds_for_the_number_zero() => Assert.True(Holds(Exists("days"), ("days", 0)));

    [Fact]
    public void Exists_does_not_hold_for_an_answer_left_on_a_hidden_question() =>
        Assert.False(Holds(Exists("where"), ("pain", "no"), ("where", "upper")));

    [Theory]
    [InlineData(ComparisonOperator.Equal, false, true, false)]
    [InlineData(ComparisonOperator.NotEqual, true, false, true)]
    [InlineData(ComparisonOperator.Greater, false, false, true)]
    [InlineData(ComparisonOperator.Less, true, false, false)]
    [InlineData(ComparisonOperator.GreaterOrEqual, false, true, true)]
    [InlineData(ComparisonOperator.LessOrEqual, true, true, false)]
    public void A_number_is_compared_below_at_and_above_the_edge(ComparisonOperator comparison, bool below, bool at, bool above)
    {
        var when = Condition.Question("days", comparison, 7);

        Assert.Equal(below, Holds(when, ("days", 6)));
        Assert.Equal(at, Holds(when, ("days", 7)));
        Assert.Equal(above, Holds(when, ("days", 8)));
    }

    [Theory]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.Greater)]
    [InlineData(ComparisonOperator.Less)]
    [InlineData(ComparisonOperator.GreaterOrEqual)]
    [InlineData(ComparisonOperator.LessOrEqual)]
    public void No_comparison_holds_for_a_blank_number(ComparisonOperator comparison)
    {
        var when = Condition.Question("days", comparison, 0);

        Assert.False(Holds(when));
    }

    [Fact]
    public void Not_equal_holds_for_a_blank_number()
    {
        var when = Condition.Question("days", ComparisonOperator.NotEqual, 7);

        Assert.True(Holds(when));
    }

    private static Comparison Exists(string linkId) => new(Subject.Question, linkId, ComparisonOperator.Exists, null, null);

    private static bool Holds(Condition when, params (string, Said)[] answers) => new RulesetBuilder()
        .Choice("pain", "no", "yes").Optional()
        .Choice("where", "upper", "lower").Optional().EnabledWhen("pain", "yes")
        .MultipleChoice("gut", "wind", "bloating", "cramps").Optional()
        .Integer("days").Optional()
        .State("sp-tested", when)
        .Assess(answers)
        .States()
        .Any();
}
