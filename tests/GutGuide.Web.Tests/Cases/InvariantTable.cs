using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Cases;

/// <summary>
/// The invariants about one decision, copied from the safety rule base, section 6. Those about two decisions are in
/// <see cref="IndependentInvariantTests"/>; those about words on a page are kept by tests on pages.
/// </summary>
internal static class InvariantTable
{
    private static readonly IReadOnlySet<string> FoodLive = SafetyTables.Set("food-live");
    private static readonly IReadOnlySet<string> Herb = SafetyTables.Set("herb");
    private static readonly IReadOnlySet<string> TestAndTalk = SafetyTables.Set("test talk");

    /// <summary>"None of these ids may be shown while any of those is set or raised."</summary>
    private static readonly (string Id, IReadOnlySet<string> When, IReadOnlySet<string> NotShown)[] NotShownTogether =
    [
        Row("inv-13", """
            med-nsaid med-aspirin med-steroid med-anticoag med-antiplatelet med-bisphos med-ppi med-h2 sp-ulcer-hx sp-gerd
            sp-swallow sx-upper rf-nsaid-dyspepsia
            """, "sg-hcl"),
        Row("inv-18", "sp-ed", "sg-diary sg-sugar-upf sg-fodmap-gentle sg-lactose-reduce"),
        Row("inv-19", "med-insulin-su med-sglt2 med-lithium med-glp1 sp-adrenal", "sg-tre"),
        Row("inv-20", "sp-immunosup sp-cvc sp-transplant sp-hospital sp-short-bowel med-chemo", "sg-probiotic sg-boulardii sg-fermented"),
        Row("inv-21", """
            sp-swallow sx-swallow sp-stricture sp-impaction sp-gastroparesis med-opioid med-clozapine sx-cibh-undx rf-rb-any
            """, "sg-psyllium"),
        Row("inv-22", "sp-pregnant sp-trying sp-breastfeeding sp-liver sp-alcohol-dep med-retinoid sp-smoker", "sg-vit-a"),
        Row("inv-23", "sp-htn sp-hf sp-af sp-hypok med-diuretic med-digoxin med-steroid med-antihtn", "sg-dgl"),
        Row("inv-23", "sp-hypok med-diuretic med-digoxin", "sg-aloe"),
        Row("inv-24", "sp-liver sp-gallstones sp-biliary-obstruction med-anticoag med-antiplatelet med-mtx rf-supplement-liver", "sg-curcumin"),
        Row("inv-25", "sp-gallstones sp-biliary-obstruction", "sg-oxbile sg-bitters sg-curcumin sg-peppermint sg-tre"),
        Row("inv-26", "sp-gerd", "sg-peppermint"),
        Row("inv-27", "med-abx-chelate", "sg-zinc sg-zinc-carnosine sg-magnesium sg-vit-a sg-quercetin"),
        Row("inv-31", "med-maoi", "sg-fermented"),
        Row("inv-33", "sp-food-allergy-ige", "sg-elimination"),
        Row("inv-34", "med-anticoag sp-bleeding", "sg-curcumin sg-enzymes"),
    ];

    private static readonly IReadOnlySet<string> NeverOutright = SafetyTables.Set("""
        sg-hcl sg-oxbile sg-bitters sg-enzymes sg-glutamine sg-zinc-carnosine sg-vit-a sg-curcumin sg-quercetin sg-aloe sg-dgl
        sg-low-fodmap sg-elimination
        """);

    private static readonly IReadOnlySet<string> NoDiet = SafetyTables.Set("sp-ed sp-underweight sp-pregnant sp-under18 sp-malnutrition");

    private static readonly IReadOnlySet<string> NoHerb = SafetyTables.Set("""
        sp-pregnant sp-breastfeeding sp-under18 sp-transplant sp-cancer-active sp-ckd sp-liver med-chemo med-ici med-immunosup
        """);

    private static readonly IReadOnlySet<string> NeedCeliacTest = SafetyTables.Set("sg-gf-trial sg-low-fodmap sg-elimination");

    /// <summary>The ids of the invariants that a complete decision breaks.</summary>
    public static IEnumerable<string> BrokenBy(DecisionUnderTest a) =>
        Broken(TierRules(a)).Concat(Broken(PopulationRules(a))).Concat(Broken(PlanRules(a))).Concat(Broken(ReasonRules(a)));

    private static IEnumerable<(string Id, bool Holds)> TierRules(DecisionUnderTest a)
    {
        yield return ("inv-01", a.Tier != TriageTier.Emergency || a.Shown.Count == 0);
        yield return ("inv-02", a.Tier != TriageTier.Urgent || a.Shown.Count == 0);
        yield return ("inv-03", a.Tier != TriageTier.Soon || a.Shown.Keys.All(id => SafetyTables.AllowedAtSoon.Contains(SafetyTables.Classes[id])));
        yield return ("inv-04", a.Tier != TriageTier.Routine || !(a.OffersClass(SafetyTables.Supp) || a.OffersClass(SafetyTables.Diet) || a.OffersClass(FoodLive)));
        yield return ("inv-05", a.Tier == HighestOf(a));
        yield return ("inv-05 (a flag counts at its own tier, or one lower in doubt)", a.Flags.All(raised => raised.Value == SafetyTables.Flags[raised.Key] || raised.Value == OneLower(SafetyTables.Flags[raised.Key])));
        yield return ("inv-12", a.Age is not < 18 || (a.Shown.Keys.All(id => TestAndTalk.Contains(SafetyTables.Classes[id])) && a.States.Contains("sp-under18")) || a.Tier == TriageTier.Emergency);
        yield return ("inv-12 (the card instead of a plan)", a.Age is not < 18 || a.Tier == TriageTier.Emergency || a.Decision.StopCard == "child-help");
    }

    private static IEnumerable<(string Id, bool Holds)> PopulationRules(DecisionUnderTest a)
    {
        foreach (var (id, when, notShown) in NotShownTogether)
        {
            yield return (id, !a.HasAny(when) || !a.Shown.Keys.Any(notShown.Contains));
        }

        yield return ("inv-14", !a.Ok.Overlaps(NeverOutright));
        yield return ("inv-15", !(a.IsCeliacUntested || a.CeliacIs("waiting")) || !a.Shown.Keys.Any(NeedCeliacTest.Contains));
        yield return ("inv-16", !a.IsCeliacUntested || a.Tier > TriageTier.Soon || a.Age < 18 || a.Shown.ContainsKey("sg-test-coeliac"));
        yield return ("inv-17", !a.HasAny(NoDiet) || !a.ShowsClass(SafetyTables.Diet));
        yield return ("inv-28", !a.HasAny(NoHerb) || !a.ShowsClass(Herb));
        yield return ("inv-29", !a.States.Contains("sp-pregnant") || !a.OffersClass(SafetyTables.Supp));
        yield return ("inv-30", !(a.States.Contains("med-unknown") || a.States.Contains("sp-polypharm")) || !a.OffersClass(SafetyTables.Supp));
        yield return ("inv-32", !a.States.Contains("sp-alcohol-dep") || a.Tier > TriageTier.Soon || a.Age < 18
            || (!a.Shown.ContainsKey("sg-alcohol-reduce") && a.Shown.ContainsKey("sg-alcohol-help")));
        yield return ("inv-34", !(a.States.Contains("med-anticoag") || a.States.Contains("sp-bleeding")) || !(a.Ok.Contains("sg-omega3") || a.Ok.Contains("sg-ginger")));
    }

    private static IEnumerable<(string Id, bool Holds)> PlanRules(DecisionUnderTest a)
    {
        yield return ("inv-37", !a.Shown.Keys.Any(id => id.StartsWith("ns-", StringComparison.Ordinal)));
        yield return ("inv-38", a.Decision.HeldBack.All(held => held.Substitute is null || IsAllowedOutright(held.Substitute.Id, a)));
        yield return ("inv-39 (one diet)", a.Ok.Count(id => SafetyTables.Diet.Contains(SafetyTables.Classes[id])) <= 1);
        yield return ("inv-39 (two supplements)", a.Ok.Count(id => SafetyTables.Supp.Contains(SafetyTables.Classes[id])) <= 2);
        yield return ("inv-39 (no clash)", !SafetyTables.Clashes.Any(pair => a.Shown.ContainsKey(pair.One) && a.Shown.ContainsKey(pair.Other)));
        yield return ("inv-40", a.Decision.Shown
            .Where(planned => planned.State == SuggestionState.Ok && SafetyTables.Classes[planned.Suggestion.Id] == "restrict")
            .All(planned => planned.Suggestion.Ends is { Days: > 0 and <= 42, Reintroduce.Length: > 0 }));
        yield return ("shown as what it is", a.Shown.All(shown => shown.Value != SuggestionState.Never && shown.Value == a.Decision.SuggestionStates[shown.Key]));
    }

    private static IEnumerable<(string Id, bool Holds)> ReasonRules(DecisionUnderTest a)
    {
        yield return ("inv-41 (ask first)", a.Decision.Shown
            .Where(planned => planned.State == SuggestionState.Ask)
            .All(planned => planned.AskBecause.Any(trigger => IsReason(trigger.Id, a))));
        yield return ("inv-41 (left out)", a.Decision.HeldBack.All(held => held.Because.Any(trigger => IsReason(trigger.Id, a) || trigger.Id.StartsWith("cf-", StringComparison.Ordinal))));
    }

    private static bool IsReason(string id, DecisionUnderTest a) => id == "floor" || a.States.Contains(id) || a.Flags.ContainsKey(id);

    private static bool IsAllowedOutright(string id, DecisionUnderTest a) =>
        a.Decision.SuggestionStates[id] == SuggestionState.Ok && a.Tier switch
        {
            TriageTier.SelfCare => true,
            TriageTier.Routine => SafetyTables.AllowedOutrightAtRoutine.Contains(SafetyTables.Classes[id]),
            TriageTier.Soon => SafetyTables.AllowedAtSoon.Contains(SafetyTables.Classes[id]),
            _ => false,
        };

    private static TriageTier HighestOf(DecisionUnderTest a) => a.Flags.Values
        .Concat(a.States.Select(state => SafetyTables.Floors.GetValueOrDefault(state)))
        .Append(TriageTier.SelfCare)
        .Max();

    /// <summary>What a doubt counts as. Source: section 0.3.</summary>
    private static TriageTier OneLower(TriageTier tier) => tier > TriageTier.Routine ? tier - 1 : tier;

    private static IEnumerable<string> Broken(IEnumerable<(string Id, bool Holds)> claims) => claims.Where(claim => !claim.Holds).Select(claim => claim.Id);

    private static (string, IReadOnlySet<string>, IReadOnlySet<string>) Row(string id, string when, string notShown) =>
        (id, SafetyTables.Set(when), SafetyTables.Set(notShown));
}
