using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class UnsettledTests
{
    [Theory]
    [InlineData("yes", false)]
    [InlineData("no", false)]
    [InlineData("unsure", true)]
    public void An_answer_that_leaves_a_fact_in_doubt_is_listed(string said, bool isListed)
    {
        var decision = new RulesetBuilder().Problem("wl").Decide(("wl", said));

        Assert.Equal(isListed, decision.Unsettled.Contains("wl"));
    }

    [Fact]
    public void An_answer_that_does_not_know_is_listed_though_it_sets_nothing()
    {
        var decision = new RulesetBuilder().Choice("pain", "often", new Option("unknown").Unsure()).AddsTo("belly").Decide(("pain", "unknown"));

        Assert.Equal(["pain"], decision.Unsettled);
    }

    [Fact]
    public void A_doubt_ticked_among_certainties_is_listed()
    {
        var decision = new RulesetBuilder()
            .MultipleChoice("gut", "wind", new Option("cramps").Sets("cramps", "unsure"))
            .Decide(("gut", Answer.Of("wind", "cramps")));

        Assert.Equal(["gut"], decision.Unsettled);
    }

    [Fact]
    public void A_doubt_left_on_a_hidden_question_is_not_listed()
    {
        var decision = new RulesetBuilder()
            .Choice("pain", "no", "yes").Choice("where", new Option("unsure").Unsure()).EnabledWhen("pain", "yes")
            .Decide(("pain", "no"), ("where", "unsure"));

        Assert.Empty(decision.Unsettled);
    }

    [Fact]
    public void They_come_in_questionnaire_order()
    {
        var decision = new RulesetBuilder().Problem("wl", "fever", "pain").Decide(("pain", "unsure"), ("wl", "unsure"), ("fever", "no"));

        Assert.Equal(["wl", "pain"], decision.Unsettled);
    }
}
