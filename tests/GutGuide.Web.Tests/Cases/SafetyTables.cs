using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Cases;

/// <summary>
/// The tables of the safety rule base, copied from the document a second time: nothing here is read from the content folder,
/// so that a slip there shows.
/// </summary>
internal static class SafetyTables
{
    /// <summary>Tier of each red flag. Source: sections 2A to 2D.</summary>
    public static IReadOnlyDictionary<string, TriageTier> Flags { get; } = Map<TriageTier>(
        (TriageTier.Emergency, """
            rf-collapse-breathing rf-acute-abdomen rf-severe-constant rf-haematemesis rf-melaena rf-bleed-faint
            rf-heavy-rectal-bleed rf-chest-pain rf-anaphylaxis rf-sepsis rf-neutropenic rf-line-fever
            rf-bowel-obstruction rf-strangulated-hernia rf-testicular-torsion rf-ectopic rf-preeclampsia rf-dka
            rf-new-diabetes-ill rf-appendicitis rf-pancreatitis rf-cholangitis rf-aaa rf-stroke rf-confusion
            rf-thunderclap-meningitis rf-suicide-now rf-overdose-poison rf-button-battery rf-food-bolus
            rf-severe-dehydration rf-adrenal-crisis rf-cauda-equina rf-severe-colitis rf-decompensated-liver
            rf-ed-danger rf-alcohol-withdrawal rf-postop rf-lithium-toxic rf-clozapine-emergency rf-botulism
            rf-weakness-fast
            """),
        (TriageTier.Urgent, """
            rf-suicidal-thoughts rf-exertional-indigestion rf-chest-breath rf-anaemia-severe rf-diabetes-vomit
            rf-renal-colic rf-diverticulitis rf-bloody-diarrhoea rf-vomit-diarrhoea-long rf-green-vomit rf-dehydration
            rf-jaundice rf-cholecystitis rf-kidney-infection rf-worsening-pain rf-pregnancy-pain rf-hyperemesis
            rf-pregnancy-itch rf-ibd-flare rf-immuno-infection rf-transplant-gut rf-immunotherapy-diarrhoea rf-chemo-gut
            rf-methotrexate rf-lithium-fluid-loss rf-clozapine-constipation rf-cdiff rf-travel-fever rf-ed-urgent
            rf-steroid-sick-day rf-perianal-abscess rf-serotonin rf-supplement-liver rf-worried
            """),
        (TriageTier.Soon, """
            rf-crc-pain-wl-40 rf-crc-rb-50 rf-crc-rb-under50 rf-crc-cibh-45 rf-crc-ida rf-crc-anaemia-60
            rf-crc-pain-or-wl-50 rf-mass rf-fit-positive rf-dysphagia rf-painful-swallow rf-ugi-wl-55 rf-ugi-wl-any
            rf-pancreas-60 rf-wl-5pc rf-wl-any rf-ovarian-50 rf-ovarian-ibs-50 rf-postmeno-bleed rf-ascites
            rf-new-gut-60 rf-new-gut-50 rf-nocturnal rf-past-swelling rf-ed-underweight rf-fh-plus rf-appetite-40
            rf-fatty-stool rf-nsaid-dyspepsia rf-b12-neuro rf-slow-neuro rf-chest-checked rf-night-sweats rf-live-risk
            rf-persistent-vomiting rf-malnutrition
            """),
        (TriageTier.Routine, """
            rf-rb-any rf-ovarian-under50 rf-cibh-under45 rf-chronic-diarrhoea rf-dyspepsia-60 rf-ugi-55-nonurgent
            rf-fh-only rf-fh-ibd-coeliac rf-coeliac-extra rf-coeliac-pending rf-incontinence rf-dark-stool-iron
            rf-pain-unchecked rf-ed-screen rf-low-mood rf-alcohol-risk rf-sick-contact rf-bug-sickday rf-cibh-diet
            rf-new-gut-50-mild rf-gut-same rf-ida-known rf-iron-overload-gut rf-known-changed rf-post-infection
            rf-glp1-nausea rf-cannabis-vomit rf-thyroid-gut rf-cycle-pain rf-nsaid-asthma rf-zinc-long
            rf-supplement-clash
            """));

    /// <summary>Tier floor of each state that has one; every other state has none. Source: section 3, and the end of section 4.</summary>
    public static IReadOnlyDictionary<string, TriageTier> Floors { get; } = Map<TriageTier>(
        (TriageTier.Urgent, "sp-ibd-flare"),
        (TriageTier.Soon, "sp-malnutrition sp-swallow"),
        (TriageTier.Routine, """
            sp-under18 sp-frail sp-pregnant sp-breastfeeding sp-immunosup sp-cvc sp-hospital sp-transplant sp-short-bowel sp-ibd
            sp-stricture sp-coeliac-dx sp-coeliac-pending sp-cancer-active sp-ckd sp-liver sp-cirrhosis sp-biliary-obstruction
            sp-pancreas sp-ed sp-underweight sp-surgery-recent sp-surgery-planned sp-bariatric sp-hf sp-hypok sp-valve
            sp-autoimmune-tx sp-impaction sp-gastroparesis sp-hypercalc sp-psych-severe sp-alcohol-dep sp-adrenal sp-pku
            sp-mg-caution
            med-chemo med-ici med-immunosup med-mtx med-lithium med-clozapine med-maoi
            """));

    /// <summary>Class of each suggestion. Source: section 5B.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = Map<string>(
        ("test", """
            sg-test-coeliac sg-test-calprotectin sg-test-fit sg-test-hpylori sg-test-bloods sg-bile-acid-test
            """),
        ("talk", """
            sg-talk-gp sg-talk-pharmacist sg-talk-dietitian sg-crc-screening sg-pelvic-floor sg-antispasmodic-talk
            sg-neuromod-talk sg-nsaid-review sg-alcohol-help
            """),
        ("basic", """
            sg-symptom-diary sg-fiber-step-back sg-diary sg-alcohol-reduce sg-caffeine sg-smoking sg-food-safety sg-chew
            sg-regular-meals sg-reflux-habits sg-mineral-spacing sg-glp1-habits sg-sleep sg-hydration sg-toilet
            """),
        ("swap", """
            sg-sugar-upf sg-lactose-reduce sg-fodmap-gentle sg-weight-reflux
            """),
        ("restrict", """
            sg-gf-trial sg-df-trial sg-low-fodmap sg-elimination
            """),
        ("supp", """
            sg-alginate sg-psyllium sg-phgg sg-inulin sg-glutamine sg-zinc sg-zinc-carnosine sg-vit-d sg-vit-a sg-omega3
            sg-magnesium sg-peg sg-loperamide
            """),
        ("enzyme", """
            sg-lactase sg-alpha-gal sg-enzymes sg-oxbile
            """),
        ("acid", """
            sg-hcl
            """),
        ("herb", """
            sg-bitters sg-curcumin sg-quercetin sg-aloe sg-slippery-elm sg-dgl sg-peppermint sg-ginger
            """),
        ("live", """
            sg-probiotic sg-boulardii
            """),
        ("food-live", """
            sg-fermented
            """),
        ("food-add", """
            sg-plants sg-oats-flax sg-kiwi-prunes sg-resistant-starch sg-oily-fish sg-mediterranean sg-collagen
            """),
        ("fast", """
            sg-tre
            """),
        ("mind", """
            sg-cbt-i sg-breathing sg-gdh-cbt
            """),
        ("move", """
            sg-walk sg-exercise-less
            """));

    /// <summary>Classes sold as a supplement. Source: section 6, notation.</summary>
    public static IReadOnlySet<string> Supp { get; } = Set("supp enzyme live herb acid");

    /// <summary>Classes that cut foods or eating times. Source: section 6, notation.</summary>
    public static IReadOnlySet<string> Diet { get; } = Set("restrict fast");

    /// <summary>Of each class, what the soon and routine tiers allow; self-care allows all, the two highest none. Source: section 1.2.</summary>
    public static IReadOnlySet<string> AllowedAtSoon { get; } = Set("test talk basic mind move");

    public static IReadOnlySet<string> AllowedOutrightAtRoutine { get; } = Set("test talk basic mind move food-add swap");

    /// <summary>Pairs that must not be shown together. Source: section 5D, without the groups that speak of a same start date (sel-6).</summary>
    public static IReadOnlyList<(string One, string Other)> Clashes { get; } =
    [
        ("sg-low-fodmap", "sg-inulin"), ("sg-low-fodmap", "sg-plants"), ("sg-low-fodmap", "sg-resistant-starch"),
        ("sg-low-fodmap", "sg-mediterranean"),
        .. Pairs("sg-gf-trial sg-df-trial sg-low-fodmap sg-elimination sg-tre"),
        .. Pairs("sg-psyllium sg-phgg sg-inulin"),
        ("sg-zinc", "sg-zinc-carnosine"),
        ("sg-hcl", "sg-peppermint"), ("sg-hcl", "sg-dgl"), ("sg-hcl", "sg-slippery-elm"),
        .. Pairs("sg-omega3 sg-curcumin sg-ginger sg-quercetin sg-enzymes"),
        ("sg-oxbile", "sg-bitters"),
        ("sg-loperamide", "sg-peg"), ("sg-loperamide", "sg-magnesium"), ("sg-loperamide", "sg-kiwi-prunes"),
        ("sg-weight-reflux", "sg-tre"), ("sg-weight-reflux", "sg-gf-trial"), ("sg-weight-reflux", "sg-df-trial"),
        ("sg-weight-reflux", "sg-low-fodmap"), ("sg-weight-reflux", "sg-elimination"),
    ];

    public static IReadOnlySet<string> Set(string ids) => ids.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, T> Map<T>(params (T Value, string Ids)[] rows) =>
        rows.SelectMany(row => Set(row.Ids).Select(id => (id, row.Value))).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string, string)> Pairs(string ids)
    {
        var all = Set(ids).ToArray();
        return all.SelectMany((one, number) => all.Skip(number + 1).Select(other => (one, other)));
    }
}
