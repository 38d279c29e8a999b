using GutGuide.Core.Explanations;

namespace GutGuide.Web.Tests.Consultation;

public sealed class WhatWouldChangeTests
{
    private static readonly WhatWouldChange Changes = new(Persona.Engine);

    [Fact]
    public void The_named_change_really_takes_the_suggestion_away()
    {
        var answers = Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress").Answers();

        foreach (var planned in Persona.Engine.Decide(answers).Shown)
        {
            if (Changes.TakesAway(answers, planned.Suggestion.Id, planned.Because) is { } change)
            {
                var changed = change.Answers.Aggregate(answers, (sofar, answer) => sofar.With(answer.Item.LinkId, answer.Instead));
                Assert.DoesNotContain(Persona.Engine.Decide(changed).Shown, other => other.Suggestion.Id == planned.Suggestion.Id);
            }
        }
    }

    [Fact]
    public void A_tested_person_would_not_be_offered_the_celiac_test()
    {
        var answers = Persona.AllWell.Answers();

        var change = Changes.TakesAway(answers, "sg-test-coeliac", ["celiac"]);

        Assert.Equal("celiac", Assert.Single(change!.Answers).Item.LinkId);
    }
}
