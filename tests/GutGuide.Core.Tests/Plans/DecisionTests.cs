using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class DecisionTests
{
    [Fact]
    public void A_missing_answer_leaves_the_decision_incomplete()
    {
        var decision = new RulesetBuilder().Choice("pain", "no", "yes").Suggestion("sg-a").Decide();

        Assert.Equal(DecisionStatus.Incomplete, decision.Status);
        Assert.Equal(["pain"], decision.Missing);
    }

    [Fact]
    public void An_incomplete_decision_tells_nothing_else()
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x", "sp-x").Choice("pain", "no", "yes")
            .Flag("rf-x", TriageTier.Soon).State("sp-x").Section("belly").Suggestion("sg-a", firstStep: true)
            .Decide(("rf-x", "yes"), ("sp-x", "unsure"));

        Assert.Null(decision.Tier);
        Assert.Empty(decision.RedFlags);
        Assert.Empty(decision.States);
        Assert.Empty(decision.Scores);
        Assert.Empty(decision.SuggestionStates);
        Assert.Empty(decision.Phases);
        Assert.Empty(decision.HeldBack);
        Assert.Null(decision.FirstStep);
        Assert.Empty(decision.Unsettled);
    }

    [Fact]
    public void With_every_required_answer_it_is_complete()
    {
        var decision = new RulesetBuilder().Choice("pain", "no", "yes").Decide(("pain", "no"));

        Assert.Equal(DecisionStatus.Complete, decision.Status);
        Assert.Equal(TriageTier.SelfCare, decision.Tier);
        Assert.Empty(decision.Missing);
    }

    [Fact]
    public void It_carries_the_flags_and_states_behind_it()
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x", "sp-x").Flag("rf-x", TriageTier.Urgent).State("sp-x")
            .Decide(("rf-x", "unsure"), ("sp-x", "yes"));

        var raised = Assert.Single(decision.RedFlags);
        Assert.Equal(("rf-x", TriageTier.Soon), (raised.Flag.Id, raised.Tier));
        Assert.Equal(["rf-x"], raised.Because);
        Assert.Equal(["sp-x"], decision.States);
    }

    [Fact]
    public void It_carries_the_sum_of_every_section()
    {
        var decision = new RulesetBuilder()
            .Choice("pain", new Option("often").Weighing(3)).AddsTo("belly").Section("rest")
            .Decide(("pain", "often"));

        Assert.Equal(new Dictionary<string, int> { ["belly"] = 3, ["rest"] = 0 }, decision.Scores.ToDictionary());
    }

    [Theory]
    [InlineData("no")]
    [InlineData(null)]
    public void It_names_the_version_of_the_rules_complete_or_not(string? pain)
    {
        var builder = new RulesetBuilder().Choice("pain", "no").Versioned("2026.11.1");

        var decision = pain is null ? builder.Decide() : builder.Decide(("pain", pain));

        Assert.Equal("2026.11.1", decision.Ruleset);
    }

    [Fact]
    public void An_engine_names_the_rules_it_decides_by()
    {
        var ruleset = new RulesetBuilder().Build();

        Assert.Same(ruleset, new DecisionEngine(ruleset).Ruleset);
    }
}
