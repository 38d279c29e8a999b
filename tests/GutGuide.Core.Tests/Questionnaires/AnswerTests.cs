using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Tests.Questionnaires;

public class AnswerTests
{
    [Fact]
    public void The_order_in_which_codes_were_ticked_does_not_matter()
    {
        var one = Answer.Of("pain", "bloating");

        var other = Answer.Of("bloating", "pain");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void A_code_ticked_twice_counts_once()
    {
        var answer = Answer.Of("pain", "pain");

        Assert.Equal(["pain"], answer.Codes);
    }

    [Fact]
    public void No_answer_is_not_an_answer() => Assert.Throws<ArgumentException>(() => Answer.Of());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Only_a_finite_number_is_an_answer(double number) => Assert.Throws<ArgumentException>(() => Answer.Of(number));

    [Fact]
    public void A_number_holds_no_codes()
    {
        var answer = Answer.Of(40);

        Assert.Equal(40, answer.Number);
        Assert.Empty(answer.Codes);
    }

    [Fact]
    public void Different_numbers_are_different_answers() => Assert.NotEqual(Answer.Of(40), Answer.Of(41));

    [Fact]
    public void A_number_is_not_the_code_that_reads_like_it() => Assert.NotEqual(Answer.Of(40), Answer.Of("40"));

    [Fact]
    public void It_has_only_the_codes_that_were_chosen()
    {
        var answer = Answer.Of("pain");

        Assert.True(answer.Has("pain"));
        Assert.False(answer.Has("bloating"));
    }

    [Fact]
    public void It_reads_as_its_codes_in_order() => Assert.Equal("bloating, pain", Answer.Of("pain", "bloating").ToString());

    [Fact]
    public void A_number_reads_the_same_in_every_culture() => Assert.Equal("18.5", Answer.Of(18.5).ToString());
}
