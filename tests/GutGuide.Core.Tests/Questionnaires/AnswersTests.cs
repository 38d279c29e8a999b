using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Questionnaires;

public class AnswersTests
{
    [Fact]
    public void A_question_without_an_answer_has_none() => Assert.Null(Answers.None["pain"]);

    [Fact]
    public void A_new_answer_takes_the_place_of_the_old()
    {
        var answers = Given.Answers(("pain", "no"));

        var changed = answers.With("pain", Answer.Of("yes"));

        Assert.Equal(Answer.Of("yes"), changed["pain"]);
        Assert.Equal(1, changed.Count);
    }

    [Fact]
    public void A_change_leaves_what_was_said_before_as_it_was()
    {
        var answers = Given.Answers(("pain", "no"));

        answers.With("pain", Answer.Of("yes"));

        Assert.Equal(Answer.Of("no"), answers["pain"]);
    }

    [Fact]
    public void An_answer_can_be_taken_away()
    {
        var answers = Given.Answers(("pain", "no"), ("age", 40));

        var changed = answers.With("pain", null);

        Assert.Equal(["age"], changed.LinkIds);
    }

    [Fact]
    public void Questions_are_listed_alike_whatever_order_the_answers_came_in()
    {
        var answers = Given.Answers(("wind", "no"), ("age", 40), ("pain", "no"));

        Assert.Equal(["age", "pain", "wind"], answers.LinkIds);
    }
}
