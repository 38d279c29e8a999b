using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

/// <summary>The proof about what is asked of whom, with one fault planted each.</summary>
public class VisibilityTests
{
    [Fact]
    public void A_question_whose_gate_covers_what_it_raises_is_sound() => Assert.Empty(Faults(Gate("rf-flare")));

    [Fact]
    public void A_fact_that_no_line_covers_is_found_with_the_line_to_mend()
    {
        var fault = Assert.Single(Faults(Gate()));

        Assert.Equal("flare", fault.Rule);
        Assert.Contains("add rf-flare to \"covers\" of bowel/yes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_rule_can_feel_while_the_question_is_hidden_needs_no_cover()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .MultipleChoice("signs", new Option("thinner").Sets("wl"), new Option("none").Exclusive())
            .Choice("back", "no", new Option("yes").Sets("back_pain")).EnabledWhen("signs", "thinner")
            .Flag("rf-pancreas", TriageTier.Soon, Condition.AllOf(Condition.Fact("wl"), Condition.Fact("back_pain")));

        Assert.Empty(Faults(rules));
    }

    [Fact]
    public void What_only_rules_for_the_old_read_need_not_be_asked_of_the_young()
    {
        RulesetBuilder Since(int readFrom) => new RulesetBuilder().HiddenIsUnsure()
            .Integer("age").Fact("age", FactKind.Age, from: new NumberSource("age", null))
            .Choice("since", "long", new Option("new").Sets("new_gut")).EnabledWhen(Condition.Question("age", ComparisonOperator.GreaterOrEqual, 50))
            .Flag("rf-new", TriageTier.Soon, Condition.AllOf(Condition.Fact("age", ComparisonOperator.GreaterOrEqual, readFrom), Condition.Fact("new_gut")));

        Assert.Empty(Faults(Since(50)));
        Assert.NotEmpty(Faults(Since(49)));
    }

    [Fact]
    public void A_flag_that_a_worse_answer_would_weaken_is_found()
    {
        var fault = Assert.Single(Faults(HiddenByEating()));

        Assert.Contains("eating/yes hides thin, and rf-thin counts for less", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_may_weaken_beside_another_that_asks_for_as_much()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .Choice("eating", "no", "yes")
            .Choice("loss", "no", new Option("yes").Sets("wl").Covers("percent"))
            .Choice("how-much", "little", new Option("lot").Sets("percent", 5))
            .EnabledWhen(Condition.AllOf(Condition.Question("loss", "yes"), Condition.Question("eating", "yes", ComparisonOperator.NotEqual)))
            .Flag("rf-loss", TriageTier.Soon, Condition.Fact("wl"))
            .Flag("rf-loss-lot", TriageTier.Soon, Condition.AllOf(Condition.Fact("wl"), Condition.Fact("percent", ComparisonOperator.GreaterOrEqual, 5)));

        Assert.Empty(Faults(rules));
    }

    [Fact]
    public void A_flag_may_weaken_where_another_question_asks_for_it_in_words()
    {
        var rules = HiddenByEating().Choice("danger", "no", new Option("yes").Sets("rf-thin")).EnabledWhen("eating", "yes").Build();

        Assert.NotEmpty(Faults(rules));
        Assert.Empty(Faults(rules
            .WithOption("eating", "yes", option => option with { Covers = ["rf-thin"] })
            .WithItem("danger", item => item with { Replaces = [new Replacement("thin", [], ["rf-thin"], "It asks in words.")] })));
    }

    [Fact]
    public void A_follow_up_that_leaves_a_state_behind_is_found()
    {
        RulesetBuilder Measured(string followUp) => new RulesetBuilder().HiddenIsUnsure()
            .Choice("eating", "no", "yes")
            .Integer("bmi").Optional().EnabledWhen(Condition.Question("eating", "yes", ComparisonOperator.NotEqual))
            .Fact("bmi", FactKind.Low, from: new NumberSource("bmi", null)).FollowedUpBy(followUp)
            .Choice("told", "no", new Option("yes").Sets("sp-thin")).Choice("else", "no", new Option("yes").Sets("sp-else"))
            .State("sp-else", Condition.Fact("sp-else"))
            .State("sp-thin", Condition.AnyOf(Condition.Fact("sp-thin"), Condition.Fact("bmi", ComparisonOperator.Less, 18.5)));

        Assert.DoesNotContain(Faults(Measured("sp-thin")), fault => fault.Message.Contains("sp-thin is lost", StringComparison.Ordinal));
        Assert.Contains(Faults(Measured("sp-else")), fault => fault.Message.Contains("sp-thin is lost", StringComparison.Ordinal));
    }

    private static RulesetBuilder Gate(params string[] covers) => new RulesetBuilder().HiddenIsUnsure()
        .MultipleChoice("bowel", new Option("yes").Covers(covers), new Option("none").Exclusive())
        .Choice("flare", "no", new Option("yes").Sets("rf-flare")).EnabledWhen("bowel", "yes")
        .Flag("rf-flare", TriageTier.Urgent);

    private static RulesetBuilder HiddenByEating() => new RulesetBuilder().HiddenIsUnsure()
        .Choice("eating", new Option("no").Covers("rf-thin"), "yes")
        .Choice("thin", "no", new Option("yes").Sets("rf-thin"))
        .EnabledWhen(Condition.AllOf(Condition.Question("eating", "no"), Condition.Question("eating", "yes", ComparisonOperator.NotEqual)))
        .Flag("rf-thin", TriageTier.Urgent);

    private static IReadOnlyList<Counterexample> Faults(RulesetBuilder rules) => Faults(rules.Build());

    private static IReadOnlyList<Counterexample> Faults(Ruleset ruleset) =>
        RulesetProof.Prove(ruleset).Proofs.Single(proof => proof.Id == "what-is-asked-keeps-caution").Counterexamples;
}
