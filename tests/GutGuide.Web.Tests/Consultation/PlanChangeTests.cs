using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Consultation;

public sealed class PlanChangeTests
{
    [Fact]
    public void The_same_answers_move_nothing()
    {
        var decision = Persona.AllWell.Saying("food", "rush").Decide();

        Assert.True(PlanChange.Between(decision, decision).IsNothing);
    }

    [Fact]
    public void A_sign_for_the_same_day_takes_the_whole_plan_away()
    {
        var before = Persona.AllWell.Decide();

        var change = PlanChange.Between(before, Persona.AllWell.Saying("alarm-body", "yellow").Decide());

        Assert.Equal((TriageTier.SelfCare, TriageTier.Urgent), change.Tier);
        Assert.False(change.HasPlanAfter);
        Assert.Equal(before.Shown.Select(planned => planned.Suggestion.Id), change.Goes.Select(suggestion => suggestion.Id));
    }

    [Fact]
    public void A_condition_can_move_an_idea_into_ask_first()
    {
        var before = Persona.AllWell.Saying("gut", "hard").Saying("hard-often", "most").Decide();

        var change = PlanChange.Between(before, Persona.AllWell.Saying("gut", "hard").Saying("hard-often", "most").Saying("conditions", "kidney").Saying("c-kidney", "ckd").Decide());

        Assert.NotEmpty(change.BecomesAsk.Concat(change.Goes));
        Assert.Empty(change.BecomesOk);
        Assert.All(change.BecomesAsk, suggestion => Assert.Contains(before.Shown, planned => planned.Suggestion.Id == suggestion.Id && planned.State == SuggestionState.Ok));
    }

    [Fact]
    public void Half_answered_questions_cannot_be_compared()
    {
        var whole = Persona.AllWell.Decide();

        Assert.Throws<ArgumentException>(() => PlanChange.Between(whole, Persona.Engine.Decide(Answers.None)));
    }
}
