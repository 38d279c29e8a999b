using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class ReachabilityTests
{
    [Theory]
    [InlineData(ReachedKind.Flag, "rf-blood-50", "age = 50; signs = blood")]
    [InlineData(ReachedKind.Flag, "rf-bowel", "gut = loose; weeks = three; checked = no")]
    [InlineData(ReachedKind.State, "sp-untested", "celiac = never")]
    [InlineData(ReachedKind.Suggestion, "sg-gf-trial", "gut = belly; belly-often = most")]
    [InlineData(ReachedKind.Suggestion, "sg-sleep", "the calmest answers")]
    [InlineData(ReachedKind.Substitute, "sg-sleep", "medicines = eating")]
    [InlineData(ReachedKind.Tier, "Soon", "signs = loss")]
    [InlineData(ReachedKind.Question, "now-which", "now = unsure")]
    public void The_smallest_example_is_found(ReachedKind kind, string id, string words)
    {
        var report = RulesetProof.Prove(ProvenRules.Ruleset);

        Assert.Equal(words, report.Reached.Single(reached => reached.Kind == kind && reached.Id == id).Example.Words);
    }

    [Fact]
    public void A_number_is_worked_back_to_height_and_weight()
    {
        var example = RulesetProof.Prove(ProvenRules.Ruleset).Reached.Single(reached => reached.Kind == ReachedKind.State && reached.Id == "sp-thin").Example;

        Assert.Contains("sp-thin", new DecisionEngine(ProvenRules.Ruleset).Decide(example.Answers).States);
    }

    [Fact]
    public void Every_example_leads_to_a_complete_decision()
    {
        var report = RulesetProof.Prove(ProvenRules.Ruleset);
        var engine = new DecisionEngine(ProvenRules.Ruleset);

        Assert.All(report.Reached, reached => Assert.Equal(DecisionStatus.Complete, engine.Decide(reached.Example.Answers).Status));
    }

    [Fact]
    public void A_flag_whose_option_sets_nothing_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithOption("signs", "blood", option => option with { Sets = [] });

        ProofAssert.Fails(ruleset, "every-flag-is-reachable", "rf-blood-50");
    }

    [Fact]
    public void A_state_that_contradicts_itself_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithState("sp-under18", state => state with
        {
            When = Condition.AllOf(Condition.Fact("age", ComparisonOperator.Less, 18), Condition.Fact("age", ComparisonOperator.Greater, 60)),
        });

        ProofAssert.Fails(ruleset, "every-state-is-reachable", "sp-under18");
    }

    [Fact]
    public void A_question_behind_a_contradiction_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithItem("checked", item => item with
        {
            EnabledWhen = Condition.AllOf(Condition.Question("weeks", "one"), Condition.Question("weeks", "three")),
        });

        ProofAssert.Fails(ruleset, "every-question-is-reachable", "checked");
    }

    [Fact]
    public void A_suggestion_that_is_never_relevant_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-diary", diary => diary with
        {
            Relevant = Condition.AllOf(Condition.Question("gut", "belly"), Condition.Question("gut", "none")),
        });

        ProofAssert.Fails(ruleset, "every-suggestion-is-reachable", "sg-diary");
    }

    [Fact]
    public void A_suggestion_that_is_ruled_out_whenever_it_is_relevant_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Relevant = Condition.State("med-ppi") });

        ProofAssert.Fails(ruleset, "every-suggestion-is-reachable", "sg-hcl");
    }

    [Fact]
    public void A_suggestion_that_others_always_push_aside_is_found()
    {
        var first = ProvenRules.Ruleset.Suggestions.Single(suggestion => suggestion.Id == "sg-sleep");
        var ruleset = ProvenRules.Ruleset with
        {
            Suggestions = [first with { Id = "sg-one" }, .. ProvenRules.Ruleset.Suggestions.Select(suggestion => suggestion with { Order = suggestion.Order + 10 })],
            Conflicts = [.. ProvenRules.Ruleset.Conflicts, new GutGuide.Core.Rules.ConflictGroup("cf-2", ["sg-one", "sg-sleep"], [], "Why.", ["rule-001"])],
        };

        ProofAssert.Fails(ruleset, "every-suggestion-is-reachable", "sg-sleep");
    }

    [Fact]
    public void A_rule_that_holds_for_everyone_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithState("med-ppi", state => state with { When = Condition.AnyOf(state.When, Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 1)) });

        ProofAssert.Fails(ruleset, "no-rule-always-holds", "med-ppi");
    }

    [Fact]
    public void A_healthy_adult_who_is_warned_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithFlag("rf-blood-50", flag => flag with { When = Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 39) });

        ProofAssert.Fails(ruleset, "healthy-adult-gets-ideas", "rf-blood-50");
    }

    [Fact]
    public void A_safety_question_that_may_stay_blank_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithItem("signs", item => item with { Required = false });

        ProofAssert.Fails(ruleset, "blank-safety-answer-gives-no-plan", "signs");
    }

    [Fact]
    public void Height_and_weight_may_stay_unknown()
    {
        Assert.All(
            ["height", "weight"],
            linkId => Assert.False(ProvenRules.Ruleset.Questionnaire.Items.Single(item => item.LinkId == linkId).Required));
        ProofAssert.Holds(ProvenRules.Ruleset);
    }
}
