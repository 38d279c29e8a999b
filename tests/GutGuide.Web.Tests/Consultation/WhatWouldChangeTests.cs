using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Tests.Consultation;

public sealed class WhatWouldChangeTests
{
    private static readonly WhatWouldChange Changes = new(Persona.Engine);

    [Fact]
    public void A_tested_person_would_not_be_offered_the_celiac_test()
    {
        var change = TakesAway(Persona.AllWell.Answers(), "sg-test-coeliac");

        Assert.Equal("celiac", Assert.Single(change!.Answers).Item.LinkId);
    }

    [Fact]
    public void Only_answers_that_led_to_a_suggestion_are_named()
    {
        var answers = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress").Answers();

        Assert.All(Persona.Engine.Decide(answers).Shown, planned => Assert.All(
            Changes.TakesAway(answers, planned.Suggestion.Id, planned.Because)?.Answers ?? [],
            changed => Assert.Contains(changed.Item.LinkId, planned.Because)));
    }

    [Fact]
    public void Two_lines_of_one_list_that_lead_to_a_suggestion_are_named_together()
    {
        var answers = Persona.AllWell.Saying("life", "sleep").Saying("body-signs", "tired", "fog").Answers();

        var change = TakesAway(answers, "sg-sleep");

        Assert.Equal(3, change!.Steps);
        Assert.Equal(["body-signs", "life"], change.Answers.Select(changed => changed.Item.LinkId));
        Assert.Equal(["tired", "fog"], change.Answers[0].Given.Codes.Except(change.Answers[0].Instead.Codes).OrderDescending());
        Assert.Equal("none", Assert.Single(change.Answers[0].Instead.Codes));
    }

    [Fact]
    public void A_suggestion_for_every_adult_is_taken_away_by_nothing()
    {
        var answers = Persona.AllWell.Saying("food", "plants").Saying("goal", "food").Answers();

        Assert.Null(Changes.TakesAway(answers, "sg-plants", ["age"]));
    }

    [Fact]
    public void What_holds_a_suggestion_back_is_named_as_an_answer()
    {
        var answers = Persona.AllWell.Saying("alarm-gut", "sticks").Saying("food", "plants").Answers();
        var held = Persona.Engine.Decide(answers).HeldBack.First(held => held.Suggestion.Id == "sg-plants");

        var change = Changes.Allows(answers, held);

        Assert.Equal("you had not chosen “Food or drink sticks, or is hard to swallow”", Assert.Single(change!.Answers).Words);
    }

    [Fact]
    public void A_line_that_says_only_not_sure_is_named_with_its_question()
    {
        var item = Persona.Engine.Ruleset.Questionnaire.Items.Single(item => item.LinkId == "food");

        var changed = new ChangedAnswer(item, Answer.Of("unsure"), Answer.Of("none"));

        Assert.Equal($"you had not chosen “Not sure” under “{item.Text}”", changed.Words);
    }

    [Fact]
    public void Another_option_is_quoted_with_its_question()
    {
        var item = Persona.Engine.Ruleset.Questionnaire.Items.Single(item => item.LinkId == "travel");

        var changed = new ChangedAnswer(item, Answer.Of("yes"), Answer.Of("no"));

        Assert.Equal($"you had answered “{item.Option("no")!.Display}” to “{item.Text}”", changed.Words);
    }

    private static AnswerChange? TakesAway(Answers answers, string suggestion)
    {
        var planned = Persona.Engine.Decide(answers).Shown.Single(planned => planned.Suggestion.Id == suggestion);
        return Changes.TakesAway(answers, suggestion, planned.Because);
    }
}
