using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using Option = GutGuide.Core.Tests.Building.Option;

namespace GutGuide.Core.Tests.Proofs;

/// <summary>
/// A small ruleset with one of everything, of which every claim holds. A test takes it, plants one fault and looks at what the
/// report says.
/// </summary>
public static class ProvenRules
{
    /// <summary>A condition that holds for everyone who answers.</summary>
    private static Condition Everyone { get; } = Condition.Question("age", ComparisonOperator.GreaterOrEqual, 1);

    public static Ruleset Ruleset { get; } = Build();

    private static Condition Age(ComparisonOperator comparison, double years) => Condition.Fact("age", comparison, years);

    private static Ruleset Build()
    {
        var rules = new RulesetBuilder();
        Ask(rules);
        Know(rules);
        Suggest(rules);
        Promise(rules);
        Pin(rules);
        return rules.Build();
    }

    private static void Ask(RulesetBuilder rules) => rules
        .Choice("who", "adult", new Option("minor").Sets("age", 17))
        .Stop(Condition.Question("who", "minor"))
        .Integer("age", 1, 120).Stop(Condition.Question("age", ComparisonOperator.LessOrEqual, 17))
        .MultipleChoice("now", new Option("chest").Sets("rf-chest"), new Option("none").Exclusive(), new Option("unsure").Unsure())
        .MultipleChoice("now-which", new Option("chest").Sets("rf-chest", "unsure"), new Option("none").Exclusive()).EnabledWhen("now", "unsure")
        .MultipleChoice("medicines", new Option("ppi").Sets("med-ppi"), new Option("eating").Sets("sp-ed"), new Option("none").Exclusive())
        .Choice("celiac", new Option("never").Sets("coeliac_test", "never"), new Option("negative").Sets("coeliac_test", "neg_on_gluten"))
        .MultipleChoice("signs", new Option("blood").Sets("rb"), new Option("loss").Sets("wl"), new Option("none").Exclusive())
        .MultipleChoice("gut", "belly", new Option("loose").Sets("diarrhoea"), new Option("none").Exclusive())
        .Choice("belly-often", new Option("never").Weighing(0), new Option("some").Weighing(2), new Option("most").Weighing(4)).EnabledWhen("gut", "belly").AddsTo("belly")
        .Choice("weeks", new Option("one").Sets("cibh_weeks", 1), new Option("three").Sets("cibh_weeks", 3)).EnabledWhen("gut", "loose")
        .Choice("checked", new Option("yes").Sets("assessed-bowel"), new Option("no").Sets("assessed-bowel", "no")).EnabledWhen("weeks", "three")
        .Integer("height", 50, 250).Optional()
        .Integer("weight", 20, 300).Optional()
        .Integer("feet", 3, 8).Optional()
        .Integer("inches", 0, 11).Optional()
        .Integer("pounds", 40, 600).Optional()
        .Choice("goal", "pain", "sleep").Optional();

    private static void Know(RulesetBuilder rules) => rules
        .Fact("age", FactKind.Age, from: new NumberSource("age", null))
        .Fact("bmi", FactKind.Low, from: new NumberSource(null, new BodyMassSource("height", "weight", "feet", "inches", "pounds")))
        .Fact("coeliac_test", FactKind.Code, "never", null, "never", "neg_on_gluten")
        .Fact("assessed-bowel", FactKind.Reassurance)
        .State("med-ppi")
        .State("sx-loose", Condition.Fact("diarrhoea"))
        .State("sp-under18", Age(ComparisonOperator.Less, 18), TriageTier.Routine)
        .State("sp-ed", floor: TriageTier.Routine)
        .State("sp-untested", Condition.Fact("coeliac_test", ComparisonOperator.Equal, "never"))
        .State("sp-thin", Condition.AnyOf(Condition.Fact("bmi", ComparisonOperator.Less, 18.5)), TriageTier.Routine)
        .Flag("rf-chest", TriageTier.Emergency)
        .Flag("rf-blood-50", TriageTier.Soon, Condition.AllOf(Age(ComparisonOperator.GreaterOrEqual, 50), Condition.Fact("rb")))
        .Flag("rf-loss", TriageTier.Soon, Condition.AnyOf(Condition.Fact("wl"), Condition.AllOf(Condition.State("sp-ed"), Condition.Fact("diarrhoea"))))
        .Flag("rf-bowel", TriageTier.Routine, Condition.AllOf(
            Condition.Fact("cibh_weeks", ComparisonOperator.GreaterOrEqual, 3), Condition.Fact("assessed-bowel", ComparisonOperator.NotEqual, "yes")));

    private static void Suggest(RulesetBuilder rules) => rules
        .Class("test")
        .Class("basic", never: Given.Triggers("sp-under18"))
        .Class("restrict", never: Given.Triggers("sp-under18", "sp-ed"), ask: Given.Triggers("sp-thin"))
        .Class("acid", never: Given.Triggers("sp-under18"))
        .Class("supp", never: Given.Triggers("sp-under18"))
        .Suggestion("sg-test", "first", "test", pinned: true, relevant: Condition.State("sp-untested"))
        .Suggestion("sg-sleep", "rebalance", firstStep: true, relevant: Everyone, goals: ["sleep"])
        .Suggestion("sg-diary", "remove", substitute: "sg-sleep", relevant: Condition.Question("gut", "belly"), never: Given.Triggers("sp-ed"))
        .Suggestion("sg-gf-trial", "remove", "restrict", substitute: "sg-test", relevant: Condition.Section("belly", ComparisonOperator.GreaterOrEqual, 4), never: Given.Triggers("sp-untested"), ends: new RestrictionEnd(42, "Bring it back."))
        .Suggestion("sg-hcl", "replace", "acid", SuggestionState.Ask, substitute: "sg-sleep", relevant: Condition.Question("gut", "belly"), never: Given.Triggers("med-ppi"))
        .Suggestion("sg-zinc", "repair", "supp", relevant: Condition.Question("gut", "loose"), ask: Given.Triggers("sx-loose"))
        .Suggestion("sg-iron", "repair", "supp", relevant: Condition.Question("goal", "pain"))
        .HardRule("hr-1", Condition.State("sp-untested"), never: ["sg-gf-trial"], show: ["sg-test"])
        .HardRule("hr-2", null)
        .Conflict("cf-1", "sg-zinc", "sg-iron")
        .Section("belly", some: 2, aLot: 4, highest: 4)
        .Points("remove", 3, Condition.Question("gut", "belly"))
        .Points("replace", 3, Condition.Question("gut", "belly"))
        .Points("repair", 3, Condition.Question("gut", "loose"))
        .Points("repair", 3, Condition.Question("goal", "pain"))
        .Points("rebalance", 1, Everyone)
        .Goal(1);

    private static void Promise(RulesetBuilder rules) => rules
        .Invariant(Claim("inv-1") with { Tier = TriageTier.Emergency, NothingShown = true })
        .Invariant(Claim("inv-2") with { Tier = TriageTier.Soon, OnlyClasses = ["test", "basic"] })
        .Invariant(Claim("inv-3") with { When = Condition.State("med-ppi"), NotShown = ["sg-hcl"] })
        .Invariant(Claim("inv-4") with { NotOk = ["sg-hcl"] })
        .Invariant(Claim("inv-5") with { When = Condition.State("sp-untested"), Adult = true, TierAtMost = TriageTier.Soon, Shown = ["sg-test"] })
        .Invariant(Claim("inv-6") with { Proof = "every-tier-is-reachable" })
        .Invariant(Claim("inv-7") with { Tests = ["Tests.Of_pages"] })
        .Invariant(Claim("inv-8") with { When = Condition.AnyOf(Condition.State("sp-ed"), Condition.State("sp-under18")), NotShownClasses = ["restrict"] });

    private static void Pin(RulesetBuilder rules) => rules
        .Edge(State("med-ppi", true, ("med-ppi", "yes"))).Edge(State("med-ppi", false, ("med-ppi", "no")))
        .Edge(State("sx-loose", true, ("diarrhoea", "yes"))).Edge(State("sx-loose", false))
        .Edge(State("sp-under18", true, ("age", "17")) with { Tier = TriageTier.Routine }).Edge(State("sp-under18", false, ("age", "18")))
        .Edge(State("sp-ed", true, ("sp-ed", "unsure")) with { Tier = TriageTier.Routine }).Edge(State("sp-ed", false, ("sp-ed", "no")))
        .Edge(State("sp-untested", true, ("coeliac_test", "never"))).Edge(State("sp-untested", false, ("coeliac_test", "neg_on_gluten")))
        .Edge(State("sp-thin", true, ("bmi", "18.4")) with { Tier = TriageTier.Routine }).Edge(State("sp-thin", false, ("bmi", "18.5")))
        .Edge(Flag("rf-chest", TriageTier.Emergency, ("rf-chest", "yes"))).Edge(Flag("rf-chest", TriageTier.Urgent, ("rf-chest", "unsure"))).Edge(Flag("rf-chest", null, ("rf-chest", "no")))
        .Edge(Flag("rf-blood-50", TriageTier.Soon, ("age", "50"), ("rb", "yes"))).Edge(Flag("rf-blood-50", null, ("age", "49"), ("rb", "yes"))).Edge(Flag("rf-blood-50", null, ("age", "50")))
        .Edge(Flag("rf-loss", TriageTier.Soon, ("wl", "yes"))).Edge(Flag("rf-loss", TriageTier.Soon, ("diarrhoea", "yes")) with { States = ["sp-ed"] })
        .Edge(Flag("rf-loss", null, ("diarrhoea", "yes"))).Edge(Flag("rf-loss", null, ("sp-ed", "yes")))
        .Edge(Flag("rf-bowel", TriageTier.Routine, ("cibh_weeks", "3"))).Edge(Flag("rf-bowel", null, ("cibh_weeks", "2"))).Edge(Flag("rf-bowel", null, ("cibh_weeks", "3"), ("assessed-bowel", "yes")));

    public static Invariant Claim(string id) => new(id, $"Promise {id}.", null, null, null, false, false, [], [], [], [], [], [], null);

    public static PinnedExample Flag(string rule, TriageTier? tier, params (string Fact, string Value)[] facts) => new(rule, facts.ToDictionary(), [], tier, null);

    public static PinnedExample State(string rule, bool isSet, params (string Fact, string Value)[] facts) => new(rule, facts.ToDictionary(), [], null, isSet);
}
