using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

/// <summary>What a question that is not asked means. Source: safety rule base 0.6.</summary>
public class HiddenQuestionTests
{
    [Fact]
    public void A_question_hidden_by_a_worse_answer_leaves_its_state_set()
    {
        var findings = WeightUnlessEating().Assess(("eating", "yes"));

        Assert.Equal(["sp-thin"], findings.States().Select(state => state.Id));
    }

    [Fact]
    public void A_question_hidden_by_a_worse_answer_leaves_its_flag_one_tier_lower()
    {
        var raised = WeightUnlessEating().Flag("rf-thin", TriageTier.Urgent, Condition.Fact("rf-thin")).Assess(("eating", "yes")).Flags();

        Assert.Equal([("rf-thin", TriageTier.Soon)], raised.Select(flag => (flag.Flag.Id, flag.Tier)));
    }

    [Fact]
    public void A_flag_in_doubt_names_the_answer_that_hid_its_question()
    {
        var raised = WeightUnlessEating().Flag("rf-thin", TriageTier.Urgent, Condition.Fact("rf-thin")).Assess(("eating", "yes")).Flags();

        Assert.Equal(["eating"], Assert.Single(raised).Because);
    }

    [Fact]
    public void A_question_that_is_asked_leaves_nothing_in_doubt()
    {
        var findings = WeightUnlessEating().Assess(("eating", "no"), ("thin", "no"));

        Assert.Empty(findings.States());
        Assert.Equal(TriageTier.SelfCare, findings.Tier);
    }

    [Fact]
    public void Rules_published_before_gates_were_declared_read_a_hidden_question_as_they_always_did()
    {
        var findings = WeightUnlessEating(isUnsure: false).Assess(("eating", "yes"));

        Assert.Empty(findings.States());
    }

    [Fact]
    public void A_gate_that_covers_a_fact_and_was_denied_says_no_to_it()
    {
        var findings = BowelList(covers: true).Assess(("conditions", "none"));

        Assert.Empty(findings.States());
        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void A_gate_whose_words_do_not_cover_a_fact_does_not_say_no_to_it()
    {
        var findings = BowelList(covers: false).Assess(("conditions", "none"));

        Assert.Equal(["sp-ibd"], findings.States().Select(state => state.Id));
    }

    [Fact]
    public void A_not_sure_never_closes_a_gate()
    {
        var findings = BowelList(covers: true).Assess(("conditions", "unsure"));

        Assert.Equal(["sp-ibd"], findings.States().Select(state => state.Id));
    }

    [Fact]
    public void A_doubt_that_was_cleared_up_closes_the_gate()
    {
        var rules = BowelList(covers: true, asksWhich: true);

        Assert.Empty(rules.Assess(("conditions", "unsure"), ("conditions-which", "none")).States());
        Assert.NotEmpty(rules.Assess(("conditions", "unsure"), ("conditions-which", "cannot-tell")).States());
    }

    [Fact]
    public void A_list_behind_a_list_is_closed_by_the_first_when_both_cover_the_fact()
    {
        Assert.Empty(FlareBehindBowel("sp-ibd", "rf-flare").Assess(("conditions", "none")).Flags());
        Assert.NotEmpty(FlareBehindBowel("sp-ibd").Assess(("conditions", "none")).Flags());
    }

    [Fact]
    public void Every_line_that_covers_a_fact_must_be_denied()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .MultipleChoice("body", new Option("pregnant").Covers("rf-pain"), new Option("birth").Covers("rf-pain"), new Option("none").Exclusive())
            .MultipleChoice("more", new Option("maybe").Covers("rf-pain"), new Option("none").Exclusive(), new Option("unsure").Unsure())
            .Choice("pain", "no", new Option("yes").Sets("rf-pain"))
            .EnabledWhen(Condition.AnyOf(Condition.Question("body", "pregnant"), Condition.Question("body", "birth"), Condition.Question("more", "maybe")))
            .Flag("rf-pain", TriageTier.Urgent);

        Assert.Empty(rules.Assess(("body", "none"), ("more", "none")).Flags());
        Assert.NotEmpty(rules.Assess(("body", "none"), ("more", "unsure")).Flags());
    }

    [Fact]
    public void Of_conditions_that_must_all_hold_one_closed_gate_is_enough()
    {
        var findings = ThinnerAndMore(Condition.Question("coping", "low")).Assess(("coping", "none"), ("signs", "none"));

        Assert.Empty(findings.States());
    }

    [Fact]
    public void A_gate_does_not_clear_what_a_worse_answer_hides_too()
    {
        var rules = ThinnerAndMore(Condition.Question("coping", "eating", ComparisonOperator.NotEqual));

        Assert.NotEmpty(rules.Assess(("coping", "eating"), ("signs", "none")).States());
        Assert.Empty(rules.Assess(("coping", "low"), ("signs", "none")).States());
    }

    [Fact]
    public void A_flag_that_reads_a_state_in_doubt_counts_one_tier_lower()
    {
        var rules = WeightUnlessEating()
            .State("sp-ed", Condition.Fact("sp-ed"))
            .Choice("ed", "no", new Option("yes").Sets("sp-ed"))
            .Flag("rf-both", TriageTier.Soon, Condition.AllOf(Condition.State("sp-ed"), Condition.State("sp-thin")));

        Assert.Equal(TriageTier.Routine, Assert.Single(rules.Assess(("eating", "yes"), ("ed", "yes")).Flags()).Tier);
        Assert.Equal(TriageTier.Soon, Assert.Single(rules.Assess(("eating", "no"), ("thin", "yes"), ("ed", "yes")).Flags()).Tier);
    }

    [Fact]
    public void A_question_that_another_replaces_is_no_doubt()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .Choice("known", "no", "yes").Replaces("screen", "yes")
            .Choice("screen", "no", new Option("yes").Sets("sp-ed")).EnabledWhen(Condition.Question("known", "yes", ComparisonOperator.NotEqual))
            .State("sp-ed", Condition.Fact("sp-ed"));

        Assert.Empty(rules.Assess(("known", "yes")).States());
    }

    [Fact]
    public void An_answer_that_does_not_replace_a_question_leaves_it_in_doubt()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .Choice("known", "no", "yes", "other").Replaces("screen", "other")
            .Choice("screen", "no", new Option("yes").Sets("sp-ed")).EnabledWhen(Condition.Question("known", "no"))
            .State("sp-ed", Condition.Fact("sp-ed"));

        Assert.NotEmpty(rules.Assess(("known", "yes")).States());
        Assert.Empty(rules.Assess(("known", "other")).States());
    }

    [Fact]
    public void A_flag_that_another_question_still_asks_for_is_not_touched()
    {
        var findings = WeightUnlessEating()
            .Flag("rf-thin", TriageTier.Urgent, Condition.Fact("rf-thin"))
            .Choice("danger", "no", new Option("yes").Sets("rf-thin"))
            .Assess(("eating", "yes"), ("danger", "no"));

        Assert.Empty(findings.Flags());
    }

    [Fact]
    public void A_hidden_number_leaves_its_follow_up_in_doubt()
    {
        var findings = Measured().Assess(("eating", "yes"));

        Assert.Equal(["sp-thin"], findings.States().Select(state => state.Id));
    }

    [Fact]
    public void A_number_that_is_asked_for_and_left_blank_is_only_unknown()
    {
        var findings = Measured().Assess(("eating", "no"));

        Assert.Empty(findings.States());
    }

    [Fact]
    public void A_hidden_count_is_in_doubt_as_the_worst_that_an_answer_gives()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .Choice("eating", "no", "yes")
            .Choice("lost", new Option("little").Sets("percent", 3), new Option("lot").Sets("percent", 10))
            .EnabledWhen(Condition.Question("eating", "yes", ComparisonOperator.NotEqual))
            .State("sp-lost", Condition.Fact("percent", ComparisonOperator.GreaterOrEqual, 10))
            .Flag("rf-lost", TriageTier.Urgent, Condition.Fact("percent", ComparisonOperator.GreaterOrEqual, 5));

        var findings = rules.Assess(("eating", "yes"));

        Assert.Equal(["sp-lost"], findings.States().Select(state => state.Id));
        Assert.Equal(TriageTier.Soon, Assert.Single(findings.Flags()).Tier);
    }

    [Fact]
    public void A_hidden_score_is_in_doubt_as_all_its_points_together()
    {
        var findings = new RulesetBuilder().HiddenIsUnsure()
            .Choice("known", "no", "yes")
            .MultipleChoice("screen", new Option("a").Adds("score", 1), new Option("b").Adds("score", 1), new Option("none").Exclusive())
            .EnabledWhen(Condition.Question("known", "no"))
            .State("sp-ed", Condition.Fact("score", ComparisonOperator.GreaterOrEqual, 2))
            .Assess(("known", "yes"));

        Assert.Single(findings.States());
    }

    [Fact]
    public void A_hidden_code_may_be_any_that_an_answer_gives()
    {
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .Choice("test", "never", "done")
            .Choice("gluten", new Option("some").Sets("gluten_now", "some"), new Option("none").Sets("gluten_now", "none"))
            .EnabledWhen(Condition.Question("test", "done"))
            .Fact("gluten_now", FactKind.Code, "some", null, "some", "none")
            .State("sp-free", Condition.Fact("gluten_now", ComparisonOperator.Equal, "none"));

        Assert.NotEmpty(rules.Assess(("test", "never")).States());
        Assert.Empty(rules.Assess(("test", "done"), ("gluten", "some")).States());
    }

    [Fact]
    public void A_reassurance_that_was_not_asked_for_is_none()
    {
        var findings = new RulesetBuilder().HiddenIsUnsure()
            .Choice("changed", "no", new Option("yes").Sets("changed"))
            .Choice("checked", new Option("yes").Sets("assessed"), new Option("no").Sets("assessed", "no"))
            .EnabledWhen(Condition.Question("changed", "no"))
            .Fact("assessed", FactKind.Reassurance)
            .Flag("rf-changed", TriageTier.Soon, Condition.AllOf(Condition.Fact("changed"), Condition.Fact("assessed", ComparisonOperator.NotEqual, "yes")))
            .Assess(("changed", "yes"));

        Assert.Equal(TriageTier.Soon, findings.Tier);
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    [InlineData("unsure", true)]
    public void What_is_held_is_no_only_when_somebody_clearly_said_so(string answer, bool isHeld)
    {
        var findings = Held().Assess(("asks", "yes"), ("unexplained", answer));

        Assert.Equal(isHeld ? TriageTier.Soon : TriageTier.SelfCare, findings.Tier);
    }

    [Fact]
    public void What_is_held_counts_in_full_when_it_is_not_asked()
    {
        var findings = Held().Assess(("asks", "no"));

        Assert.Equal(TriageTier.Soon, findings.Tier);
    }

    [Fact]
    public void Stopping_at_an_emergency_hides_nothing()
    {
        var findings = new RulesetBuilder().HiddenIsUnsure()
            .Choice("now", "no", new Option("yes").Sets("rf-now"))
            .Choice("later", "no", "yes")
            .Choice("thin", "no", new Option("yes").Sets("sp-thin")).EnabledWhen("later", "yes")
            .Flag("rf-now", TriageTier.Emergency)
            .State("sp-thin", Condition.Fact("sp-thin"))
            .Assess(("now", "yes"));

        Assert.Empty(findings.States());
        Assert.Equal(TriageTier.Emergency, findings.Tier);
    }

    [Fact]
    public void A_suggestion_stays_held_back_when_a_worse_answer_hides_why()
    {
        var rules = WeightUnlessEating().Suggestion("sg-fast", never: Given.Triggers("sp-thin"));

        Assert.Equal(SuggestionState.Never, rules.Decide(("eating", "no"), ("thin", "yes")).SuggestionStates["sg-fast"]);
        Assert.Equal(SuggestionState.Never, rules.Decide(("eating", "yes")).SuggestionStates["sg-fast"]);
    }

    private static RulesetBuilder WeightUnlessEating(bool isUnsure = true)
    {
        var rules = isUnsure ? new RulesetBuilder().HiddenIsUnsure() : new RulesetBuilder();
        return rules
            .Choice("eating", "no", "yes")
            .Choice("thin", "no", new Option("yes").Sets("sp-thin").Sets("rf-thin"))
            .EnabledWhen(Condition.Question("eating", "yes", ComparisonOperator.NotEqual))
            .State("sp-thin", Condition.Fact("sp-thin"));
    }

    private static RulesetBuilder ThinnerAndMore(Condition more) => new RulesetBuilder().HiddenIsUnsure()
        .MultipleChoice("coping", "eating", "low", new Option("none").Exclusive())
        .MultipleChoice("signs", new Option("thinner").Covers("sp-thin"), new Option("none").Exclusive())
        .Choice("how-much", "little", new Option("lot").Sets("sp-thin"))
        .EnabledWhen(Condition.AllOf(more, Condition.Question("signs", "thinner")))
        .State("sp-thin", Condition.Fact("sp-thin"));

    private static RulesetBuilder BowelList(bool covers, bool asksWhich = false)
    {
        var bowel = covers ? new Option("bowel").Covers("sp-ibd") : new Option("bowel");
        var rules = new RulesetBuilder().HiddenIsUnsure()
            .MultipleChoice("conditions", bowel, new Option("none").Exclusive(), new Option("unsure").Unsure());
        if (asksWhich)
        {
            rules = rules
                .MultipleChoice("conditions-which", bowel, new Option("none").Exclusive(), new Option("cannot-tell").Unsure())
                .EnabledWhen("conditions", "unsure").DoubtsOf("conditions");
        }

        var opens = asksWhich
            ? Condition.AnyOf(Condition.Question("conditions", "bowel"), Condition.Question("conditions-which", "bowel"))
            : Condition.Question("conditions", "bowel");
        return rules
            .MultipleChoice("c-bowel", new Option("ibd").Sets("sp-ibd"), new Option("none").Exclusive()).EnabledWhen(opens)
            .State("sp-ibd", Condition.Fact("sp-ibd"));
    }

    private static RulesetBuilder FlareBehindBowel(params string[] covers) => new RulesetBuilder().HiddenIsUnsure()
        .MultipleChoice("conditions", new Option("bowel").Covers(covers), new Option("none").Exclusive())
        .MultipleChoice("c-bowel", new Option("ibd").Sets("sp-ibd").Covers("rf-flare"), new Option("none").Exclusive()).EnabledWhen("conditions", "bowel")
        .Choice("flare", "no", new Option("yes").Sets("rf-flare")).EnabledWhen("c-bowel", "ibd")
        .State("sp-ibd", Condition.Fact("sp-ibd"))
        .Flag("rf-flare", TriageTier.Urgent);

    private static RulesetBuilder Measured() => new RulesetBuilder().HiddenIsUnsure()
        .Choice("eating", "no", "yes")
        .Integer("bmi").Optional().EnabledWhen(Condition.Question("eating", "yes", ComparisonOperator.NotEqual))
        .Fact("bmi", FactKind.Low, from: new NumberSource("bmi", null)).FollowedUpBy("sp-thin")
        .State("sp-thin", Condition.AnyOf(Condition.Fact("sp-thin"), Condition.Fact("bmi", ComparisonOperator.Less, 18.5)));

    private static RulesetBuilder Held() => new RulesetBuilder().HiddenIsUnsure()
        .Choice("asks", "no", "yes")
        .Choice("unexplained", new Option("yes").Sets("unexplained"), new Option("no").Sets("unexplained", "no"), new Option("unsure").Unsure().Sets("unexplained", "unsure"))
        .EnabledWhen("asks", "yes")
        .Fact("unexplained", FactKind.Held)
        .Flag("rf-unexplained", TriageTier.Soon, Condition.Fact("unexplained"));
}
