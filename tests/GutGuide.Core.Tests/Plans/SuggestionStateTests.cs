using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Plans;

public class SuggestionStateTests
{
    /// <summary>Every floor, every state by rule and every tier.</summary>
    public static IEnumerable<object[]> Combinations =>
        from floor in Enum.GetValues<SuggestionState>()
        from byRule in Enum.GetValues<SuggestionState>()
        from tier in Enum.GetValues<TriageTier>()
        select new object[] { floor, byRule, tier };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void It_is_the_strictest_of_floor_row_rule_and_tier(SuggestionState floor, SuggestionState byRule, TriageTier tier)
    {
        var decision = AtTier(tier)
            .Suggestion("sg-x", @class: "supp", floor: floor, never: On(SuggestionState.Never, byRule), ask: On(SuggestionState.Ask, byRule))
            .Decide(("sp-x", "yes"), ("rf-tier", "yes"));

        Assert.Equal(Strictest(floor, byRule, CapOfSupplements(tier)), decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void It_is_the_strictest_of_floor_class_rule_and_tier(SuggestionState floor, SuggestionState byRule, TriageTier tier)
    {
        var decision = AtTier(tier)
            .Class("supp", never: On(SuggestionState.Never, byRule), ask: On(SuggestionState.Ask, byRule))
            .Suggestion("sg-x", @class: "supp", floor: floor)
            .Decide(("sp-x", "yes"), ("rf-tier", "yes"));

        Assert.Equal(Strictest(floor, byRule, CapOfSupplements(tier)), decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("yes", SuggestionState.Never)]
    [InlineData("unsure", SuggestionState.Never)]
    [InlineData("no", SuggestionState.Ok)]
    public void A_row_rule_applies_only_to_people_in_its_state(string said, SuggestionState expected)
    {
        var decision = AtTier(TriageTier.SelfCare).Suggestion("sg-x", never: Given.Triggers("sp-x")).Decide(("sp-x", said));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("yes", SuggestionState.Ask)]
    [InlineData("unsure", SuggestionState.Ask)]
    [InlineData("no", SuggestionState.Ok)]
    public void A_class_rule_applies_only_to_people_in_its_state(string said, SuggestionState expected)
    {
        var decision = AtTier(TriageTier.SelfCare)
            .Class("supp", ask: Given.Triggers("sp-x")).Suggestion("sg-x", @class: "supp")
            .Decide(("sp-x", said));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Fact]
    public void A_class_rule_leaves_other_classes_alone()
    {
        var decision = AtTier(TriageTier.SelfCare)
            .Class("supp", never: Given.Triggers("sp-x")).Suggestion("sg-x", @class: "basic")
            .Decide(("sp-x", "yes"));

        Assert.Equal(SuggestionState.Ok, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("yes", SuggestionState.Never)]
    [InlineData("unsure", SuggestionState.Never)]
    [InlineData("no", SuggestionState.Ok)]
    public void A_flag_may_rule_a_suggestion_out(string said, SuggestionState expected)
    {
        var decision = new RulesetBuilder()
            .Problem("rf-x").Flag("rf-x", TriageTier.Routine)
            .Suggestion("sg-x", never: Given.Triggers("rf-x"))
            .Decide(("rf-x", said));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Fact]
    public void A_row_rule_cannot_loosen_what_its_class_forbids()
    {
        var decision = AtTier(TriageTier.SelfCare)
            .Class("supp", never: Given.Triggers("sp-x")).Suggestion("sg-x", @class: "supp", ask: Given.Triggers("sp-x"))
            .Decide(("sp-x", "yes"));

        Assert.Equal(SuggestionState.Never, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("yes", SuggestionState.Never)]
    [InlineData("unsure", SuggestionState.Never)]
    [InlineData("no", SuggestionState.Ok)]
    public void A_hard_rule_rules_out_the_suggestions_it_names(string said, SuggestionState expected)
    {
        var decision = AtTier(TriageTier.SelfCare)
            .HardRule("hr-1", Condition.State("sp-x"), never: ["sg-x"]).Suggestion("sg-x")
            .Decide(("sp-x", said));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("yes", SuggestionState.Never)]
    [InlineData("unsure", SuggestionState.Never)]
    [InlineData("no", SuggestionState.Ok)]
    public void A_hard_rule_that_reads_a_fact_counts_doubt_as_yes(string said, SuggestionState expected)
    {
        var decision = new RulesetBuilder()
            .Problem("fever")
            .HardRule("hr-1", Condition.Fact("fever"), never: ["sg-x"]).Suggestion("sg-x")
            .Decide(("fever", said));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData("restrict", SuggestionState.Never)]
    [InlineData("basic", SuggestionState.Ok)]
    public void A_hard_rule_rules_out_whole_classes(string @class, SuggestionState expected)
    {
        var decision = AtTier(TriageTier.SelfCare)
            .HardRule("hr-2", Condition.State("sp-x"), neverClasses: ["restrict"]).Suggestion("sg-x", @class: @class)
            .Decide(("sp-x", "yes"));

        Assert.Equal(expected, decision.SuggestionStates["sg-x"]);
    }

    [Theory]
    [InlineData(SuggestionState.Ok)]
    [InlineData(SuggestionState.Ask)]
    [InlineData(SuggestionState.Never)]
    public void A_hard_rule_beats_every_floor(SuggestionState floor)
    {
        var decision = AtTier(TriageTier.SelfCare)
            .HardRule("hr-1", Condition.State("sp-x"), never: ["sg-x"]).Suggestion("sg-x", floor: floor)
            .Decide(("sp-x", "yes"));

        Assert.Equal(SuggestionState.Never, decision.SuggestionStates["sg-x"]);
    }

    [Fact]
    public void A_hard_rule_about_words_rules_nothing_out()
    {
        var decision = new RulesetBuilder().HardRule("hr-7", when: null, never: ["sg-x"]).Suggestion("sg-x").Decide();

        Assert.Equal(SuggestionState.Ok, decision.SuggestionStates["sg-x"]);
    }

    [Fact]
    public void Every_suggestion_of_the_ruleset_has_a_state_even_when_nothing_is_shown()
    {
        var decision = AtTier(TriageTier.Emergency).Suggestion("sg-a").Suggestion("sg-b", relevant: Given.Never).Decide(("rf-tier", "yes"));

        Assert.Equal(["sg-a", "sg-b"], decision.SuggestionStates.Keys.Order());
    }

    [Fact]
    public void A_rule_that_names_no_state_or_flag_is_refused_by_name()
    {
        var ruleset = new RulesetBuilder().Suggestion("sg-x", never: Given.Triggers("sp-nobody")).Build();

        var refused = Assert.Throws<ArgumentException>(() => new DecisionEngine(ruleset));

        Assert.Contains("sp-nobody", refused.Message, StringComparison.Ordinal);
    }

    private static RulesetBuilder AtTier(TriageTier tier) =>
        new RulesetBuilder().Problem("sp-x", "rf-tier").State("sp-x").Flag("rf-tier", tier);

    private static TriggerSet On(SuggestionState state, SuggestionState byRule) => state == byRule ? Given.Triggers("sp-x") : TriggerSet.Empty;

    private static SuggestionState Strictest(params SuggestionState[] states) => states.Max();

    private static SuggestionState CapOfSupplements(TriageTier tier) => tier switch
    {
        TriageTier.SelfCare => SuggestionState.Ok,
        TriageTier.Routine => SuggestionState.Ask,
        _ => SuggestionState.Never,
    };
}
