using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>Reads the rule files of <c>content/consultation/</c>, one method a file.</summary>
/// <param name="places">Takes the place of what has no id.</param>
internal sealed class RuleFileReader(ConditionReader conditions, RulePlaces places)
{
    internal static readonly Dictionary<string, TriageTier> Tiers = new(StringComparer.Ordinal)
    {
        ["self-care"] = TriageTier.SelfCare,
        ["routine"] = TriageTier.Routine,
        ["soon"] = TriageTier.Soon,
        ["urgent"] = TriageTier.Urgent,
        ["emergency"] = TriageTier.Emergency,
    };

    private static readonly Dictionary<string, FactKind> FactKinds =
        Enum.GetValues<FactKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, FlagKind> FlagKinds = new(StringComparer.Ordinal)
    {
        ["crisis"] = FlagKind.Crisis,
        ["poison"] = FlagKind.Poison,
    };

    private static readonly Dictionary<string, TierCap> Caps = new(StringComparer.Ordinal)
    {
        ["ok"] = TierCap.Ok,
        ["ask"] = TierCap.Ask,
        ["hide"] = TierCap.Hide,
    };

    private static readonly Dictionary<string, LimitGroup> Limits = new(StringComparer.Ordinal)
    {
        ["none"] = LimitGroup.None,
        ["supp"] = LimitGroup.Supplement,
        ["diet"] = LimitGroup.Diet,
    };

    public static FactDefinition Fact(YamlMap map)
    {
        var from = map.Map("from");
        var fact = new FactDefinition(
            map.Text("id"),
            map.OneOf("kind", FactKinds),
            map.Text("plain"),
            map.OptionalText("unit"),
            map.OptionalText("default"),
            map.Pairs("values").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            from is null ? null : Source(from))
        { FollowUp = map.OptionalText("follow-up") };
        if (fact.Kind == FactKind.Code && fact.Values.Count == 0)
        {
            map.Error(map.Line, $"the code fact {fact.Id} has no \"values\"; list each code with its words");
        }

        map.Finish();
        return fact;
    }

    public PatientState State(YamlMap map)
    {
        var state = new PatientState(
            map.Text("id"),
            map.OptionalText("asks"),
            conditions.Required(map, "when"),
            map.OneOf("floor", Tiers),
            map.Text("plain"),
            map.Text("changes"),
            map.Texts("sources"));
        map.Finish();
        return state;
    }

    public RedFlag Flag(YamlMap map)
    {
        var flag = new RedFlag(
            map.Text("id"),
            map.OneOf("tier", Tiers),
            map.OptionalText("asks"),
            conditions.Required(map, "when"),
            map.Text("plain"),
            map.OptionalText("group"),
            map.OneOf("kind", FlagKinds, FlagKind.Medical),
            map.Texts("sources"));
        if (flag.Tier == TriageTier.SelfCare)
        {
            map.Error(map.LineOfKey("tier"), $"{flag.Id} raises nothing; a red flag is at least routine");
        }

        map.Finish();
        return flag;
    }

    public static SuggestionClass Class(YamlMap map)
    {
        var tiers = map.Map("tiers");
        var suggestionClass = new SuggestionClass(
            map.Text("id"),
            map.Text("plain"),
            map.OneOf("group", Limits, LimitGroup.None),
            Tiers.ToDictionary(tier => tier.Value, tier => tiers?.OneOf(tier.Key, Caps) ?? TierCap.Hide),
            Triggers(map, "never"),
            Triggers(map, "ask"));
        if (tiers is null)
        {
            map.Error(map.Line, $"the class {suggestionClass.Id} has no \"tiers\"; say ok, ask or hide for each");
        }

        tiers?.Finish();
        map.Finish();
        return suggestionClass;
    }

    public HardRule HardRule(YamlMap map)
    {
        var rule = new HardRule(
            map.Text("id"),
            map.Text("plain"),
            conditions.Optional(map, "when"),
            map.Texts("never"),
            map.Texts("never-classes"),
            map.Texts("show"),
            map.Texts("sources"));
        if (rule.When is null && !map.Flag("text"))
        {
            map.Error(map.Line, $"{rule.Id} has no \"when\"; write one, or \"text: true\" for a rule about words");
        }

        map.Flag("text");
        map.Finish();
        return rule;
    }

    public static ConflictGroup Conflict(YamlMap map)
    {
        var group = new ConflictGroup(map.Text("id"), map.Texts("of"), map.TextLists("pairs"), map.Text("why"), map.Texts("sources")) { SameStart = map.Flag("same-start") };
        map.OptionalWhole("together-at-most");
        map.Finish();
        return group;
    }

    public static Ceiling Ceiling(YamlMap map)
    {
        var ceiling = new Ceiling(
            map.Text("id"),
            map.Text("item"),
            map.Texts("suggestions"),
            map.Text("ceiling"),
            map.Text("published"),
            [.. map.Maps("most").Select(Amount)],
            map.OptionalWhole("weeks"),
            map.OptionalText("note") ?? "",
            map.Texts("sources"));
        map.Finish();
        return ceiling;
    }

    public static NeverSuggested NeverSuggested(YamlMap map)
    {
        var never = new NeverSuggested(map.Text("id"), map.Text("item"), map.Text("why"), map.Texts("names"), map.Texts("sources"));
        map.Finish();
        return never;
    }

    public ScoringRules Scoring(YamlMap map)
    {
        var bars = map.Map("priorities");
        var scoring = new ScoringRules(
            [.. map.Maps("sections").Select(Section)],
            bars?.Whole("start") ?? 0,
            bars?.Whole("next") ?? 0,
            bars?.Whole("later") ?? 0,
            map.Texts("tie-order"),
            [.. map.Maps("points").Select(Points)],
            map.Map("goals") is { } goals ? Goal(goals) : null)
        {
            Selection = map.Map("selection") is { } selection ? Selection(selection) : SelectionRules.None,
        };
        bars?.Finish();
        map.Finish();
        return scoring;
    }

    public Invariant Invariant(YamlMap map)
    {
        var invariant = new Invariant(
            map.Text("id"),
            map.Text("plain"),
            conditions.Optional(map, "when"),
            map.Has("tier") ? map.OneOf("tier", Tiers) : null,
            map.Has("tier-at-most") ? map.OneOf("tier-at-most", Tiers) : null,
            map.Flag("adult"),
            map.Flag("nothing-shown"),
            map.Texts("shown"),
            map.Texts("not-shown"),
            map.Texts("not-ok"),
            map.Texts("only-classes"),
            map.Texts("not-shown-classes"),
            map.Texts("not-ok-classes"),
            map.OptionalText("proof"))
        {
            TierAtLeast = map.Has("tier-at-least") ? map.OneOf("tier-at-least", Tiers) : null,
            Tests = map.Texts("tests"),
            Sampled = map.Texts("sampled"),
        };
        map.Finish();
        return invariant;
    }

    public static PinnedExample Edge(YamlMap map)
    {
        var tier = map.OptionalText("tier");
        var edge = new PinnedExample(
            map.Text("rule"),
            map.Pairs("facts").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            map.Texts("states"),
            tier is null or "none" ? null : map.OneOf("tier", Tiers),
            map.Has("set") ? map.Flag("set") : null);
        if (tier is null && edge.IsSet is null)
        {
            map.Error(map.Line, $"the example of {edge.Rule} expects nothing; write \"tier\" (or none) for a flag, \"set\" for a state");
        }

        map.Finish();
        return edge;
    }

    /// <summary>Triggers with their reasons, and the sources of the whole cell.</summary>
    public static TriggerSet Triggers(YamlMap map, string key) => new(
        map.Pairs(key).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
        map.Texts(key + "-sources"));

    private static CeilingAmount Amount(YamlMap map)
    {
        var amount = new CeilingAmount(map.Number("amount"), map.Text("unit"), map.OptionalText("per"));
        map.Finish();
        return amount;
    }

    private static NumberSource Source(YamlMap map)
    {
        var metric = map.Texts("metric");
        var us = map.Texts("us");
        var question = map.OptionalText("question");
        if (question is null && (metric.Count != 2 || us.Count != 3))
        {
            map.Error(map.Line, "\"from\" needs a question, or metric: [height, weight] and us: [feet, inches, pounds]");
        }

        var mass = metric.Count == 2 && us.Count == 3 ? new BodyMassSource(metric[0], metric[1], us[0], us[1], us[2]) : null;
        map.Finish();
        return new NumberSource(question, mass);
    }

    private static ScoreSection Section(YamlMap map)
    {
        var section = new ScoreSection(
            map.Text("id"), map.Text("title"), map.Whole("highest"), map.Whole("some"), map.Whole("a-lot"), map.Text("plain"));
        map.Finish();
        return section;
    }

    private static GoalRules Goal(YamlMap map)
    {
        var goal = new GoalRules(map.Text("question"), map.Whole("points"), map.Text("plain"));
        map.Finish();
        return goal;
    }

    private SelectionRules Selection(YamlMap map)
    {
        var gentle = map.Map("gentle");
        var diets = map.Map("diets-wait");
        var well = map.Map("staying-well");
        var taken = map.Map("count-taken");
        var selection = new SelectionRules(
            [.. map.Maps("first-steps").Select(FirstStep)],
            map.OptionalText("otherwise"),
            gentle is null ? null : new GentlePlan(conditions.Required(gentle, "when"), gentle.Whole("at-most"), gentle.OptionalText("talk")),
            diets is null ? null : new DietsWait(conditions.Optional(diets, "when"), diets.Texts("shown")),
            map.Texts("tried-in-vain"),
            well is null ? null : new StayingWell(well.Texts("phases"), well.Text("plain")))
        {
            CountTaken = taken is null ? null : new CountTaken(conditions.Required(taken, "when"), taken.Text("plain")),
        };
        taken?.Finish();
        gentle?.Finish();
        diets?.Finish();
        well?.Finish();
        map.Finish();
        return selection;
    }

    private FirstStepRule FirstStep(YamlMap map)
    {
        var rule = new FirstStepRule(
            conditions.Optional(map, "when"),
            map.Has("tier") ? map.OneOf("tier", Tiers) : null,
            map.OptionalText("step"),
            map.Flag("alone"),
            map.Flag("only-if-relevant"));
        if ((rule.When is null && rule.Tier is null) || (rule.Step is null && !rule.Alone))
        {
            map.Error(map.Line, "a first step needs \"when\" or \"tier\", and \"step\" or \"alone: true\"");
        }

        map.Finish();
        return rule;
    }

    private PhasePoints Points(YamlMap map)
    {
        var points = new PhasePoints(map.Text("phase"), map.Whole("points"), conditions.Required(map, "when"), map.Text("plain"));
        map.Finish();
        places.Note(points, map);
        return points;
    }
}
