using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Cases;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Rules;

/// <summary>Answers that hide questions, by the rules that ship.</summary>
public sealed class HiddenAnswersTests
{
    private static readonly DecisionEngine Engine = new(ShippedContent.Ruleset);
    private static readonly CalmPerson Calm = new(ShippedContent.Ruleset);

    [Fact]
    public void Thoughts_about_food_do_not_take_away_what_a_low_weight_means()
    {
        var before = Decide(("gut", ["bloating"]), ("bloating-often", ["rare"]), ("triggers", ["milk"]));
        var after = Decide(("gut", ["bloating"]), ("bloating-often", ["rare"]), ("triggers", ["milk"]), ("coping", ["eating"]));

        Assert.Equal((TriageTier.Routine, true), (before.Tier, before.States.Contains("sp-underweight")));
        Assert.Equal((TriageTier.Routine, true), (after.Tier, after.States.Contains("sp-underweight")));
        Assert.Equal(SuggestionState.Never, after.SuggestionStates["sg-tre"]);
    }

    [Fact]
    public void Denying_a_low_weight_does_not_clear_it_when_thoughts_about_food_hide_the_scale()
    {
        var decision = Decide(("coping", ["eating"]));

        Assert.Contains("sp-underweight", decision.States);
    }

    [Fact]
    public void Nothing_is_in_doubt_for_somebody_well()
    {
        var decision = Decide();

        Assert.Equal(TriageTier.SelfCare, decision.Tier);
        Assert.DoesNotContain("sp-underweight", decision.States);
        Assert.Empty(decision.RedFlags);
    }

    /// <summary>A body mass of 15.8 on top of the calmest answers.</summary>
    private static Decision Decide(params (string LinkId, string[] Codes)[] said) => Engine.Decide(Calm.Saying(new Answers(
    [
        .. said.Select(answer => KeyValuePair.Create(answer.LinkId, Answer.Of(answer.Codes))),
        .. said.Length > 1 ? [KeyValuePair.Create("height-cm", Answer.Of(170)), KeyValuePair.Create("weight-kg", Answer.Of(45.66))] : Array.Empty<KeyValuePair<string, Answer>>(),
    ])));
}
