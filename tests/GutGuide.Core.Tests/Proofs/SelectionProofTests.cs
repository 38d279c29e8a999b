using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Proofs;

public class SelectionProofTests
{
    private const string Limits = "limits-and-conflicts-hold";

    [Fact]
    public void A_diet_class_that_does_not_count_as_a_diet_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("restrict", diets => diets with { Limit = LimitGroup.None });

        ProofAssert.Fails(ruleset, Limits, "restrict");
    }

    [Fact]
    public void A_pinned_supplement_would_break_the_limit()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-zinc", zinc => zinc with { Pinned = true });

        ProofAssert.Fails(ruleset, Limits, "sg-zinc");
    }

    [Fact]
    public void Two_pinned_suggestions_that_clash_are_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-sleep", sleep => sleep with { Pinned = true }) with
        {
            Conflicts = [new ConflictGroup("cf-1", ["sg-sleep", "sg-test"], [], "Why.", ["rule-001"])],
        };

        ProofAssert.Fails(ruleset, Limits, "sg-sleep");
    }

    [Fact]
    public void A_conflict_group_of_one_is_found()
    {
        var ruleset = ProvenRules.Ruleset with { Conflicts = [new ConflictGroup("cf-1", ["sg-zinc"], [], "Why.", ["rule-001"])] };

        ProofAssert.Fails(ruleset, Limits, "cf-1");
    }

    [Fact]
    public void Three_pinned_habits_in_one_phase_have_no_room()
    {
        var sleep = ProvenRules.Ruleset.Suggestions.Single(suggestion => suggestion.Id == "sg-sleep") with { Pinned = true };
        var ruleset = ProvenRules.Ruleset with { Suggestions = [.. ProvenRules.Ruleset.Suggestions, sleep with { Id = "sg-one" }, sleep with { Id = "sg-two" }, sleep with { Id = "sg-three" }] };

        ProofAssert.Fails(ruleset, Limits, "sg-two");
    }

    [Fact]
    public void A_first_step_that_is_a_product_is_found()
    {
        var ruleset = WithSelection(rules => rules with { FirstSteps = [new FirstStepRule(null, TriageTier.Soon, "sg-zinc", false, false)] });

        ProofAssert.Fails(ruleset, "the-four-weeks-hold", "sg-zinc");
    }

    [Fact]
    public void A_talk_on_top_that_is_none_is_found()
    {
        var ruleset = WithSelection(rules => rules with { Otherwise = "sg-sleep" });

        ProofAssert.Fails(ruleset, "the-four-weeks-hold", "sg-sleep");
    }

    [Fact]
    public void What_is_only_for_reading_must_not_be_ok()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-sleep", sleep => sleep with { ReadingOnly = true });

        ProofAssert.Fails(ruleset, "reading-only-stays-out", "sg-sleep");
    }

    [Fact]
    public void A_gentle_plan_of_twelve_is_found()
    {
        var ruleset = WithSelection(rules => rules with { Gentle = new GentlePlan(Condition.State("sp-ed"), 12, null) });

        ProofAssert.Fails(ruleset, "a-gentle-plan-is-short", "selection");
    }

    [Fact]
    public void Its_own_substitute_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Substitute = "sg-hcl" });

        ProofAssert.Fails(ruleset, "substitute-only-when-ok", "sg-hcl");
    }

    [Fact]
    public void A_substitute_that_is_ok_for_nobody_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-diary", diary => diary with { Substitute = "sg-hcl" });

        ProofAssert.Fails(ruleset, "substitute-only-when-ok", "sg-diary");
    }

    [Fact]
    public void A_trigger_without_a_reason_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-hcl", acid => acid with { Never = acid.Never.With("med-ppi", " ") });

        ProofAssert.Fails(ruleset, "every-held-back-item-has-a-reason", "sg-hcl");
    }

    [Fact]
    public void A_class_that_self_care_holds_back_has_no_reason()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("supp", supp => supp with
        {
            Caps = new Dictionary<TriageTier, TierCap>(supp.Caps) { [TriageTier.SelfCare] = TierCap.Ask },
        });

        ProofAssert.Fails(ruleset, "every-held-back-item-has-a-reason", "supp");
    }

    [Fact]
    public void A_restriction_beyond_six_weeks_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-gf-trial", trial => trial with { Ends = new RestrictionEnd(43, "Bring it back.") });

        ProofAssert.Fails(ruleset, "restrictions-end", "sg-gf-trial");
    }

    [Fact]
    public void A_restriction_without_a_way_back_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithSuggestion("sg-gf-trial", trial => trial with { Ends = null });

        ProofAssert.Fails(ruleset, "restrictions-end", "sg-gf-trial");
    }

    [Fact]
    public void A_tier_that_allows_more_than_a_lower_one_is_found()
    {
        var ruleset = ProvenRules.Ruleset.WithClass("basic", basics => basics with
        {
            Caps = new Dictionary<TriageTier, TierCap>(basics.Caps) { [TriageTier.Routine] = TierCap.Hide },
        });

        ProofAssert.Fails(ruleset, "more-problems-never-loosen-a-suggestion", "sg-sleep");
    }

    private static Ruleset WithSelection(Func<SelectionRules, SelectionRules> edit) =>
        ProvenRules.Ruleset with { Scoring = ProvenRules.Ruleset.Scoring with { Selection = edit(ProvenRules.Ruleset.Scoring.Selection) } };
}
