using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class ShownTests
{
    [Fact]
    public void What_must_be_shown_must_be_pinned()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-test", test => test with { Pinned = false });

        ProofAssert.Fails(ruleset, "inv-5", "sg-test");
    }

    [Fact]
    public void What_must_be_shown_may_not_be_ruled_out_by_anything_else()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-test", test => test with { Never = test.Never.With("sp-ed") });

        var counterexample = ProofAssert.Fails(ruleset, "inv-5", "sg-test");

        Assert.Equal("medicines = eating", counterexample.Example?.Words);
    }

    [Fact]
    public void A_flag_that_cannot_be_up_below_the_bound_may_rule_it_out()
    {
        var ruleset = ProvenRules.Ruleset
            .WithInvariant("inv-5", claim => claim with { TierAtMost = TriageTier.Routine })
            .WithHardRule("hr-1", rule => rule with { Show = [] })
            .WithSuggestion("sg-test", test => test with { Never = test.Never.With("rf-chest") });

        ProofAssert.Holds(ruleset);
    }

    [Fact]
    public void A_hard_rule_may_not_take_away_what_must_be_shown()
    {
        var ruleset = ProvenRules.Ruleset.WithHardRule("hr-2", rule => rule with { When = Condition.State("sp-thin"), Never = ["sg-test"] });

        ProofAssert.Fails(ruleset, "inv-5", "hr-2");
    }

    [Fact]
    public void The_promise_alone_must_make_it_relevant()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-test", test => test with
        {
            Relevant = Condition.AllOf(Condition.State("sp-untested"), Condition.Question("gut", "belly")),
        });

        ProofAssert.Fails(ruleset, "inv-5", "sg-test");
    }

    [Fact]
    public void Its_class_may_not_be_hidden_below_the_bound()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("test", tests => tests with
        {
            Caps = new Dictionary<TriageTier, TierCap>(tests.Caps) { [TriageTier.Soon] = TierCap.Hide },
        });

        ProofAssert.Fails(ruleset, "inv-5", "test");
    }

    [Fact]
    public void Minors_must_be_left_out_of_the_promise()
    {
        var ruleset = ProvenRules.Ruleset.WithInvariant("inv-5", claim => claim with { Adult = false });

        ProofAssert.Fails(ruleset, "inv-5", "inv-5");
    }

    [Fact]
    public void Nothing_can_be_promised_to_be_shown_at_urgent()
    {
        var ruleset = ProvenRules.Ruleset.WithInvariant("inv-5", claim => claim with { TierAtMost = TriageTier.Urgent });

        ProofAssert.Fails(ruleset, "inv-5", "inv-5");
    }

    [Fact]
    public void A_stop_that_an_adult_can_meet_takes_the_promise_away()
    {
        var ruleset = ProvenRules.Ruleset with
        {
            Questionnaire = ProvenRules.Ruleset.Questionnaire with
            {
                Stops = [.. ProvenRules.Ruleset.Questionnaire.Stops, new QuestionnaireStop(Condition.Question("gut", "none"), "well")],
            },
        };

        ProofAssert.Fails(ruleset, "inv-5", "well");
    }

    [Fact]
    public void An_age_limit_above_eighteen_takes_the_promise_away()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-under18", state => state with { When = Condition.Fact("age", ComparisonOperator.Less, 19) });

        ProofAssert.Fails(ruleset, "inv-5", "sp-under18");
    }

    [Fact]
    public void What_a_hard_rule_shows_must_be_shown()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-test", test => test with { Never = test.Never.With("sp-thin") });

        ProofAssert.Fails(ruleset, "hard-rules-and-rows-agree", "sg-test");
    }
}
