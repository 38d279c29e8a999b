using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Claims;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Comparing;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Rules;

/// <summary>Shows that the proofs bite: each fault below is a slip that an editor could make, and each is caught.</summary>
public sealed class PlantedFaultTests
{
    private static readonly Dictionary<string, Func<Ruleset, Ruleset>> Faults = new(StringComparer.Ordinal)
    {
        // A trigger is dropped from a suggestion's row.
        ["psyllium no longer held back with swallowing trouble"] = rules => Suggestion(rules, "sg-psyllium", sg => sg with { Never = Without(sg.Never, "sp-swallow") }),
        ["betaine HCl no longer held back with painkillers"] = rules => Suggestion(rules, "sg-hcl", sg => sg with { Never = Without(sg.Never, "med-nsaid") }),
        ["DGL no longer held back with high blood pressure"] = rules => Suggestion(rules, "sg-dgl", sg => sg with { Never = Without(sg.Never, "sp-htn") }),

        // A trigger is dropped from a class.
        ["fasting allowed with low blood sugar medicine"] = rules => Class(rules, "fast", c => c with { Never = Without(c.Never, "med-insulin-su") }),
        ["restriction allowed with an eating disorder"] = rules => Class(rules, "restrict", c => c with { Never = Without(c.Never, "sp-ed") }),
        ["live microbes allowed with a central line"] = rules => Class(rules, "live", c => c with { Never = Without(c.Never, "sp-cvc") }),
        ["herbs allowed in pregnancy"] = rules => Class(rules, "herb", c => c with { Never = Without(c.Never, "sp-pregnant") }),
        ["supplements no longer ask first with unknown medicines"] = rules => Class(rules, "supp", c => c with { Ask = Without(c.Ask, "med-unknown") }),

        // A tier allows too much.
        ["basics shown beside an emergency"] = rules => Class(rules, "basic", c => c with { Caps = With(c.Caps, TriageTier.Emergency, TierCap.Ok) }),
        ["tests shown beside an urgent card"] = rules => Class(rules, "test", c => c with { Caps = With(c.Caps, TriageTier.Urgent, TierCap.Ok) }),
        ["supplements shown at soon"] = rules => Class(rules, "supp", c => c with { Caps = With(c.Caps, TriageTier.Soon, TierCap.Ask) }),
        ["supplements outright at routine"] = rules => Class(rules, "supp", c => c with { Caps = With(c.Caps, TriageTier.Routine, TierCap.Ok) }),
        ["restriction outright at routine"] = rules => Class(rules, "restrict", c => c with { Caps = With(c.Caps, TriageTier.Routine, TierCap.Ok) }),

        // A floor is lowered.
        ["curcumin without its floor"] = rules => Suggestion(rules, "sg-curcumin", sg => sg with { Floor = SuggestionState.Ok }),
        ["low-FODMAP without its floor"] = rules => Suggestion(rules, "sg-low-fodmap", sg => sg with { Floor = SuggestionState.Ok }),
        ["betaine HCl without its floor"] = rules => Suggestion(rules, "sg-hcl", sg => sg with { Floor = SuggestionState.Ok }),

        // A criterion slips.
        ["weight loss and pain from 41 instead of 40"] = rules => Flag(rules, "rf-crc-pain-wl-40", flag => flag with { When = Change(flag.When, "age", part => part with { Number = 41 }) }),
        ["weight loss and pain above 40 instead of from 40"] = rules => Flag(rules, "rf-crc-pain-wl-40", flag => flag with { When = Change(flag.When, "age", part => part with { Operator = ComparisonOperator.Greater }) }),
        ["bleeding from 51 instead of 50"] = rules => Flag(rules, "rf-crc-rb-50", flag => flag with { When = Change(flag.When, "age", part => part with { Number = 51 }) }),
        ["bowel habit after four weeks instead of three"] = rules => Flag(rules, "rf-crc-cibh-45", flag => flag with { When = Change(flag.When, "cibh_weeks", part => part with { Number = 4 }) }),
        ["older only instead of 65 and older"] = rules => State(rules, "sp-65plus", state => state with { When = Change(state.When, "age", part => part with { Number = 66 }) }),
        ["underweight from 17.5 instead of 18.5"] = rules => State(rules, "sp-underweight", state => state with { When = Change(state.When, "bmi", part => part with { Number = 17.5 }) }),
        ["eating check from 3 instead of 2"] = rules => State(rules, "sp-ed", state => state with { When = Change(state.When, "scoff", part => part with { Number = 3 }) }),
        ["adults from 17 instead of 18"] = rules => State(rules, "sp-under18", state => state with { When = Change(state.When, "age", part => part with { Number = 17 }) }),
        ["an age rule turned around"] = rules => Flag(rules, "rf-dyspepsia-60", flag => flag with { When = Change(flag.When, "age", part => part with { Operator = ComparisonOperator.LessOrEqual }) }),

        // A branch is dropped.
        ["fever during cancer treatment no longer counts by itself"] = rules => Flag(rules, "rf-neutropenic", flag => flag with { When = ((Any)flag.When).Of[0] }),
        ["diabetes medicine and vomiting no longer counts"] = rules => Flag(rules, "rf-dka", flag => flag with { When = ((Any)flag.When).Of[0] }),
        ["transplant no longer means a weak immune system"] = rules => State(rules, "sp-immunosup", state => state with { When = Dropping(state.When, "sp-transplant") }),
        ["trouble swallowing no longer follows from food that sticks"] = rules => State(rules, "sp-swallow", state => state with { When = Dropping(state.When, "dysphagia") }),

        // A tier is swapped.
        ["a positive stool test an emergency"] = rules => Flag(rules, "rf-fit-positive", flag => flag with { Tier = TriageTier.Emergency }),

        // Something is taken away whole.
        ["the flag for chest pain is gone"] = rules => rules with { Flags = [.. rules.Flags.Where(flag => flag.Id != "rf-chest-pain")] },
        ["the class of fermented foods is gone"] = rules => rules with { Classes = [.. rules.Classes.Where(c => c.Id != "food-live")] },
        ["the pinned examples of an age are gone"] = rules => rules with { Edges = [.. rules.Edges.Where(edge => edge.Rule != "rf-crc-rb-50")] },

        // Something can no longer be reached, or leads to the wrong place.
        ["nothing asks about black stool any more"] = rules => Options(rules, option => option with { Sets = [.. option.Sets.Where(set => set.Fact != "rf-melaena")] }),
        ["a page that nobody meets"] = rules => Page(rules, "alarm-gut", page => page with { EnabledWhen = Condition.AllOf(Condition.Question("who", "adult"), Condition.Question("who", "child")) }),
        ["the celiac test no longer relevant to the untested"] = rules => Suggestion(rules, "sg-test-coeliac", sg => sg with { Relevant = Condition.Flag("rf-coeliac-extra") }),
        ["the celiac test no longer pinned"] = rules => Suggestion(rules, "sg-test-coeliac", sg => sg with { Pinned = false, Order = 900 }),
        ["a substitute that does not exist"] = rules => Suggestion(rules, "sg-psyllium", sg => sg with { Substitute = "sg-plant" }),
        ["a suggestion that is never relevant"] = rules => Suggestion(rules, "sg-walk", sg => sg with { Relevant = Condition.AllOf(Condition.Question("celiac", "never"), Condition.Question("celiac", "neg")) }),
        ["somebody not sure of the reason for anemia counted as reassured"] = rules => Options(rules, option => !option.Unsure ? option : option with { Sets = [.. option.Sets.Select(set => set.Fact == "anaemia_unlooked" ? set with { Code = "no" } : set)] }),
        ["a reading-only idea to try outright"] = rules => Suggestion(rules, rules.Suggestions.First(sg => sg.ReadingOnly).Id, sg => sg with { Floor = SuggestionState.Ok }),
        ["a first step that is a diet"] = rules => rules with { Scoring = rules.Scoring with { Selection = rules.Scoring.Selection with { Otherwise = "sg-low-fodmap" } } },
        ["a gentle plan of twelve"] = rules => rules with { Scoring = rules.Scoring with { Selection = rules.Scoring.Selection with { Gentle = rules.Scoring.Selection.Gentle! with { AtMost = 12 } } } },
        ["the pinned examples of low iron are gone"] = rules => rules with { Edges = [.. rules.Edges.Where(edge => edge.Rule != "rf-crc-ida")] },
        ["the same flag twice"] = rules => rules with { Flags = [.. rules.Flags, rules.Flags[0]] },
        ["a restriction without an end"] = rules => Suggestion(rules, "sg-df-trial", sg => sg with { Ends = null }),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Fact]
    public void The_shipped_rules_keep_every_promise()
    {
        Assert.Empty(ShippedProof.Report.Counterexamples);
    }

    /// <summary>Promises of the second edition, each with the slip that breaks it once the second lock, the hard rules, is taken off.</summary>
    private static readonly Dictionary<string, Func<Ruleset, Ruleset>> Slips = new(StringComparer.Ordinal)
    {
        ["inv-54"] = rules => Suggestion(rules, "sg-mediterranean", sg => sg with { Never = Without(sg.Never, "sx-new-fibre") }),
        ["inv-54-back"] = rules => Suggestion(rules, "sg-fiber-step-back", sg => sg with { Pinned = false }),
        ["inv-56"] = rules => Suggestion(rules, "sg-loperamide", sg => sg with { Never = Without(sg.Never, "sp-cdiff-hx") }),
        ["inv-57"] = rules => Suggestion(rules, "sg-weight-reflux", sg => sg with { Never = Without(sg.Never, "sp-underweight") }),
        ["inv-57-peg"] = rules => Suggestion(rules, "sg-peg", sg => sg with { Never = Without(sg.Never, "sx-vomiting") }),
        ["inv-58"] = rules => Suggestion(rules, "sg-phgg", sg => sg with { Never = Without(sg.Never, "med-sup-fibre") }),
        ["inv-58-probiotic"] = rules => Suggestion(rules, "sg-boulardii", sg => sg with { Never = Without(sg.Never, "med-sup-probiotic") }),
        ["inv-58-magnesium"] = rules => Suggestion(rules, "sg-magnesium", sg => sg with { Never = Without(sg.Never, "med-sup-magnesium") }),
        ["inv-58-zinc"] = rules => Suggestion(rules, "sg-zinc", sg => sg with { Never = Without(sg.Never, "med-sup-zinc") }),
        ["inv-58-turmeric"] = rules => Suggestion(rules, "sg-curcumin", sg => sg with { Never = Without(sg.Never, "med-sup-turmeric") }),
        ["inv-58-multi"] = rules => Suggestion(rules, "sg-vit-a", sg => sg with { Never = Without(sg.Never, "med-sup-multi") }),
        ["inv-59"] = rules => Class(rules, "restrict", c => c with { Never = Without(c.Never, "sx-diet-narrow") }),
        ["inv-59-ask"] = rules => Class(rules, "restrict", c => c with { Ask = Without(c.Ask, "sx-diet-one") }),
        ["inv-60"] = rules => Flag(rules, "rf-dka", flag => flag with { When = Change(flag.When, "on_insulin", part => part with { Id = "rf-dka" }) }),
        ["inv-60-diabetes"] = rules => Flag(rules, "rf-diabetes-vomit", flag => flag with { Tier = TriageTier.Soon }),
        ["inv-65-swap"] = rules => Class(rules, "swap", c => c with { Never = Without(c.Never, "sp-ed") }),
    };

    public static TheoryData<string> Slipped => [.. Slips.Keys];

    [Theory]
    [MemberData(nameof(Slipped))]
    public void A_slip_breaks_the_promise_that_rests_on_it(string promise)
    {
        var only = Slips[promise](ShippedContent.Ruleset) with { HardRules = [], Invariants = [.. ShippedContent.Ruleset.Invariants.Where(invariant => invariant.Id == promise)] };

        Assert.Equal(promise, RulesetProof.FirstBroken(only)?.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_fault_is_caught(string fault)
    {
        var planted = Faults[fault](ShippedContent.Ruleset);

        var broken = RulesetProof.FirstBroken(planted);

        Assert.NotNull(broken);
        Assert.NotEmpty(broken.Counterexamples);
    }

    private static Ruleset Suggestion(Ruleset rules, string id, Func<Suggestion, Suggestion> change) =>
        rules with { Suggestions = Changed(rules.Suggestions, suggestion => suggestion.Id == id, change) };

    private static Ruleset Class(Ruleset rules, string id, Func<SuggestionClass, SuggestionClass> change) =>
        rules with { Classes = Changed(rules.Classes, c => c.Id == id, change) };

    private static Ruleset Flag(Ruleset rules, string id, Func<RedFlag, RedFlag> change) =>
        rules with { Flags = Changed(rules.Flags, flag => flag.Id == id, change) };

    private static Ruleset State(Ruleset rules, string id, Func<PatientState, PatientState> change) =>
        rules with { States = Changed(rules.States, state => state.Id == id, change) };

    private static Ruleset Page(Ruleset rules, string id, Func<Core.Questionnaires.QuestionnairePage, Core.Questionnaires.QuestionnairePage> change) =>
        rules with { Questionnaire = rules.Questionnaire with { Pages = Changed(rules.Questionnaire.Pages, page => page.Id == id, change) } };

    private static Ruleset Options(Ruleset rules, Func<Core.Questionnaires.AnswerOption, Core.Questionnaires.AnswerOption> change) =>
        rules with
        {
            Questionnaire = rules.Questionnaire with
            {
                Pages = [.. rules.Questionnaire.Pages.Select(page => page with { Items = [.. page.Items.Select(item => item with { Options = [.. item.Options.Select(change)] })] })],
            },
        };

    /// <summary>Changes the one that fits; a fault that changes nothing would prove nothing.</summary>
    private static List<T> Changed<T>(IReadOnlyList<T> all, Func<T, bool> which, Func<T, T> change)
    {
        Assert.Single(all, item => which(item));
        return [.. all.Select(item => which(item) ? change(item) : item)];
    }

    private static TriggerSet Without(TriggerSet triggers, string id)
    {
        Assert.Contains(id, triggers.Reasons.Keys);
        return triggers with { Reasons = triggers.Reasons.Where(reason => reason.Key != id).ToDictionary() };
    }

    private static Dictionary<TriageTier, TierCap> With(IReadOnlyDictionary<TriageTier, TierCap> caps, TriageTier tier, TierCap cap) =>
        new(caps) { [tier] = cap };

    private static Condition Change(Condition when, string id, Func<Comparison, Comparison> change)
    {
        Assert.Contains(when.Comparisons(), part => part.Id == id);
        return Map(when);

        Condition Map(Condition condition) => condition switch
        {
            All all => new All([.. all.Of.Select(Map)]),
            Any any => new Any([.. any.Of.Select(Map)]),
            Comparison comparison when comparison.Id == id => change(comparison),
            _ => condition,
        };
    }

    private static Any Dropping(Condition when, string id)
    {
        var any = Assert.IsType<Any>(when);
        Assert.Contains(any.Of, part => part is Comparison comparison && comparison.Id == id);
        return new Any([.. any.Of.Where(part => part is not Comparison comparison || comparison.Id != id)]);
    }
}
